import { UsageError } from '../../errors.ts';
import { EVERY_EXPORT_TABLE, exportTableNamed, isTmdbTable } from './every-table.ts';
import type { ExportTable, ExportTableName } from './export-tables.ts';
import { EXPORT_TABLES } from './export-tables.ts';
import { SELECTED_PEOPLE, SELECTED_TITLES } from './reference.ts';
import type { Reference } from './reference.ts';
import { tmdbCondition, tmdbReferences, tmdbSelectionTables } from './tmdb-selection.ts';

/** Which part of a build is exported. Everything where nothing is given. */
export interface Selection {
  /** Tables; all if it is not given, those of TMDB only with `tmdb`. */
  only?: readonly ExportTableName[] | undefined;
  /** Types of titles, in IMDb's words. Episodes and other titles of other types are left out. */
  types?: readonly string[] | undefined;
  /** Votes that a title needs. */
  minVotes?: number | undefined;
  /** Whether rows that name a title or person which is not there are left out and reported. */
  dropDangling?: boolean | undefined;
  /** Whether TMDB's data is exported too. Else no table and no column of it is. */
  tmdb?: boolean | undefined;
}

/** The tables of a selection. */
export function selectedTables({ only, tmdb }: Selection): readonly ExportTable[] {
  const tables = tmdb === true ? EVERY_EXPORT_TABLE : EXPORT_TABLES;
  return only === undefined ? tables : tables.filter(({ name }) => only.includes(name));
}

/** The tables of TMDB's data in a selection. */
export function selectedTmdbTables(selection: Selection): readonly ExportTable[] {
  return selectedTables(selection).filter(({ name }) => isTmdbTable(name));
}

/**
 * Looks for names of no table, and for TMDB's tables where its data is not asked for.
 * @throws UsageError that names `asked`, the flag or setting, and the tables that there are.
 */
export function refuseUnknownTables({ only = [], tmdb }: Selection, asked: string): void {
  const unknown = only.find((name) => exportTableNamed(name) === undefined);
  if (unknown !== undefined) {
    const names = (tmdb === true ? EVERY_EXPORT_TABLE : EXPORT_TABLES).map(({ name }) => name).join(', ');
    throw new UsageError(`${asked} ${unknown}: there is no such table; there are ${names}.`);
  }
  const unasked = tmdb === true ? undefined : only.find(isTmdbTable);
  if (unasked === undefined) return;
  throw new UsageError(
    `${asked} ${unasked}: the tables of TMDB's data are exported only where --tmdb, EXPORT_TMDB=on or startExport(tmdb: true) asks for them.`,
  );
}

/** Whether a selection leaves titles out. */
export function choosesTitles({ types, minVotes }: Selection): boolean {
  return types !== undefined || minVotes !== undefined;
}

/**
 * The tables of ids that the conditions of a selection ask, as SQL with positional parameters: the titles of its types
 * and votes, and the people that are credited on them or direct or write them, of whom name.basics has a line.
 */
export function selectionTables(selection: Selection): { sql: string; values: (string | number)[] }[] {
  if (!choosesTitles(selection)) return [];
  const { types, minVotes } = selection;
  const conditions: string[] = [];
  const values: (string | number)[] = [];
  if (types !== undefined) {
    conditions.push(`titleType IN (${types.map((_, index) => `$${index + 1}`).join(', ')})`);
    values.push(...types);
  }
  if (minVotes !== undefined) {
    values.push(minVotes);
    conditions.push(`tconst IN (SELECT tconst FROM ratings WHERE numVotes >= $${values.length})`);
  }
  return [
    {
      sql: `CREATE OR REPLACE TABLE ${SELECTED_TITLES} AS SELECT tconst FROM titles WHERE ${conditions.join(' AND ')}`,
      values,
    },
    {
      sql: `CREATE OR REPLACE TABLE ${SELECTED_PEOPLE} AS
        SELECT nconst FROM names WHERE nconst IN (
          SELECT nconst FROM principals WHERE tconst IN (FROM ${SELECTED_TITLES})
          UNION SELECT unnest(directors) FROM crew WHERE tconst IN (FROM ${SELECTED_TITLES})
          UNION SELECT unnest(writers) FROM crew WHERE tconst IN (FROM ${SELECTED_TITLES}))`,
      values: [],
    },
    ...(selection.tmdb === true ? tmdbSelectionTables() : []),
  ];
}

/** The condition on an id of a title, in SQL over the Parquet tables; `true` where all are exported. */
export function titlesCondition(column: string, selection: Selection): string {
  return choosesTitles(selection) ? `"${column}" IN (FROM ${SELECTED_TITLES})` : 'true';
}

/** The condition on the rows of a table, in SQL over its Parquet table; `true` where all are exported. */
export function conditionOf({ name, from, rangeColumn }: ExportTable, selection: Selection): string {
  const conditions: string[] = [];
  if (choosesTitles(selection)) {
    const ofTmdb = tmdbCondition(name);
    if (ofTmdb !== undefined) conditions.push(ofTmdb);
    else
      conditions.push(
        from === 'names' ? `nconst IN (FROM ${SELECTED_PEOPLE})` : titlesCondition(rangeColumn, selection),
      );
  }
  if (selection.dropDangling === true) conditions.push(...referencesOf(from, selection).map(({ holds }) => holds));
  return conditions.length === 0 ? 'true' : conditions.join(' AND ');
}

const TO_TITLES: Partial<Record<ExportTable['from'], readonly { column: string; from: string }[]>> = {
  akas: [{ column: 'titleId', from: 'tconst' }],
  crew: [{ column: 'tconst', from: 'tconst' }],
  episodes: [
    { column: 'tconst', from: 'tconst' },
    { column: 'parentTconst', from: 'parentTconst' },
  ],
  principals: [{ column: 'tconst', from: 'tconst' }],
  ratings: [{ column: 'tconst', from: 'tconst' }],
};

/** The references of a table to the rows of a selection, by its Parquet table. */
export function referencesOf(from: ExportTable['from'], selection: Selection): readonly Reference[] {
  const [titles, people] = choosesTitles(selection)
    ? [`FROM ${SELECTED_TITLES}`, `FROM ${SELECTED_PEOPLE}`]
    : ['SELECT tconst FROM titles', 'SELECT nconst FROM names'];
  const ofTmdb = tmdbReferences(from, choosesTitles(selection));
  if (ofTmdb.length > 0) return ofTmdb;
  const references: Reference[] = (TO_TITLES[from] ?? []).map(({ column, from: own }) => ({
    column,
    to: 'title_basics',
    key: 'tconst',
    holds: `"${own}" IN (${titles})`,
  }));
  if (from === 'principals') {
    references.push({ column: 'nconst', to: 'name_basics', key: 'nconst', holds: `nconst IN (${people})` });
  }
  return references;
}
