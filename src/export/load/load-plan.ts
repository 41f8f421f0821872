import { createHash } from 'node:crypto';

import { filesOfTable } from '../../dataset/builds/manifest.ts';
import type { Manifest } from '../../dataset/builds/manifest.ts';
import type { Dialect } from '../dialects/dialect.ts';
import type { ExportedTable, LoadPlan } from '../engines/engine.ts';
import type { ExportTable, ExportTableName } from '../shape/export-tables.ts';
import { CHOSEN_BY, TMDB_CHOSEN_BY } from '../shape/chosen-by.ts';
import { isTmdbTable } from '../shape/every-table.ts';
import { TMDB_EXPORT_TABLES } from '../shape/tmdb-export-tables.ts';
import { choosesTitles, conditionOf, selectedTables } from '../shape/selection.ts';
import type { Selection } from '../shape/selection.ts';
import type { Source } from '../source/open-source.ts';

export interface PlanOptions {
  source: Source;
  selection: Selection;
  dialect: Dialect;
  /** What the target has; tables whose content is the same are left as they are. */
  exported: readonly ExportedTable[];
  /** The tables that exports have made there, whole or not. */
  made: readonly ExportedTable[];
  replace: boolean;
}

/** Plans an export: which tables are loaded, and how many rows each must have. */
export async function planLoad({
  source,
  selection,
  dialect,
  exported,
  made,
  replace,
}: PlanOptions): Promise<LoadPlan & { unchanged: readonly ExportTable[] }> {
  const all = selectedTables(selection);
  const contents = new Map(all.map((table) => [table.name, contentOf(table, { source, selection, dialect })]));
  const isSame = ({ name }: ExportTable): boolean =>
    exported.some((table) => table.name === name && table.content === contents.get(name));
  const tables = all.filter((table) => !isSame(table));
  const rows = new Map<ExportTableName, number>();
  for (const table of tables) rows.set(table.name, await countRows(source, { table, selection }));
  // TMDB's rows must not grow old where nobody renews them: what an earlier export has made of them goes.
  const drops = TMDB_EXPORT_TABLES.filter(
    ({ name }) => !all.some((table) => table.name === name) && made.some((table) => table.name === name),
  );
  return {
    fingerprint: digest([
      source.manifest.buildId,
      ...tables.map(({ name }) => contents.get(name) ?? ''),
      ...drops.map(({ name }) => name),
    ]),
    buildId: source.manifest.buildId,
    tables,
    drops,
    unchanged: all.filter(isSame),
    contents,
    rows,
    replace,
  };
}

/** What the rows of a table depend on: the files that they are read from, the selection, and the form of the table. */
function contentOf(
  table: ExportTable,
  { source: { manifest }, selection, dialect }: Pick<PlanOptions, 'source' | 'selection' | 'dialect'>,
): string {
  const { only: _, tmdb: __, ...choice } = selection;
  const isAlone = !choosesTitles(selection) && selection.dropDangling !== true;
  // What is left out depends on other tables too.
  const reads = isAlone ? [table.from] : [...CHOSEN_BY, ...(isTmdbTable(table.name) ? TMDB_CHOSEN_BY : []), table.from];
  return digest([
    JSON.stringify(choice),
    ...dialect.createTable(table, table.name),
    ...dialect.createIndexes(table, table.name),
    ...table.columns.map((column) => dialect.value(column)),
    ...reads.map((name) => filesSeal(manifest, name)),
  ]);
}

function filesSeal({ tables }: Manifest, name: string): string {
  const table = tables.find((one) => one.name === name);
  return table === undefined
    ? ''
    : filesOfTable(table)
        .map(({ sha256 }) => sha256)
        .join();
}

async function countRows(
  source: Source,
  { table, selection }: { table: ExportTable; selection: Selection },
): Promise<number> {
  return source.use(async (connection) => {
    const reader = await connection.runAndReadAll(
      `SELECT count(*) FROM ${table.from} WHERE ${conditionOf(table, selection)}`,
    );
    return Number(reader.getRowsJS()[0]?.[0]);
  });
}

function digest(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
