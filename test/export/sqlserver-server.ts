import { expect } from 'vitest';

import { connectSqlServer } from '../../src/export/engines/sqlserver/connect.ts';
import type { ExportTable } from '../../src/export/shape/export-tables.ts';
import type { ExportValue } from '../../src/export/shape/values.ts';
import { parseTarget } from '../../src/export/targets/target.ts';
import type { ServerTarget } from '../../src/export/targets/target.ts';
import { rowsOf, tableAt } from '../support/databases/tds-server/catalogue.ts';
import { startTdsServer } from '../support/databases/tds-server/tds-server.ts';
import type { TdsOptions, TdsServer } from '../support/databases/tds-server/tds-server.ts';
import type { TestDatabase } from './test-engine.ts';

export const LOGIN = { user: 'loader', password: "se%cret / @ : ? 'x' 🎬", databaseName: 'films' };

export interface TestSqlServer extends TestDatabase {
  server: TdsServer;
}

/** Starts a server of ours for an export to SQL Server: no real one has been asked by any test. */
export async function openTdsServer(tls?: TdsOptions['tls']): Promise<TestSqlServer> {
  const server = await startTdsServer({ ...LOGIN, ...(tls !== undefined && { tls }) });
  const { user, password, databaseName } = LOGIN;
  const url = `sqlserver://${user}:${encodeURIComponent(password)}@127.0.0.1:${server.port}/${databaseName}?encrypt=${tls !== undefined}`;
  return {
    server,
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
      // Statements that no export sends, and messages that are not as TDS has them.
      expect(server.database.faults).toEqual([]);
    },
  };
}
