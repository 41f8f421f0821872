import { SOURCES } from '../../dataset/sources/imdb.ts';
import { CANONICAL_COLUMNS } from '../../dataset/tables/canonical-columns.ts';
import type { SourceColumn } from '../../dataset/tables/column.ts';
import type { CanonicalTableName } from '../../dataset/tables/table-names.ts';
import { TABLES } from '../../dataset/tables/tables.ts';
import type { ExportColumn } from './export-column.ts';

/** A table as other databases get it: those of IMDb under IMDb's name, with IMDb's columns in their order. */
export interface ExportTable {
  /** `title_basics` for `title.basics`. */
  name: ExportTableName;
  /** The Parquet table that holds its rows. */
  from: CanonicalTableName | TmdbExportTableName;
  /** What its rows are, as one sentence. */
  meaning: string;
  /** What has to be said with its rows, wherever they go. */
  notice?: string;
  columns: readonly ExportColumn[];
  /** The columns of its primary key. The first is an id, by whose number the Parquet table is sorted. */
  key: readonly string[];
  /** That id's column in the Parquet table, an integer. */
  rangeColumn: string;
}

export type ExportTableName = ImdbExportTableName | TmdbExportTableName;

export type ImdbExportTableName =
  'name_basics' | 'title_basics' | 'title_akas' | 'title_crew' | 'title_episode' | 'title_principals' | 'title_ratings';

/** TMDB's tables have the same names in a build. */
export type TmdbExportTableName =
  | 'tmdb_titles'
  | 'tmdb_people'
  | 'tmdb_credits'
  | 'tmdb_recommendations'
  | 'tmdb_alternative_titles'
  | 'tmdb_collections'
  | 'tmdb_episodes'
  | 'tmdb_title_links'
  | 'tmdb_person_links'
  | 'tmdb_episode_links';

const MEANINGS: Record<ImdbExportTableName, string> = {
  title_basics: 'Titles of every type: films, series, episodes, games.',
  title_akas: 'The titles by which a title is known in other regions and languages.',
  title_crew: 'The directors and writers of each title.',
  title_episode: 'The series, season and number of each episode.',
  title_principals: 'Principal cast and crew of each title, in the order of billing.',
  title_ratings: 'Ratings by the users of IMDb.',
  name_basics: 'People.',
};

/** IMDb's tables, which every export has. Large ones come early, so that what takes long begins first. */
export const EXPORT_TABLES: readonly ExportTable[] = (
  ['principals', 'akas', 'names', 'titles', 'crew', 'episodes', 'ratings'] as const
).map(exportTable);

/** What its engine or file keeps beside a table: the meaning of its rows, and what has to be said with them. */
export function tableComment({ meaning, notice }: Pick<ExportTable, 'meaning' | 'notice'>): string {
  return notice === undefined ? meaning : `${meaning} ${notice}`;
}

function exportTable(from: CanonicalTableName): ExportTable {
  const table = TABLES.find(({ name }) => name === from);
  const source = SOURCES.find(({ name }) => name === table?.from)?.name;
  if (table?.unique === undefined || source === undefined) throw new Error(`table ${from} has no source or no key`);
  const columns = CANONICAL_COLUMNS[from].map(exportColumn);
  const name = source.replace('.', '_') as ImdbExportTableName;
  return {
    name,
    from,
    meaning: MEANINGS[name],
    columns,
    key: table.unique.map((unique) => columns.find((column) => column.from === unique)?.name ?? unique),
    rangeColumn: table.unique[0] ?? '',
  };
}

function exportColumn({ from, name, content, nullable, meaning }: SourceColumn): ExportColumn {
  // In Parquet an id is a number; here it is written as IMDb writes it.
  return { name: from, from: name, content, nullable, meaning: meaning.replace(', as a number', '') };
}
