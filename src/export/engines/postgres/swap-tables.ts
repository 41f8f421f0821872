import { setTimeout as sleep } from 'node:timers/promises';

import type { Client } from 'pg';

import { POSTGRES } from '../../dialects/postgres.ts';
import { ExportFailed } from '../../export-failed.ts';
import { EVERY_EXPORT_TABLE } from '../../shape/every-table.ts';
import { EXPORT_VIEWS, viewsOver } from '../../shape/views.ts';
import { namesThatLeave } from '../engine.ts';
import type { LoadPlan } from '../engine.ts';
import { quoted } from './connect.ts';
import { RECORD, STEPS } from './places.ts';
import type { PostgresPlaces } from './places.ts';

interface SwapOptions {
  plan: LoadPlan;
  places: PostgresPlaces;
}

/** Below `deadlock_timeout` (1 s), so that a wait for each other ends here and not in a reader's query. */
const LOCK_TIMEOUT_MS = 500;
const LOCK_TRIES = 120;
const PAUSE_MS = 500;

const VIEW_NAMES = EXPORT_VIEWS.map(({ name }) => name);

/**
 * Refuses an export that would replace what others have made: tables that no export made, unless that is asked for, and
 * tables that views or foreign keys of others depend on.
 */
export async function refuseReplacing(
  client: Client,
  { plan, places: { schema, served }, ours }: SwapOptions & { ours: readonly string[] },
): Promise<void> {
  const names = namesThatLeave(plan);
  const { rows: others } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = $1 AND c.relname = ANY($2)`,
    [schema, names.filter((name) => !ours.includes(name))],
  );
  if (others.length > 0 && !plan.replace) {
    const which = others.map(({ name }) => name).join(', ');
    throw new ExportFailed(
      'REFUSED',
      `the schema ${schema} has tables of these names that no export made: ${which}; --replace replaces them, and ?schema=… takes another schema`,
    );
  }
  const { rows: dependents } = await client.query<{ view: string; of: string }>(
    `SELECT DISTINCT format('%I.%I', vn.nspname, v.relname) AS view, t.relname AS of
     FROM pg_depend d JOIN pg_rewrite r ON r.oid = d.objid JOIN pg_class v ON v.oid = r.ev_class
     JOIN pg_namespace vn ON vn.oid = v.relnamespace JOIN pg_class t ON t.oid = d.refobjid
     JOIN pg_namespace tn ON tn.oid = t.relnamespace
     WHERE d.classid = 'pg_rewrite'::regclass AND d.refclassid = 'pg_class'::regclass AND v.oid <> t.oid
       AND tn.nspname = $1 AND t.relname = ANY($2) AND NOT (vn.nspname = $1 AND v.relname = ANY($3))
     UNION SELECT format('foreign key %I of %s', k.conname, k.conrelid::regclass), t.relname
     FROM pg_constraint k JOIN pg_class t ON t.oid = k.confrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
     JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace cn ON cn.oid = c.relnamespace
     WHERE k.contype = 'f' AND tn.nspname = $1 AND t.relname = ANY($2)
       AND NOT (cn.nspname = $1 AND c.relname = ANY($4))`,
    [schema, [...names, ...VIEW_NAMES], VIEW_NAMES, EVERY_EXPORT_TABLE.map(({ name }) => name)],
  );
  if (dependents.length > 0) {
    const which = dependents.map(({ view, of }) => `${view} needs ${of}`).join(', ');
    throw new ExportFailed(
      'REFUSED',
      `tables of the schema ${served} cannot be replaced, because others depend on them: ${which}; drop these and make them again after the export, or export to another schema with ?schema=…`,
    );
  }
}

/**
 * Moves the loaded tables into the served schema and drops the old ones, in one transaction: a reader's query sees the
 * ones or the others. Locks are taken in the order of readers of a view, the view and then its tables, and are given
 * back where one is not free, so that no reader waits long behind this.
 */
export async function swapTables(client: Client, options: SwapOptions): Promise<void> {
  for (let left = LOCK_TRIES; ; left -= 1) {
    try {
      await swapOnce(client, options);
      return;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      if (!isNoLock(error) || left <= 1) throw error;
      await sleep(PAUSE_MS * (0.5 + Math.random()));
    }
  }
}

/** The lock was not given in time, or two waited for each other. */
function isNoLock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '55P03' || error.code === '40P01');
}

async function swapOnce(client: Client, { plan, places: { served, loading, schema } }: SwapOptions): Promise<void> {
  const names = namesThatLeave(plan);
  await client.query('BEGIN');
  await client.query(`SET LOCAL lock_timeout = ${LOCK_TIMEOUT_MS}`);
  const { rows: there } = await client.query<{ name: string; kind: string; grants: string[] }>(
    `SELECT c.relname AS name, c.relkind AS kind, ARRAY(
       SELECT format('GRANT %s ON %%s TO %s%s', a.privilege_type,
         CASE WHEN a.grantee = 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END,
         CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
       FROM aclexplode(c.relacl) a WHERE a.grantee <> c.relowner) AS grants
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname = $1 AND c.relname = ANY($2) ORDER BY array_position($2, c.relname::text)`,
    [schema, [...VIEW_NAMES, ...names]],
  );
  const views = there.filter(({ kind }) => kind === 'v');
  const tables = there.filter(({ kind }) => kind !== 'v');
  for (const { name } of [...views, ...tables]) {
    await client.query(`LOCK TABLE ${served}.${quoted(name)} IN ACCESS EXCLUSIVE MODE`);
  }
  for (const { name } of views) await client.query(`DROP VIEW ${served}.${quoted(name)}`);
  if (tables.length > 0) {
    await dropForeignKeys(client, { schema, names });
    await client.query(`DROP TABLE ${tables.map(({ name }) => `${served}.${quoted(name)}`).join(', ')}`);
  }
  for (const { name } of plan.tables) await client.query(`ALTER TABLE ${loading}.${name} SET SCHEMA ${served}`);
  const { rows: all } = await client.query<{ name: string }>(
    'SELECT tablename AS name FROM pg_tables WHERE schemaname = $1',
    [schema],
  );
  await client.query(`SET LOCAL search_path TO ${served}`);
  const readable = EVERY_EXPORT_TABLE.filter((table) => all.some(({ name }) => name === table.name));
  for (const view of viewsOver(readable)) {
    for (const statement of POSTGRES.createView(view, `${served}.${view.name}`)) await client.query(statement);
  }
  const left = new Set<string>([...plan.drops.map(({ name }) => name), ...namesWithoutView(readable)]);
  for (const { name, grants } of there.filter((one) => !left.has(one.name))) {
    for (const grant of grants) await client.query(grant.replace('%s', () => `${served}.${quoted(name)}`));
  }
  await writeRecord(client, { plan, served });
  await client.query(`DROP TABLE ${loading}.${STEPS}`);
  await client.query(`DROP SCHEMA ${loading}`);
  await client.query('COMMIT');
}

/** The views that cannot be over some tables. */
function namesWithoutView(tables: Parameters<typeof viewsOver>[0]): readonly string[] {
  const made = new Set(viewsOver(tables).map(({ name }) => name));
  return VIEW_NAMES.filter((name) => !made.has(name));
}

/** Foreign keys of our tables to those that are replaced: they are added again afterwards. */
async function dropForeignKeys(
  client: Client,
  { schema, names }: { schema: string; names: readonly string[] },
): Promise<void> {
  const { rows } = await client.query<{ drop: string }>(
    `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname) AS drop
     FROM pg_constraint k JOIN pg_class t ON t.oid = k.confrelid JOIN pg_namespace n ON n.oid = t.relnamespace
     WHERE k.contype = 'f' AND n.nspname = $1 AND t.relname = ANY($2)`,
    [schema, [...names]],
  );
  for (const { drop } of rows) await client.query(drop);
}

async function writeRecord(client: Client, { plan, served }: { plan: LoadPlan; served: string }): Promise<void> {
  const record = `${served}.${RECORD}`;
  await client.query(
    `CREATE TABLE IF NOT EXISTS ${record} (table_name text PRIMARY KEY, build_id text NOT NULL, content text NOT NULL,
       rows bigint NOT NULL, exported_at timestamptz NOT NULL DEFAULT now())`,
  );
  await client.query(
    `COMMENT ON TABLE ${record} IS 'What marquee export has put here: the build of each table, and what it was made from.'`,
  );
  await client.query(`DELETE FROM ${record} WHERE table_name = ANY($1)`, [plan.drops.map(({ name }) => name)]);
  for (const { name } of plan.tables) {
    await client.query(
      `INSERT INTO ${record} (table_name, build_id, content, rows) VALUES ($1, $2, $3, $4)
       ON CONFLICT (table_name) DO UPDATE SET build_id = excluded.build_id, content = excluded.content,
         rows = excluded.rows, exported_at = now()`,
      [name, plan.buildId, plan.contents.get(name) ?? '', plan.rows.get(name) ?? 0],
    );
  }
}
