import type { SourceName } from '../sources/imdb.ts';

/** A Parquet table of a build: `tables/<name>.parquet`. */
export interface Table {
  name: TableName;
  /** What its rows come from: a canonical table from one source, a serving table from other tables. */
  from: SourceName | readonly TableName[];
  /** For a table of the past: the table whose rows it has as they were before the sources of that last changed. */
  earlierOf?: TableName;
  /** The columns the file is sorted by; they start with the integer key that lookups ask for. */
  sortedBy: readonly string[];
  /** The columns in which no two rows may be equal, where the table promises that. */
  unique?: readonly string[];
}

export type TableName = CanonicalTableName | ServingTableName;

/** One table for each source, with IMDb's columns typed: what scans, exports and outside tools read. */
export type CanonicalTableName = 'titles' | 'akas' | 'crew' | 'episodes' | 'principals' | 'ratings' | 'names';

/** Joined and sorted once during the build, so that no lookup has to join. */
export type ServingTableName =
  'title_cards' | 'person_cards' | 'credits_by_person' | 'episodes_by_series' | 'ratings_before' | SearchTableName;

/** What search is made of, see `search-tables.ts`. */
export type SearchTableName = 'search_entities' | 'search_texts' | 'search_words';

/** In an order in which each table comes after those it is made from, and the largest as early as they can. */
export const TABLES: readonly Table[] = [
  { name: 'names', from: 'name.basics', sortedBy: ['nconst'], unique: ['nconst'] },
  { name: 'titles', from: 'title.basics', sortedBy: ['tconst'], unique: ['tconst'] },
  {
    name: 'principals',
    from: 'title.principals',
    sortedBy: ['tconst', 'ordering'],
    unique: ['tconst', 'ordering'],
  },
  {
    name: 'credits_by_person',
    from: ['principals', 'titles'],
    sortedBy: ['nconst', 'tconst', 'ordering'],
  },
  { name: 'akas', from: 'title.akas', sortedBy: ['tconst', 'ordering'], unique: ['tconst', 'ordering'] },
  { name: 'crew', from: 'title.crew', sortedBy: ['tconst'], unique: ['tconst'] },
  { name: 'episodes', from: 'title.episode', sortedBy: ['tconst'], unique: ['tconst'] },
  { name: 'ratings', from: 'title.ratings', sortedBy: ['tconst'], unique: ['tconst'] },
  { name: 'ratings_before', from: ['ratings'], earlierOf: 'ratings', sortedBy: ['tconst'], unique: ['tconst'] },
  { name: 'title_cards', from: ['titles', 'ratings', 'episodes'], sortedBy: ['tconst'], unique: ['tconst'] },
  { name: 'person_cards', from: ['names', 'credits_by_person', 'titles'], sortedBy: ['nconst'], unique: ['nconst'] },
  {
    name: 'episodes_by_series',
    from: ['title_cards'],
    sortedBy: ['parentTconst', 'seasonNumber', 'episodeNumber', 'tconst'],
  },
  { name: 'search_entities', from: ['title_cards', 'person_cards'], sortedBy: ['rank'], unique: ['rank'] },
  {
    name: 'search_texts',
    from: ['titles', 'akas', 'names'],
    sortedBy: ['person', 'id', 'matchedOn', 'ordering'],
  },
  { name: 'search_words', from: ['search_texts'], sortedBy: ['text'], unique: ['text'] },
];

/** The tables and sources that a table is read or made from, one step back. */
export function tableInputs({ from }: Table): readonly (SourceName | TableName)[] {
  return typeof from === 'string' ? [from] : from;
}
