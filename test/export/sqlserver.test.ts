import { inject, expect, test } from 'vitest';

import { connectSqlServer } from '../../src/export/engines/sqlserver/connect.ts';
import { openEngine } from '../../src/export/engines/open-engine.ts';
import type { ExportTable } from '../../src/export/shape/export-tables.ts';
import type { ExportValue } from '../../src/export/shape/values.ts';
import { parseTarget } from '../../src/export/targets/target.ts';
import type { ServerTarget } from '../../src/export/targets/target.ts';
import { rowsOf, tableAt } from '../support/databases/tds-server/catalogue.ts';
import { startTdsServer } from '../support/databases/tds-server/tds-server.ts';
import type { TdsServer } from '../support/databases/tds-server/tds-server.ts';
import type { TestDatabase } from './test-engine.ts';
import { testEngine } from './test-engine.ts';

const [USER, PASSWORD, DATABASE] = ['loader', "se%cret / @ : ? 'x' 🎬", 'films'];

let server: TdsServer;

async function open(): Promise<TestDatabase> {
  server = await startTdsServer({ user: USER, password: PASSWORD, databaseName: DATABASE });
  const url = `sqlserver://${USER}:${encodeURIComponent(PASSWORD)}@127.0.0.1:${server.port}/${DATABASE}?encrypt=false`;
  return {
    url,
    // What the bulk loads have brought, as the server has read it.
    rows: ({ name }: ExportTable) =>
      Promise.resolve(rowsOf(tableAt(server.database.catalogue, `dbo.${name}`)) as ExportValue[][]),
    async sql(...statements) {
      const { client } = await connectSqlServer(parseTarget(url) as ServerTarget);
      try {
        let rows: unknown[][] = [];
        for (const statement of statements) rows = await client.query(statement);
        return rows;
      } finally {
        await client.close();
      }
    },
    killAndRestart: () => server.killAndRestart(),
    async remove() {
      await server.remove();
      expect(server.database.faults).toEqual([]);
    },
  };
}

const { database, run } = testEngine({ engine: 'sqlserver', open });
void database; void run; void inject; void test; void openEngine; void parseTarget;
