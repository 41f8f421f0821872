import type { CanonicalTableName, ServingTableName, TableName } from './table-names.ts';
import type { SourceName } from '../sources/imdb.ts';
import { CANONICAL_COLUMNS } from './canonical-columns.ts';
import type { TableColumn } from './column.ts';
import { SERVING_COLUMNS } from './serving-columns.ts';
import type { TmdbSnapshotName } from '../sources/tmdb-snapshot.ts';

/** A Parquet table of a build: `tables/<name>.parquet`, or `tables/<name>/*.parquet` where it is in parts. */
export interface Table {
  name: TableName;
  /** Origin of its rows: one source for a canonical table, other tables for a serving table. */
  from: SourceName | TmdbSnapshotName | readonly TableName[];
  /** For a table of earlier data: the table whose rows it keeps from before the last change of the sources. */
  earlierOf?: TableName;
  /**
   * Whether its rows compare the build with those before it, which its record names: where it is taken from the build
   * before, that one is named too.
   */
  comparesBuilds?: boolean;
  /** Columns that the file is sorted by; in tables that lookups read, the first is their integer key. */
  sortedBy: readonly string[];
  /**
   * Where requests read it by the dozen: it is written in parts by its key, see `write-parts.ts`, whose pages are
   * compressed so. LZ4 is decompressed fastest, and takes half as much room again. Parts take longer to write and to
   * read from end to end, so that the other tables are one file each.
   */
  inParts?: 'zstd' | 'lz4_raw';
  /** Columns that form a unique key, if the table has one. */
  unique?: readonly string[];
  /** In the order of the file. */
  columns: readonly TableColumn[];
}

type OwnTableName = CanonicalTableName | ServingTableName;

const COLUMNS: Record<OwnTableName, readonly TableColumn[]> = { ...CANONICAL_COLUMNS, ...SERVING_COLUMNS };

const DECLARED: readonly (Omit<Table, 'columns'> & { name: OwnTableName })[] = [
  { name: 'names', from: 'name.basics', inParts: 'lz4_raw', sortedBy: ['nconst'], unique: ['nconst'] },
  { name: 'titles', from: 'title.basics', sortedBy: ['tconst'], unique: ['tconst'] },
  {
    name: 'principals',
    from: 'title.principals',
    inParts: 'zstd',
    sortedBy: ['tconst', 'ordering'],
    unique: ['tconst', 'ordering'],
  },
  {
    name: 'credits_by_person',
    from: ['principals', 'titles'],
    sortedBy: ['nconst', 'tconst', 'ordering'],
  },
  {
    name: 'akas',
    from: 'title.akas',
    sortedBy: ['tconst', 'ordering'],
    unique: ['tconst', 'ordering'],
  },
  { name: 'crew', from: 'title.crew', sortedBy: ['tconst'], unique: ['tconst'] },
  { name: 'episodes', from: 'title.episode', sortedBy: ['tconst'], unique: ['tconst'] },
  { name: 'ratings', from: 'title.ratings', sortedBy: ['tconst'], unique: ['tconst'] },
  { name: 'ratings_before', from: ['ratings'], earlierOf: 'ratings', sortedBy: ['tconst'], unique: ['tconst'] },
  {
    name: 'changes',
    from: ['titles', 'names', 'ratings'],
    comparesBuilds: true,
    sortedBy: ['since', 'kind', 'id'],
    unique: ['since', 'kind', 'id'],
  },
  {
    name: 'title_cards',
    from: ['titles', 'ratings', 'episodes'],
    inParts: 'lz4_raw',
    sortedBy: ['tconst'],
    unique: ['tconst'],
  },
  {
    name: 'person_cards',
    from: ['names', 'credits_by_person', 'titles'],
    inParts: 'lz4_raw',
    sortedBy: ['nconst'],
    unique: ['nconst'],
  },
  {
    name: 'episodes_by_series',
    from: ['title_cards'],
    sortedBy: ['parentTconst', 'seasonNumber', 'episodeNumber', 'tconst'],
  },
  { name: 'search_entities', from: ['title_cards', 'person_cards'], sortedBy: ['rank'], unique: ['rank'] },
  {
    name: 'search_texts',
    from: ['titles', 'akas', 'names'],
    sortedBy: ['person', 'id', 'matchedOn', 'ordering', 'reading'],
  },
  { name: 'search_words', from: ['search_texts'], sortedBy: ['text'], unique: ['text'] },
  {
    name: 'feature_counts',
    from: ['title_cards', 'credits_by_person', 'crew', 'ratings'],
    sortedBy: ['kind', 'feature', 'person'],
    unique: ['kind', 'feature', 'person'],
  },
  {
    name: 'similar_titles',
    from: ['title_cards', 'principals', 'crew', 'names', 'feature_counts'],
    sortedBy: ['tconst', 'position'],
    unique: ['tconst', 'position'],
  },
];

/**
 * The tables that every build has, in topological order: each comes after those it is made from, and large tables come
 * early. TMDB's are beside them, see `tmdb-tables.ts`.
 */
export const TABLES: readonly Table[] = DECLARED.map(withColumns);

function withColumns(table: (typeof DECLARED)[number]): Table {
  return { ...table, columns: COLUMNS[table.name] };
}

/** The direct inputs of a table: its source, or the tables that it is made from. */
export function tableInputs({ from }: Table): readonly (SourceName | TmdbSnapshotName | TableName)[] {
  return typeof from === 'string' ? [from] : from;
}
