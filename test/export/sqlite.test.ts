import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, test } from 'vitest';

import { printSchema } from '../../src/commands/administration/exports.ts';
import { EXPORT_TABLES } from '../../src/export/shape/export-tables.ts';
import type { ExportValue } from '../../src/export/shape/values.ts';
import { EXPORT_VIEWS } from '../../src/export/shape/views.ts';
import { demoBuild } from '../support/demo-build.ts';
import { newFolder } from '../support/folders.ts';
import { questionTests } from './question-tests.ts';
import { testEngine } from './test-engine.ts';

function open() {
  const path = join(newFolder('sqlite'), 'films.db');

  function read(sql: string): unknown[][] {
    const database = new DatabaseSync(path, { readOnly: true });
    try {
      return database
        .prepare(sql)
        .all()
        .map((row) => Object.values(row));
    } finally {
      database.close();
    }
  }

  return Promise.resolve({
    url: `sqlite:${path}`,
    rows: ({ name, columns }: { name: string; columns: readonly { content: { kind: string } }[] }) =>
      Promise.resolve(
        read(`SELECT * FROM ${name}`).map((row) =>
          row.map((value, index) => (columns[index]?.content.kind === 'flag' ? value === 1 : value) as ExportValue),
        ),
      ),
    sql: (...statements: string[]) => Promise.resolve(read(statements.at(-1) ?? '')),
    remove: () => Promise.resolve(),
  });
}

const { database, run } = testEngine({ engine: 'sqlite', open });

questionTests('sqlite', {
  load: async () => run((await demoBuild(0.001)).folders),
  sql(statement, values) {
    const file = new DatabaseSync(database().url.replace('sqlite:', ''), { readOnly: true });
    try {
      const rows = file.prepare(statement).all(...values);
      return Promise.resolve(rows.map((row) => Object.values(row)));
    } finally {
      file.close();
    }
  },
});

test('the file of the schema is loaded by sqlite3', () => {
  const sqlite = spawnSync('sqlite3', [':memory:'], {
    input: `.bail on\n${printSchema('sqlite')}\nSELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_schema
      WHERE type IN ('table', 'view') AND name NOT LIKE '%\\_words%' ESCAPE '\\' ORDER BY name);
      INSERT INTO title_ratings VALUES ('tt0000001', 'no number', 1);`,
    encoding: 'utf8',
  });
  expect(sqlite.error).toBeUndefined();
  const names = [...EXPORT_TABLES, ...EXPORT_VIEWS].map(({ name }) => name).sort();
  expect(sqlite.stdout.trim()).toBe(names.join(' '));
  // A table is strict.
  expect(sqlite.stderr).toMatch(/^[^\n]*cannot store TEXT value in REAL column title_ratings\.averageRating[^\n]*\n?$/);
});
