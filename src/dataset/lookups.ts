import type { TableName } from './tables.ts';

/**
 * A kind of document that is read by its integer key. It is one view over one Parquet table; the index of a build,
 * `lookup/<name>.duckdb`, is that view made into a table with an index on the key. So the same query reads the one or
 * the other.
 */
export interface Lookup {
  name: LookupName;
  /** The Parquet table it is a view of. */
  table: TableName;
  /** Its key column: a tconst or an nconst without its prefix. */
  key: 'tconst' | 'nconst' | 'parentTconst';
  /** One item in one row for a key, or a list of them in as many rows as it needs. */
  shape: 'card' | 'list';
  /**
   * The view: a SELECT over the Parquet table by name, with the columns of the key and of a text `items`: JSON arrays
   * of the lookup's fields, separated by commas. A filter on the key is pushed down to the file.
   */
  view: string;
}

export type LookupName =
  'title' | 'person' | 'title_credits' | 'title_crew' | 'title_akas' | 'person_credits' | 'series_episodes';

/** A column of the table as it is, or one that holds a list. */
type Field = string | { list: string };

/** One item for a key. A single text is found three times faster than a dozen columns. */
function card(
  name: LookupName,
  { table, key, fields }: { table: TableName; key: Lookup['key']; fields: readonly Field[] },
): Lookup {
  return { name, table, key, shape: 'card', view: `SELECT ${key}, ${itemOf(fields)} AS items FROM ${table}` };
}

function itemOf(fields: readonly Field[]): string {
  return `json_array(${fields.map(valueOf).join(', ')})::VARCHAR`;
}

/** Lists joined by commas, as in IMDb's files. */
function valueOf(field: Field): string {
  return typeof field === 'string' ? field : `array_to_string(${field.list}, ',')`;
}

/** DuckDB compresses no column that holds a longer text. */
const ROW_BYTES = 4000;

/**
 * A list of items for a key. Items and rows come in no promised order (ordering inside the aggregate costs twice the
 * time at build): whoever reads them sorts. `place` is a column that counts along the list: of its neighbours as many
 * as `rowItems` share a row, and an item that is longer than its part of the row has one of its own.
 */
function list(
  name: LookupName,
  {
    table,
    key,
    place,
    rowItems = 16,
    fields,
  }: { table: TableName; key: Lookup['key']; place: string; rowItems?: number; fields: readonly Field[] },
): Lookup {
  return {
    name,
    table,
    key,
    shape: 'list',
    view: `SELECT ${key}, string_agg(item, ',') AS items
      FROM (SELECT ${key}, ${place} AS place, ${itemOf(fields)} AS item FROM ${table})
      GROUP BY ${key}, place // ${rowItems}, CASE WHEN strlen(item) > ${ROW_BYTES} // ${rowItems} THEN place END`,
  };
}

/** What stands beside a reference to a title: what filters and orders of credits ask for. */
const TITLE_CARD = ['titleType', 'startYear'];
/** What the whole title has besides. */
const TITLE_REST = ['primaryTitle', 'originalTitle', 'isAdult', 'endYear', 'runtimeMinutes', { list: 'genres' }];
const RATED = ['averageRating', 'numVotes'];
const PERSON_CARD = ['primaryName', 'birthYear', 'deathYear'];

/** `title` and `series_episodes` carry ratings, which change every night; the others stay as long as their table does. */
export const LOOKUPS: readonly Lookup[] = [
  card('title', {
    table: 'title_cards',
    key: 'tconst',
    fields: [...TITLE_CARD, ...TITLE_REST, ...RATED, 'parentTconst', 'seasonNumber', 'episodeNumber'],
  }),
  card('person', {
    table: 'person_cards',
    key: 'nconst',
    fields: [...PERSON_CARD, { list: 'primaryProfession' }, { list: 'knownForTitles' }],
  }),
  list('title_credits', {
    table: 'principals',
    key: 'tconst',
    place: 'ordering',
    fields: [
      'ordering',
      'nconst',
      'category',
      'job',
      'characters',
      'personFound',
      'personName',
      'personBirthYear',
      'personDeathYear',
    ],
  }),
  list('title_crew', {
    table: 'crew_by_title',
    key: 'tconst',
    place: 'position',
    fields: ['role', 'position', 'nconst', ...PERSON_CARD],
  }),
  list('title_akas', {
    table: 'akas',
    key: 'tconst',
    place: 'ordering',
    fields: ['ordering', 'title', 'region', 'language', 'types', 'attributes', 'isOriginalTitle'],
  }),
  list('person_credits', {
    table: 'credits_by_person',
    key: 'nconst',
    place: 'file_row_number',
    // Short items, and many of them.
    rowItems: 40,
    fields: ['tconst', 'ordering', 'category', 'job', 'characters', ...TITLE_CARD],
  }),
  list('series_episodes', {
    table: 'episodes_by_series',
    key: 'parentTconst',
    place: 'file_row_number',
    fields: ['tconst', ...TITLE_CARD, ...TITLE_REST, ...RATED, 'seasonNumber', 'episodeNumber'],
  }),
];
