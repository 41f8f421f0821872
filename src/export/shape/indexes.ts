import { exportTableNamed } from './every-table.ts';
import type { ExportTableName } from './export-tables.ts';

/** An index besides the primary key. */
export interface ExportIndex {
  /** Unique in the database. */
  name: string;
  table: ExportTableName;
  columns: readonly string[];
  /** The key of the table's rows. */
  key: readonly string[];
  /** Whether it is over the words of a text, where the engine has such an index. */
  text?: boolean;
}

/**
 * Indexes for the common questions: titles of a year, episodes of a series, credits of a person, words of a title, and
 * what TMDB has by IMDb's ids and the other way round.
 */
const DECLARED: readonly Omit<ExportIndex, 'key'>[] = [
  { name: 'title_basics_by_type', table: 'title_basics', columns: ['titleType', 'startYear'] },
  { name: 'title_basics_words', table: 'title_basics', columns: ['primaryTitle'], text: true },
  {
    name: 'title_episode_by_series',
    table: 'title_episode',
    columns: ['parentTconst', 'seasonNumber', 'episodeNumber'],
  },
  { name: 'title_principals_by_person', table: 'title_principals', columns: ['nconst', 'tconst'] },
  { name: 'title_ratings_by_rating', table: 'title_ratings', columns: ['averageRating', 'numVotes'] },
  { name: 'name_basics_words', table: 'name_basics', columns: ['primaryName'], text: true },
  { name: 'tmdb_titles_by_number', table: 'tmdb_titles', columns: ['kind', 'id'] },
  { name: 'tmdb_titles_by_imdb', table: 'tmdb_titles', columns: ['tconst'] },
  { name: 'tmdb_titles_by_collection', table: 'tmdb_titles', columns: ['collectionId'] },
  { name: 'tmdb_people_by_imdb', table: 'tmdb_people', columns: ['nconst'] },
  { name: 'tmdb_credits_by_person', table: 'tmdb_credits', columns: ['personId', 'tmdbKey'] },
  { name: 'tmdb_recommendations_by_title', table: 'tmdb_recommendations', columns: ['recommendedKey'] },
  { name: 'tmdb_title_links_by_tmdb', table: 'tmdb_title_links', columns: ['tmdbKey'] },
  { name: 'tmdb_person_links_by_tmdb', table: 'tmdb_person_links', columns: ['id'] },
  {
    name: 'tmdb_episode_links_by_tmdb',
    table: 'tmdb_episode_links',
    columns: ['tmdbKey', 'seasonNumber', 'episodeNumber'],
  },
];

export const EXPORT_INDEXES: readonly ExportIndex[] = DECLARED.map((index) => withKey(index));

function withKey(index: Omit<ExportIndex, 'key'>): ExportIndex {
  return { ...index, key: exportTableNamed(index.table)?.key ?? [] };
}

export function indexesOf(table: ExportTableName): readonly ExportIndex[] {
  return EXPORT_INDEXES.filter((index) => index.table === table);
}
