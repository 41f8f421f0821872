import { ExportFailed } from '../../export-failed.ts';
import { EVERY_EXPORT_TABLE } from '../../shape/every-table.ts';
import { EXPORT_VIEWS } from '../../shape/views.ts';
import { namesThatLeave } from '../engine.ts';
import type { LoadPlan } from '../engine.ts';
import { listOf } from './client.ts';
import type { SqlServerClient } from './client.ts';
import { bracketed } from './names.ts';
import type { SqlServerPlaces } from './names.ts';

/** Names of the views of an export, which are made anew with its tables. */
export const VIEW_NAMES = EXPORT_VIEWS.map(({ name }) => name);

/**
 * Refuses an export that would replace what others have made: tables and views that no export made, unless that is
 * asked for, and tables that views or foreign keys of others depend on.
 */
export async function refuseReplacing(
  client: SqlServerClient,
  { plan, places: { schema }, ours }: { plan: LoadPlan; places: SqlServerPlaces; ours: readonly string[] },
): Promise<void> {
  const names = namesThatLeave(plan);
  const theirs = [...names.filter((name) => !ours.includes(name)), ...(ours.length === 0 ? VIEW_NAMES : [])];
  const others = (await objectsIn(client, { schema, names: theirs })).map(({ name }) => name);
  if (others.length > 0 && !plan.replace) {
    throw new ExportFailed(
      'REFUSED',
      `the schema ${schema} has tables or views of these names that no export made: ${others.join(', ')}; --replace replaces them, and schema=… in the address takes another schema`,
    );
  }
  const replaced = [...names, ...VIEW_NAMES];
  const keys = (await foreignKeysTo(client, { schema, names })).filter(
    (key) => key.schema !== schema || !EVERY_EXPORT_TABLE.some(({ name }) => name === key.table),
  );
  const views = await boundViews(client, { schema, names: replaced });
  const dependents = [
    ...keys.map(({ name, table, needs }) => `the foreign key ${name} of ${table} needs ${needs}`),
    ...views.filter((view) => view.schema !== schema || !replaced.includes(view.name)).map((view) => view.words),
  ];
  if (dependents.length > 0) {
    throw new ExportFailed(
      'REFUSED',
      `tables of the schema ${schema} cannot be replaced, because others depend on them: ${dependents.join(', ')}; drop these and make them again after the export, or export to another schema with schema=… in the address`,
    );
  }
}

interface Names {
  schema: string;
  names: readonly string[];
}

/** The tables and views of these names. */
export async function objectsIn(
  client: SqlServerClient,
  { schema, names }: Names,
): Promise<{ name: string; isView: boolean }[]> {
  if (names.length === 0) return [];
  const { list, parameters } = listOf(names);
  const rows = await client.query(
    `SELECT o.name, o.type FROM sys.objects AS o WHERE o.schema_id = SCHEMA_ID(@schema) AND o.name IN ${list}`,
    { schema, ...parameters },
  );
  return rows.map(([name, type]) => ({ name: String(name), isView: String(type).trim() === 'V' }));
}

export interface KeyToUs {
  schema: string;
  table: string;
  name: string;
  /** The table that it leads to. */
  needs: string;
}

/** The foreign keys that lead to these tables, but for those of themselves. */
export async function foreignKeysTo(client: SqlServerClient, { schema, names }: Names): Promise<KeyToUs[]> {
  const { list, parameters } = listOf(names);
  const rows = await client.query(
    `SELECT OBJECT_SCHEMA_NAME(k.parent_object_id) AS key_schema, OBJECT_NAME(k.parent_object_id) AS key_table, k.name, t.name AS needs
     FROM sys.foreign_keys AS k JOIN sys.objects AS t ON t.object_id = k.referenced_object_id
     WHERE t.schema_id = SCHEMA_ID(@schema) AND t.name IN ${list}`,
    { schema, ...parameters },
  );
  return rows.map(([of, table, name, needs]) => ({
    schema: String(of),
    table: String(table),
    name: String(name),
    needs: String(needs),
  }));
}

/** Views and functions WITH SCHEMABINDING: the tables that they read cannot be dropped. */
async function boundViews(
  client: SqlServerClient,
  { schema, names }: Names,
): Promise<{ schema: string; name: string; words: string }[]> {
  const { list, parameters } = listOf(names);
  const rows = await client.query(
    `SELECT DISTINCT OBJECT_SCHEMA_NAME(d.referencing_id) AS view_schema, OBJECT_NAME(d.referencing_id) AS view_name, t.name AS needs
     FROM sys.sql_expression_dependencies AS d JOIN sys.objects AS t ON t.object_id = d.referenced_id
     WHERE d.is_schema_bound_reference = 1 AND d.referencing_id <> d.referenced_id
       AND t.schema_id = SCHEMA_ID(@schema) AND t.name IN ${list}`,
    { schema, ...parameters },
  );
  return rows.map(([of, name, needs]) => ({
    schema: String(of),
    name: String(name),
    words: `${bracketed(String(of))}.${bracketed(String(name))} needs ${String(needs)}`,
  }));
}
