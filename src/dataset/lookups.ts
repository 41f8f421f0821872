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
  /** One row for a key, or a list in as many rows as it needs. */
  shape: 'card' | 'list';
  /** Its columns beside the key. */
  columns: readonly string[];
  /** The view: a SELECT over the Parquet table by name. A filter on the key is pushed down to the file. */
  view: string;
}

export type LookupName =
  'title' | 'person' | 'title_credits' | 'title_crew' | 'title_akas' | 'person_credits' | 'series_episodes';

/** A column of the table as it is, or one that holds a list. */
type Field = string | { list: string };

/** A card: flat columns, lists joined by commas as in IMDb's files. Flat text is read 4 times faster than a LIST. */
function card(name: LookupName, table: TableName, key: Lookup['key'], fields: readonly Field[]): Lookup {
  const columns = fields.map((field) => (typeof field === 'string' ? field : field.list));
  const values = fields.map((field, index) => `${valueOf(field)} AS ${columns[index]}`);
  return { name, table, key, shape: 'card', columns, view: `SELECT ${[key, ...values].join(', ')} FROM ${table}` };
}

function valueOf(field: Field): string {
  return typeof field === 'string' ? field : `array_to_string(${field.list}, ',')`;
}

/** DuckDB compresses no text column that holds texts of over 4 KB, so that a long list takes several rows. */
const CHUNK_BYTES = 2500;

/**
 * A list: JSON texts `items`, each an array of arrays in the order of `fields`. The items come in no promised order
 * (ordering inside the aggregate costs twice the time at build): whoever reads them sorts.
 */
function list(name: LookupName, table: TableName, key: Lookup['key'], fields: readonly Field[]): Lookup {
  const before = `sum(strlen(item)) OVER (PARTITION BY ${key} ROWS UNBOUNDED PRECEDING)`;
  return {
    name,
    table,
    key,
    shape: 'list',
    columns: ['items'],
    view: `SELECT ${key}, '[' || string_agg(item, ',') || ']' AS items
      FROM (
        SELECT ${key}, item, ${before} // ${CHUNK_BYTES} AS chunk
        FROM (SELECT ${key}, json_array(${fields.map(valueOf).join(', ')})::VARCHAR AS item FROM ${table})
      ) GROUP BY ${key}, chunk`,
  };
}

/** What a title's card holds beside a reference to it. */
const TITLE_CARD = ['titleType', 'primaryTitle', 'startYear'];
/** What the whole title has besides. */
const TITLE_REST = ['originalTitle', 'isAdult', 'endYear', 'runtimeMinutes', { list: 'genres' }];
const RATED = ['averageRating', 'numVotes'];
const PERSON_CARD = ['primaryName', 'birthYear', 'deathYear'];

/** `title` and `series_episodes` carry ratings, which change every night; the others stay as long as their table does. */
export const LOOKUPS: readonly Lookup[] = [
  card('title', 'title_cards', 'tconst', [
    ...TITLE_CARD,
    ...TITLE_REST,
    ...RATED,
    'parentTconst',
    'seasonNumber',
    'episodeNumber',
  ]),
  card('person', 'person_cards', 'nconst', [...PERSON_CARD, { list: 'primaryProfession' }, { list: 'knownForTitles' }]),
  list('title_credits', 'credits_by_title', 'tconst', [
    'ordering',
    'nconst',
    'category',
    'job',
    'characters',
    'personFound',
    ...PERSON_CARD,
  ]),
  list('title_crew', 'crew_by_title', 'tconst', ['role', 'position', 'nconst', ...PERSON_CARD]),
  list('title_akas', 'akas', 'tconst', [
    'ordering',
    'title',
    'region',
    'language',
    'types',
    'attributes',
    'isOriginalTitle',
  ]),
  list('person_credits', 'credits_by_person', 'nconst', [
    'tconst',
    'ordering',
    'category',
    'job',
    'characters',
    'titleFound',
    ...TITLE_CARD,
  ]),
  list('series_episodes', 'episodes_by_series', 'parentTconst', [
    'tconst',
    ...TITLE_CARD,
    ...TITLE_REST,
    ...RATED,
    'seasonNumber',
    'episodeNumber',
  ]),
];
