import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';

import { expect, test } from 'vitest';

import type { Dialect, DialectName } from '../../src/export/dialects/dialect.ts';
import { DIALECTS } from '../../src/export/dialects/dialects.ts';
import { schemaFile } from '../../src/export/dialects/schema-file.ts';
import { openEngine } from '../../src/export/load/open-engine.ts';
import { exportBuild } from '../../src/export/load/export-build.ts';
import { SILENT_EXPORT } from '../../src/export/load/export-outcome.ts';
import { EXPORT_TABLES } from '../../src/export/shape/export-tables.ts';
import { parseTarget } from '../../src/export/targets/target.ts';
import { readCurrent } from '../../src/storage/builds/builds.ts';
import { oddBuild } from '../export/odd-build.ts';
import { startTdsServer } from '../support/databases/tds-server/tds-server.ts';

interface SqlParser {
  astify(sql: string, options: { database: string }): unknown;
}

const present = existsSync(new URL('node_modules/node-sql-parser', import.meta.url));
if (!present) {
  const message = 'no node-sql-parser in test/clients: the SQL of exports is parsed only where it is';
  if (process.env['REQUIRE_ALL'] === '1') throw new Error(message);
  console.warn(message);
}

const GRAMMARS: Record<DialectName, string> = {
  postgres: 'postgresql',
  mysql: 'mysql',
  sqlite: 'sqlite',
  sqlserver: 'transactsql',
};

/** Valid statements, or parts of them, that the parser does not read: what it gets in their place, and why. */
const NOT_READ: readonly { dialect: DialectName; part: RegExp; read: string; why: string }[] = [
  { dialect: 'postgres', part: /^ANALYZE \w+$/, read: '', why: 'no grammar for ANALYZE of a table' },
  { dialect: 'mysql', part: /^ANALYZE TABLE \w+$/, read: '', why: 'no grammar for ANALYZE of a table' },
  { dialect: 'sqlite', part: /^CREATE VIRTUAL TABLE .*$/s, read: '', why: 'no grammar for virtual tables' },
  {
    dialect: 'sqlite',
    part: /row_number\(\) OVER \(ORDER BY [^)]+\)/,
    read: '1',
    why: 'a window has to have a PARTITION BY in its grammar',
  },
  { dialect: 'sqlserver', part: /^CREATE VIEW \S+ AS\s/, read: '', why: 'no column in a view: its SELECT is parsed' },
  { dialect: 'sqlserver', part: /^ALTER SCHEMA \S+ TRANSFER \S+$/, read: '', why: 'no grammar for it' },
  { dialect: 'sqlserver', part: /^DROP SCHEMA \S+$/, read: '', why: 'no grammar for it' },
  { dialect: 'sqlserver', part: /^(?:GRANT|DENY) [^;]*$/, read: '', why: 'no names with OBJECT:: in its grammar' },
  { dialect: 'sqlserver', part: /^insert bulk .*$/s, read: '', why: 'a statement of the protocol, written by tedious' },
  { dialect: 'sqlserver', part: /INNER LOOP JOIN/, read: 'JOIN', why: 'no hints of joins in its grammar' },
  { dialect: 'sqlserver', part: /^ALTER TABLE \S+ DROP CONSTRAINT .*$/, read: '', why: 'no grammar for it' },
  { dialect: 'sqlserver', part: /COUNT_BIG/, read: 'COUNT', why: 'not among the aggregates of its grammar' },
  { dialect: 'sqlserver', part: /EXEC @result = /, read: 'EXEC ', why: 'no result of a procedure in its grammar' },
  {
    dialect: 'sqlserver',
    part: /(?:, \(\d+(?:, @k\d+_\d)+\)){9,}/,
    read: ', (9, @k9_0)',
    why: 'hundreds of rows of VALUES take it seconds',
  },
  {
    dialect: 'sqlserver',
    part: /^ALTER TABLE \S+ WITH NOCHECK ADD .*$/,
    read: '',
    why: 'no WITH NOCHECK in its grammar',
  },
];

function parserOf({ name }: Pick<Dialect, 'name'>): (sql: string) => string | undefined {
  const { Parser } = createRequire(import.meta.url)('node-sql-parser') as { Parser: new () => SqlParser };
  const parser = new Parser();
  return (sql) => {
    let text = sql.trim();
    for (const { dialect, part, read } of NOT_READ) if (dialect === name) text = text.replace(part, read);
    if (text === '') return undefined;
    try {
      parser.astify(text, { database: GRAMMARS[name] });
      return undefined;
    } catch (error) {
      return `${text}\n  ${String(error).slice(0, 200)}`;
    }
  };
}

/** Statements without those that differ from another in numbers and texts alone, and what the driver sets by itself. */
function shapesOf(statements: Iterable<string>): string[] {
  const shapes = new Map<string, string>();
  for (const statement of statements) {
    if (statement.startsWith('set ansi_nulls')) continue;
    shapes.set(statement.replaceAll(/\d+|N'(?:[^']|'')*'/g, '0'), statement);
  }
  return [...shapes.values()];
}

test.runIf(present).each(Object.values(DIALECTS))('the schema file of $name is read by a parser', (dialect) => {
  const parse = parserOf(dialect);
  const end = dialect.batchEnd === undefined ? /;\n/ : new RegExp(`;\\n${dialect.batchEnd}\\n`);
  const statements = schemaFile(dialect)
    .split(end)
    .filter((statement) => statement.trim() !== '');
  expect(statements.length).toBeGreaterThan(EXPORT_TABLES.length * 2);
  expect(statements.map(parse).filter((failure) => failure !== undefined)).toEqual([]);
  expect(parse('CREATE TABLE one (two')).toMatch(/one/);
});

test.runIf(present)(
  'every statement of an export to SQL Server is read by a parser',
  { timeout: 120_000 },
  async () => {
    const folders = await oddBuild();
    const manifest = await readCurrent(folders);
    if (manifest === undefined) throw new Error('there is no build');
    const server = await startTdsServer({ user: 'loader', password: 'secret', databaseName: 'films' });
    try {
      const target = parseTarget(`sqlserver://loader:secret@127.0.0.1:${server.port}/films?encrypt=false`);
      const options = { target, folders, manifest, replace: false, foreignKeys: true, parallel: 2, threads: 1 };
      const rest = { memoryLimit: '256MiB', progress: SILENT_EXPORT, signal: new AbortController().signal };
      for (const minVotes of [undefined, 5]) {
        expect(await exportBuild({ ...options, ...rest, selection: { minVotes } })).toMatchObject({
          status: 'exported',
        });
        server.database.catalogue.grants.push({
          place: 'dbo.title_ratings',
          state: 'GRANT',
          permission: 'SELECT',
          grantee: 'reader',
          column: null,
        });
      }
      const engine = await openEngine(target, { sessions: 1 });
      try {
        await engine.truncate(EXPORT_TABLES);
      } finally {
        await engine.close();
      }
      const statements = shapesOf(server.database.statements);
      expect(statements.length).toBeGreaterThan(80);
      const parse = parserOf({ name: 'sqlserver' });
      expect(statements.map(parse).filter((failure) => failure !== undefined)).toEqual([]);
      // Each exception is one for a statement that is sent.
      for (const { dialect, part, why } of NOT_READ) {
        if (dialect !== 'sqlserver') continue;
        const isSent = statements.some((statement) => part.test(statement));
        expect(isSent, why).toBe(true);
      }
      expect(server.database.faults).toEqual([]);
    } finally {
      await server.remove();
    }
  },
);
