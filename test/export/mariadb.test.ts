import { createConnection } from 'mysql2/promise';
import type { Connection } from 'mysql2/promise';
import { expect, inject, test } from 'vitest';

import { MYSQL } from '../../src/export/dialects/mysql.ts';
import { schemaFile } from '../../src/export/dialects/schema-file.ts';
import { serverVersion } from '../../src/export/engines/mysql/server-version.ts';
import { openEngine } from '../../src/export/engines/open-engine.ts';
import { EXPORT_TABLES } from '../../src/export/shape/export-tables.ts';
import type { ExportTable } from '../../src/export/shape/export-tables.ts';
import type { ExportValue } from '../../src/export/shape/values.ts';
import { parseTarget } from '../../src/export/targets/target.ts';
import { demoBuild } from '../support/demo-build.ts';
import { hasMariadb, startMariadb } from '../support/databases/mariadb.ts';
import type { Mariadb } from '../support/databases/mariadb.ts';
import { oddBuild } from './odd-build.ts';
import type { TestDatabase } from './test-engine.ts';
import { testEngine } from './test-engine.ts';

const PASSWORD = "se%cret / @ : ? 'x'";

let server: Mariadb;

async function open(): Promise<TestDatabase> {
  if (!hasMariadb()) throw new Error('there is no MariaDB: install the package mariadb-server');
  server = await startMariadb({ logFolder: inject('runFolder'), password: PASSWORD, database: 'films' });

  async function withClient<T>(work: (client: Connection) => Promise<T>): Promise<T> {
    const { user = '', password = '' } = parseTarget(server.connectionString) as { user?: string; password?: string };
    const client = await createConnection({
      host: '127.0.0.1',
      port: server.port,
      user,
      password,
      database: 'films',
      rowsAsArray: true,
      decimalNumbers: true,
      charset: 'utf8mb4_bin',
    });
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  return {
    url: server.connectionString,
    rows: ({ name, columns }: ExportTable) =>
      withClient(async (client) => {
        const [rows] = await client.query(`SELECT ${columns.map((column) => column.name).join()} FROM ${name}`);
        return (rows as ExportValue[][]).map((row) =>
          row.map((value, index) => (columns[index]?.content.kind === 'flag' && value !== null ? value === 1 : value)),
        );
      }),
    sql: (...statements) =>
      withClient(async (client) => {
        let rows: unknown[][] = [];
        for (const sql of statements) rows = (await client.query(sql))[0] as unknown as unknown[][];
        return rows;
      }),
    killAndRestart: () => server.killAndRestart(),
    remove: () => server.remove(),
  };
}

const { database, run } = testEngine({ engine: 'mysql', open });
