import { TMDB_ATTRIBUTION, TMDB_LICENCE } from '../../dataset/sources/tmdb-terms.ts';
import type { TableColumn } from '../../dataset/tables/column.ts';
import { TMDB_TABLES } from '../../dataset/tables/tmdb-tables.ts';
import type { ExportColumn, ExportContent } from './export-column.ts';
import type { ExportTable, TmdbExportTableName } from './export-tables.ts';

/** What goes with TMDB's data wherever that goes. */
export const TMDB_EXPORT_NOTICE = `${TMDB_ATTRIBUTION} ${TMDB_LICENCE}`;

const MEANINGS: Record<TmdbExportTableName, string> = {
  tmdb_credits: 'Cast and crew of titles, as TMDB has them.',
  tmdb_people: 'People, as TMDB has them.',
  tmdb_titles: 'Films and series, as TMDB has them.',
  tmdb_recommendations: 'The titles that TMDB recommends beside a title.',
  tmdb_alternative_titles: 'The titles by which TMDB knows a title in other countries.',
  tmdb_episodes: 'Episodes of series, by the seasons and numbers of TMDB.',
  tmdb_collections: 'Collections of films, as TMDB has them.',
  tmdb_title_links: "Which title of TMDB's is which one of IMDb's.",
  tmdb_person_links: "Which person of TMDB's is which one of IMDb's.",
  tmdb_episode_links: "Which episode of TMDB's is which one of IMDb's, with a probability.",
};

/** Columns whose name is a word of SQL's. */
const RENAMED: Readonly<Record<string, string>> = { character: 'characterName' };
/** Columns of short texts of one form: dates, times and a kind. */
const WORDS = new Set(['kind', 'releaseDate', 'birthday', 'deathday', 'airDate', 'fetchedAt']);

/** TMDB's tables of an export, which has them only where they are asked for. Large ones come early. */
export const TMDB_EXPORT_TABLES: readonly ExportTable[] = (Object.keys(MEANINGS) as TmdbExportTableName[]).map(
  (name) => {
    const table = TMDB_TABLES.find((one) => one.name === name);
    if (table?.unique === undefined) throw new Error(`table ${name} has no key`);
    return {
      name,
      from: name,
      meaning: MEANINGS[name],
      notice: TMDB_EXPORT_NOTICE,
      columns: table.columns.map(exportColumn),
      key: table.unique,
      rangeColumn: table.unique[0] ?? '',
    };
  },
);

function exportColumn(column: TableColumn): ExportColumn {
  const { name, nullable, meaning } = column;
  return {
    name: RENAMED[name] ?? name,
    from: name,
    content: contentOf(column),
    nullable,
    meaning: meaning.replace(', as a number', ''),
  };
}

function contentOf({ name, type }: TableColumn): ExportContent {
  if (name === 'tconst') return { kind: 'id', prefix: 'tt' };
  if (name === 'nconst') return { kind: 'id', prefix: 'nm' };
  switch (type) {
    case 'INTEGER':
      return { kind: 'integer', negative: false };
    case 'BIGINT':
      return { kind: 'big integer' };
    case 'DOUBLE':
      return { kind: 'number' };
    case 'BOOLEAN':
      return { kind: 'flag' };
    case 'INTEGER[]':
      return { kind: 'integer list' };
    case 'VARCHAR[]':
      return { kind: 'text list' };
    case 'VARCHAR':
      return { kind: WORDS.has(name) ? 'word' : 'long text' };
  }
}
