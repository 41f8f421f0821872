import type { TableColumn } from './column.ts';
import { TMDB_FEATURE_COUNTS } from './similar-tmdb-tables.ts';
import type { Table } from './tables.ts';
import type { TmdbMadeTableName, TmdbSourceTableName, TmdbTableName } from './table-names.ts';
import { TMDB_COLUMNS, TMDB_MADE_COLUMNS, TMDB_SEARCH_COLUMNS, TMDB_TABLE_OF } from './tmdb-columns.ts';
import { MOST_ONLY_TMDB, ONLY_TMDB_FROM } from '../words/only-tmdb.ts';
import type { TmdbSnapshotName } from '../sources/tmdb-snapshot.ts';

const COLUMNS: Record<TmdbTableName, readonly TableColumn[]> = {
  ...TMDB_COLUMNS,
  ...TMDB_MADE_COLUMNS,
  ...TMDB_SEARCH_COLUMNS,
};

/** The keys that the rows of each file are sorted by, each of which is there once. */
const KEYS: Record<TmdbSourceTableName, readonly string[]> = {
  tmdb_titles: ['tmdbKey'],
  tmdb_people: ['id'],
  tmdb_credits: ['tmdbKey', 'position'],
  tmdb_recommendations: ['tmdbKey', 'position'],
  tmdb_alternative_titles: ['tmdbKey', 'position'],
  tmdb_collections: ['id'],
  tmdb_episodes: ['tmdbKey', 'seasonNumber', 'episodeNumber', 'id'],
  tmdb_gone: ['kind', 'id'],
};

/**
 * The tables that are made of others, as SELECTs over these. Those of links have the ids of IMDb's that TMDB gives, as far as IMDb's tables
 * have them. Of several titles of TMDB's with one id, the one with the most votes stands for it, then the one with the
 * lower key; of several people the most popular one, then the one with the lower number. A title or person is TMDB's alone
 * where TMDB gives no id of IMDb's, or one that IMDb's tables lack.
 */
export const TMDB_MADE: Record<Exclude<TmdbMadeTableName, 'tmdb_episode_links' | 'tmdb_similar_titles'>, string> = {
  tmdb_title_links: `
    SELECT tconst, (min_by(tmdbKey, {votes: -voteCount, tmdbKey: tmdbKey}))::INTEGER AS tmdbKey
    FROM tmdb_titles SEMI JOIN titles USING (tconst) GROUP BY tconst`,
  tmdb_person_links: `
    SELECT nconst, (min_by(id, {popularity: -coalesce(popularity, 0), id: id}))::INTEGER AS id
    FROM tmdb_people SEMI JOIN names USING (nconst) GROUP BY nconst`,
  tmdb_only_titles: `
    SELECT (${ONLY_TMDB_FROM} + tmdbKey)::INTEGER AS tconst, CASE kind WHEN 'TV' THEN 'tvSeries' ELSE 'movie' END AS titleType,
      adult AS isAdult, ${yearSql('releaseDate')} AS startYear, runtimeMinutes, coalesce(title, originalTitle) AS primaryTitle,
      originalTitle, voteCount, popularity
    FROM tmdb_titles ANTI JOIN titles USING (tconst) WHERE tmdbKey <= ${MOST_ONLY_TMDB}`,
  tmdb_only_people: `
    SELECT (${ONLY_TMDB_FROM} + id)::INTEGER AS nconst, name AS primaryName, ${yearSql('birthday')} AS birthYear,
      ${yearSql('deathday')} AS deathYear, popularity
    FROM tmdb_people ANTI JOIN names USING (nconst)`,
  tmdb_gone_titles: `
    SELECT (id * 2 + (kind = 'TV')::INTEGER)::INTEGER AS tmdbKey,
      (mergedInto * 2 + (kind = 'TV')::INTEGER)::INTEGER AS mergedInto
    FROM tmdb_gone WHERE kind <> 'PERSON'`,
  tmdb_gone_people: `SELECT id, mergedInto FROM tmdb_gone WHERE kind = 'PERSON'`,
  tmdb_feature_counts: TMDB_FEATURE_COUNTS,
};

/**
 * TMDB's tables, each behind those it is made from. They are in a build where a snapshot of TMDB's data was there: to
 * queries over another build they are empty.
 */
export const TMDB_TABLES: readonly Table[] = [
  ...Object.entries(TMDB_TABLE_OF).map(([from, name]) => {
    const key = KEYS[name];
    return tmdbTable(name, { from: from as TmdbSnapshotName, sortedBy: key, unique: key });
  }),
  tmdbTable('tmdb_title_links', { from: ['tmdb_titles', 'titles'], sortedBy: ['tconst'], unique: ['tconst'] }),
  tmdbTable('tmdb_person_links', { from: ['tmdb_people', 'names'], sortedBy: ['nconst'], unique: ['nconst'] }),
  tmdbTable('tmdb_episode_links', {
    from: ['tmdb_episodes', 'tmdb_title_links', 'episodes_by_series'],
    sortedBy: ['tconst'],
    unique: ['tconst'],
  }),
  tmdbTable('tmdb_only_titles', { from: ['tmdb_titles', 'titles'], sortedBy: ['tconst'], unique: ['tconst'] }),
  tmdbTable('tmdb_only_people', { from: ['tmdb_people', 'names'], sortedBy: ['nconst'], unique: ['nconst'] }),
  tmdbTable('tmdb_gone_titles', { from: ['tmdb_gone'], sortedBy: ['tmdbKey'], unique: ['tmdbKey'] }),
  tmdbTable('tmdb_gone_people', { from: ['tmdb_gone'], sortedBy: ['id'], unique: ['id'] }),
  tmdbTable('tmdb_search_entities', {
    from: ['tmdb_only_titles', 'tmdb_only_people', 'search_entities'],
    sortedBy: ['rank'],
    unique: ['rank'],
  }),
  tmdbTable('tmdb_search_texts', {
    from: [
      'tmdb_only_titles',
      'tmdb_only_people',
      'tmdb_title_links',
      'tmdb_alternative_titles',
      'titles',
      'search_texts',
    ],
    sortedBy: ['person', 'id', 'matchedOn', 'ordering', 'reading'],
  }),
  tmdbTable('tmdb_search_words', { from: ['tmdb_search_texts', 'search_words'], sortedBy: ['text'], unique: ['text'] }),
  tmdbTable('tmdb_feature_counts', {
    from: ['tmdb_titles', 'tmdb_title_links', 'ratings'],
    sortedBy: ['kind', 'feature'],
    unique: ['kind', 'feature'],
  }),
  tmdbTable('tmdb_similar_titles', {
    from: [
      'tmdb_titles',
      'tmdb_title_links',
      'tmdb_feature_counts',
      'title_cards',
      'principals',
      'crew',
      'names',
      'feature_counts',
    ],
    sortedBy: ['tconst', 'position'],
    unique: ['tconst', 'position'],
  }),
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

/** SQL of the year of a date, YYYY-MM-DD. */
function yearSql(date: string): string {
  return `TRY_CAST(regexp_extract(${date}, '^[0-9]{4}') AS INTEGER)`;
}
