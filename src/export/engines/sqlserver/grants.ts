import { listOf } from './client.ts';
import type { SqlServerClient } from './client.ts';
import { bracketed } from './names.ts';

/** Statements that give again what was granted or denied on tables and views, after others took their names. */
export async function grantsOn(
  client: SqlServerClient,
  { schema, names }: { schema: string; names: readonly string[] },
): Promise<{ name: string; statement: string }[]> {
  const { list, parameters } = listOf(names);
  const rows = await client.query(
    `SELECT o.name, p.state_desc, p.permission_name, u.name AS grantee, COL_NAME(p.major_id, p.minor_id) AS column_name
     FROM sys.database_permissions AS p JOIN sys.objects AS o ON o.object_id = p.major_id
     JOIN sys.database_principals AS u ON u.principal_id = p.grantee_principal_id
     WHERE p.class = 1 AND o.schema_id = SCHEMA_ID(@schema) AND o.name IN ${list}`,
    { schema, ...parameters },
  );
  return rows.map(([name, state, permission, grantee, column]) => {
    const verb = String(state).startsWith('GRANT') ? 'GRANT' : String(state);
    const on = `OBJECT::${bracketed(schema)}.${bracketed(String(name))}${column === null ? '' : ` (${bracketed(String(column))})`}`;
    const option = state === 'GRANT_WITH_GRANT_OPTION' ? ' WITH GRANT OPTION' : '';
    return {
      name: String(name),
      statement: `${verb} ${String(permission)} ON ${on} TO ${bracketed(String(grantee))}${option}`,
    };
  });
}
