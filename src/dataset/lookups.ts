import type { TableName } from './tables.ts';
import { CREDIT_CATEGORIES, TITLE_TYPES } from './vocabulary.ts';

/**
 * A kind of document that is read by its integer key: items, one or a list of them in no promised order, so that whoever
 * reads a list sorts it. They are a view over one Parquet table, and that is what `LOOKUP=parquet` reads; the index of a
 * build holds the view's rows in a file made for reading one key, see documents-file.ts.
 */
export interface Lookup {
  name: LookupName;
  /** The Parquet table it is a view of, sorted by the key. */
  table: TableName;
  /** Its key column: a tconst or an nconst without its prefix. */
  key: 'tconst' | 'nconst' | 'parentTconst';
  /**
   * The view: a SELECT over the Parquet table by name, with the key and a text `item`, a JSON array of the lookup's
   * fields, in the order of the table. A filter on the key is pushed down to the file.
   */
  view: string;
}

export type LookupName =
  'title' | 'person' | 'title_credits' | 'title_crew' | 'title_akas' | 'person_credits' | 'series_episodes';

/** A column of the table as it is, one that holds a list, or one that holds words of a vocabulary. */
type Field = string | { list: string } | { word: string; of: readonly string[] };

interface ViewOptions extends Pick<Lookup, 'table' | 'key'> {
  fields: readonly Field[];
  /** What makes rows of items where a row of the table holds several. */
  from?: string;
}

function lookup(name: LookupName, { table, key, fields, from = table }: ViewOptions): Lookup {
  return { name, table, key, view: `SELECT ${key}, ${itemOf(fields)} AS item FROM ${from}` };
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
  lookup('title', {
    table: 'title_cards',
    key: 'tconst',
    fields: [...TITLE_CARD, ...TITLE_REST, ...RATED, 'parentTconst', 'seasonNumber', 'episodeNumber'],
  }),
  lookup('person', {
    table: 'person_cards',
    key: 'nconst',
    fields: ['primaryName', 'birthYear', 'deathYear', { list: 'primaryProfession' }, { list: 'knownForTitles' }],
  }),
  lookup('title_credits', {
    table: 'principals',
    key: 'tconst',
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
  lookup('title_crew', {
    table: 'crew',
    key: 'tconst',
    fields: ['position', 'director', 'writer'],
    from: CREW,
  }),
  lookup('title_akas', {
    table: 'akas',
    key: 'tconst',
    fields: ['ordering', 'title', 'region', 'language', 'types', 'attributes', 'isOriginalTitle'],
  }),
  lookup('person_credits', {
    table: 'credits_by_person',
    key: 'nconst',
    // Short items, as there may be many of them: what else a credit has is in its title's document.
    fields: ['tconst', 'ordering', CATEGORY, ...TITLE_CARD],
  }),
  lookup('series_episodes', {
    table: 'episodes_by_series',
    key: 'parentTconst',
    fields: ['tconst', ...TITLE_CARD, ...TITLE_REST, ...RATED, 'seasonNumber', 'episodeNumber'],
  }),
];
