import type { TableName } from './tables.ts';
import { CREDIT_CATEGORIES, TITLE_TYPES } from './vocabulary.ts';

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

/** A column of the table as it is, one that holds a list, or one that holds words of a vocabulary. */
type Field = string | { list: string } | { word: string; of: readonly string[] };

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

/** Lists joined by commas, as in IMDb's files; words as their places in the vocabulary, those outside of it as they are. */
function valueOf(field: Field): string {
  if (typeof field === 'string') return field;
  if ('list' in field) return `array_to_string(${field.list}, ',')`;
  const places = field.of.map((word, place) => `WHEN '${word}' THEN '${place}'::JSON`);
  return `CASE ${field.word} ${places.join(' ')} ELSE to_json(${field.word}) END`;
}

/** The words that stand in every document, in the order by which documents name them: new ones go to the end. */
export const TYPE_WORDS: readonly string[] = Object.values(TITLE_TYPES);
export const CATEGORY_WORDS: readonly string[] = Object.values(CREDIT_CATEGORIES);

/** DuckDB compresses no column that holds a longer text. */
const ROW_BYTES = 4000;

/**
 * A list of items for a key. Items and rows come in no promised order (ordering inside the aggregate costs twice the
 * time at build): whoever reads them sorts. `place` is a column that counts along the list: of its neighbours as many
 * as `rowItems` share a row, and an item that is longer than its part of the row has one of its own. `from` makes rows
 * of items where a row of the table holds several.
 */
function list(
  name: LookupName,
  {
    table,
    key,
    place,
    rowItems = 16,
    fields,
    from = table,
  }: { table: TableName; key: Lookup['key']; place: string; rowItems?: number; fields: readonly Field[]; from?: string },
): Lookup {
  return {
    name,
    table,
    key,
    shape: 'list',
    view: `SELECT ${key}, string_agg(item, ',') AS items
      FROM (SELECT ${key}, ${place} AS place, ${itemOf(fields)} AS item FROM ${from})
      GROUP BY ${key}, place // ${rowItems}, CASE WHEN strlen(item) > ${ROW_BYTES} // ${rowItems} THEN place END`,
  };
}

/** What stands beside a reference to a title: what filters and orders of credits ask for. */
const TITLE_CARD = [{ word: 'titleType', of: TYPE_WORDS }, 'startYear'];
/** What the whole title has besides. */
const TITLE_REST = ['primaryTitle', 'originalTitle', 'isAdult', 'endYear', 'runtimeMinutes', { list: 'genres' }];
const RATED = ['averageRating', 'numVotes'];
/** Directors beside writers, the shorter list filled up with nothing; one row at least for each title. */
const CREW = `(SELECT tconst, unnest(directors) AS director, unnest(writers) AS writer,
  unnest(range(greatest(1, len(directors), len(writers)))) AS position FROM crew)`;
const CATEGORY = { word: 'category', of: CATEGORY_WORDS };

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
    fields: ['primaryName', 'birthYear', 'deathYear', { list: 'primaryProfession' }, { list: 'knownForTitles' }],
  }),
  list('title_credits', {
    table: 'principals',
    key: 'tconst',
    place: 'ordering',
    fields: [
      'ordering',
      CATEGORY,
      'job',
      'characters',
      'CASE WHEN personFound THEN nconst END',
      'personName',
      'personBirthYear',
      'personDeathYear',
    ],
  }),
  list('title_crew', {
    table: 'crew',
    key: 'tconst',
    place: 'position',
    rowItems: 100,
    fields: ['position', 'director', 'writer'],
    from: CREW,
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
    // Short items, and many of them: what else a credit has is in its title's document.
    rowItems: 100,
    fields: ['tconst', 'ordering', CATEGORY, ...TITLE_CARD],
  }),
  list('series_episodes', {
    table: 'episodes_by_series',
    key: 'parentTconst',
    place: 'file_row_number',
    fields: ['tconst', ...TITLE_CARD, ...TITLE_REST, ...RATED, 'seasonNumber', 'episodeNumber'],
  }),
];
