import type { Client } from 'pg';

import { ExportFailed } from '../../export-failed.ts';
import { quoted } from './connect.ts';

/** Looks at the served schema before hours of loading, which would end at it. @throws ExportFailed */
export async function refuseSchema(client: Client, schema: string): Promise<void> {
  const { rows } = await client.query<{ usable: boolean }>(
    `SELECT has_schema_privilege(oid, 'CREATE') AND has_schema_privilege(oid, 'USAGE') AS usable
     FROM pg_namespace WHERE nspname = $1`,
    [schema],
  );
  const [found] = rows;
  if (found === undefined) {
    throw new ExportFailed('REFUSED', `there is no such schema: create it first, with CREATE SCHEMA ${quoted(schema)}`);
  }
  if (!found.usable) {
    const words = `GRANT CREATE, USAGE ON SCHEMA ${quoted(schema)} TO …`;
    throw new ExportFailed(
      'REFUSED',
      `the user lacks a right: it needs both on the schema that is served, by ${words}`,
    );
  }
}
