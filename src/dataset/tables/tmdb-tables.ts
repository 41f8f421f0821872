import type { TableColumn } from './column.ts';
import type { Table } from './tables.ts';
import type { TmdbLinkTableName, TmdbSourceTableName, TmdbTableName } from './table-names.ts';
import { TMDB_COLUMNS, TMDB_LINK_COLUMNS, TMDB_TABLE_OF } from './tmdb-columns.ts';
import type { TmdbSnapshotName } from './tmdb-columns.ts';

const COLUMNS: Record<TmdbTableName, readonly TableColumn[]> = { ...TMDB_COLUMNS, ...TMDB_LINK_COLUMNS };

/** The keys that the rows of each file are sorted by; `unique` where each is there once. */
const KEYS: Record<TmdbSourceTableName, { sortedBy: readonly string[]; unique: boolean }> = {
  tmdb_titles: { sortedBy: ['tmdbKey'], unique: true },
  tmdb_people: { sortedBy: ['id'], unique: true },
  tmdb_credits: { sortedBy: ['tmdbKey', 'position'], unique: true },
  tmdb_recommendations: { sortedBy: ['tmdbKey', 'position'], unique: true },
  tmdb_alternative_titles: { sortedBy: ['tmdbKey', 'position'], unique: true },
  tmdb_collections: { sortedBy: ['id'], unique: true },
  tmdb_episodes: { sortedBy: ['tmdbKey', 'seasonNumber', 'episodeNumber', 'id'], unique: true },
  tmdb_gone: { sortedBy: ['kind', 'id'], unique: true },
};

/**
 * The tables of links, as SELECTs over the tables before them: the ids of IMDb's that TMDB gives, as far as IMDb's tables
 * have them. Of several titles of TMDB's with one id, the one with the most votes stands for it, then the one with the
 * lower key; of several people the most popular one, then the one with the lower number.
 */
export const TMDB_LINKS: Record<TmdbLinkTableName, string> = {
  tmdb_title_links: `
    SELECT tconst, (min_by(tmdbKey, {votes: -voteCount, tmdbKey: tmdbKey}))::INTEGER AS tmdbKey
    FROM tmdb_titles SEMI JOIN titles USING (tconst) GROUP BY tconst`,
  tmdb_person_links: `
    SELECT nconst, (min_by(id, {popularity: -coalesce(popularity, 0), id: id}))::INTEGER AS id
    FROM tmdb_people SEMI JOIN names USING (nconst) GROUP BY nconst`,
};

/**
 * TMDB's tables, each behind those it is made from. They are in a build where a snapshot of TMDB's data was there: to
 * queries over another build they are empty.
 */
export const TMDB_TABLES: readonly Table[] = [
  ...Object.entries(TMDB_TABLE_OF).map(([from, name]) => {
    const { sortedBy, unique } = KEYS[name];
    return tmdbTable(name, { from: from as TmdbSnapshotName, sortedBy, ...(unique && { unique: sortedBy }) });
  }),
  tmdbTable('tmdb_title_links', { from: ['tmdb_titles', 'titles'], sortedBy: ['tconst'], unique: ['tconst'] }),
  tmdbTable('tmdb_person_links', { from: ['tmdb_people', 'names'], sortedBy: ['nconst'], unique: ['nconst'] }),
];

/** A SELECT of no rows of each table, for builds without them. */
export const NO_TMDB_ROWS = Object.fromEntries(
  TMDB_TABLES.map(({ name, columns }) => [
    name,
    `SELECT ${columns.map((column) => `NULL::${column.type} AS ${column.name}`).join(', ')} WHERE false`,
  ]),
) as Record<TmdbTableName, string>;

function tmdbTable(name: TmdbTableName, table: Omit<Table, 'name' | 'columns'>): Table {
  return { ...table, name, columns: COLUMNS[name] };
}
