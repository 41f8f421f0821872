import { numberOf, viewOf } from './document-view.ts';
import type { Field } from './document-view.ts';
import type { TableName } from '../tables/tables.ts';
import { CREDIT_CATEGORIES, TITLE_TYPES } from '../words/vocabulary.ts';

/**
 * A kind of document that is read by its integer key: items, one or a list of them in no promised order, so that whoever
 * reads a list sorts it. They are a view over one Parquet table, and that is what `LOOKUP=parquet` reads; the index of a
 * build holds the view's rows in a file made for reading one key, see formats/documents/layout.ts.
 */
export interface Lookup {
  name: LookupName;
  /** The Parquet table it is a view of, sorted by the key. */
  table: TableName;
  /** Its key column: a tconst or an nconst without its prefix. */
  key: 'tconst' | 'nconst' | 'parentTconst';
  /**
   * The view: a SELECT over the Parquet table by name, with the key and a text `item`, a JSON array of the lookup's
   * fields, in the order of the table; its file leaves out the nulls at the end. A filter on the key is pushed down to
   * the file.
   */
  view: string;
  /** Where items have fields of another table behind all others, see `Beside`. */
  beside?: Beside | undefined;
  /** The least bytes of a block of its file, and whether blocks are compressed, see formats/documents/layout.ts. */
  blockBytes: number;
  compressed: boolean;
  /**
   * Where items have nothing but integers, the SQL of each, over the same table, with NONE for null and UNKNOWN_WORD for
   * a word outside of the vocabulary: the file then has these. Else empty.
   */
  numbers: readonly string[];
}

/**
 * What the rows of another table, sorted by its key, bring to the items of a lookup. A join by DuckDB would lose the order
 * of the items: they are put together when the file is made, which costs less than to sort them again.
 */
export interface Beside {
  table: TableName;
  key: 'nconst';
  /** Its rows: a SELECT of key and `item`. */
  view: string;
  /** The lookup's view without them: the last field of an item is the key that they are found by. */
  without: string;
}

export type LookupName =
  'title' | 'person' | 'title_credits' | 'title_crew' | 'title_akas' | 'person_credits' | 'series_episodes';

interface ViewOptions extends Pick<Lookup, 'table' | 'key'> {
  fields: readonly Field[];
  /** Fields of another table, behind the key that they are found by; that is null where the table has it not. */
  beside?: { table: TableName; key: 'nconst'; fields: readonly string[] };
  /** What makes rows of items where a row of the table holds several. */
  from?: string;
  blocks?: Pick<Lookup, 'blockBytes' | 'compressed'>;
  /** Whether all fields are integers, but for words that the vocabulary does not know. */
  numbers?: boolean;
}

/** A larger block compresses better, and takes longer to read for one key. */
const COMPRESSED = { blockBytes: 4096, compressed: true };
/** Of what requests read by the dozen. */
const SMALL = { blockBytes: 1024, compressed: false };
/** The same where there are many small ones: each block takes 9 bytes of memory. */
const MIDDLING = { blockBytes: 2048, compressed: false };

function lookup(
  name: LookupName,
  { table, key, fields, beside, from = table, blocks = COMPRESSED, numbers = false }: ViewOptions,
): Lookup {
  const common = { name, table, key, ...blocks, numbers: numbers ? fields.map(numberOf) : [] };
  if (beside === undefined) return { ...common, view: viewOf(key, { fields, from }) };
  const others = beside.fields.join(', ');
  return {
    ...common,
    view: viewOf(key, {
      fields: [...fields, 'found', ...beside.fields],
      from: `${from} LEFT JOIN (SELECT ${beside.key} AS found, ${others} FROM ${beside.table}) ON ${beside.key} = found`,
    }),
    beside: {
      ...beside,
      view: viewOf(beside.key, { fields: beside.fields, from: beside.table }),
      without: viewOf(key, { fields: [...fields, beside.key], from }),
    },
  };
}

/** The words that stand in every document, in the order by which documents name them: new ones go to the end. */
export const TYPE_WORDS: readonly string[] = Object.values(TITLE_TYPES);
export const CATEGORY_WORDS: readonly string[] = Object.values(CREDIT_CATEGORIES);

/** What stands beside a reference to a title: what filters and orders of credits ask for. */
const TITLE_CARD: readonly Field[] = [{ word: 'titleType', of: TYPE_WORDS }, 'startYear'];
/** The whole title: what most titles lack comes last. */
const WHOLE_TITLE: readonly Field[] = [
  ...TITLE_CARD,
  'primaryTitle',
  { text: 'originalTitle', like: 'primaryTitle' },
  { list: 'genres' },
  'runtimeMinutes',
  'parentTconst',
  'seasonNumber',
  'episodeNumber',
  'averageRating',
  'numVotes',
  { flag: 'isAdult' },
  'endYear',
];
/** Directors beside writers, the shorter list filled up with nothing; one row at least for each title. */
const CREW = `(SELECT tconst, unnest(directors) AS director, unnest(writers) AS writer,
  unnest(range(greatest(1, len(directors), len(writers)))) AS position FROM crew)`;
const CATEGORY = { word: 'category', of: CATEGORY_WORDS };

/** `title` and `series_episodes` carry ratings, which change every night; the others stay as long as their table does. */
export const LOOKUPS: readonly Lookup[] = [
  lookup('title', {
    table: 'title_cards',
    key: 'tconst',
    fields: WHOLE_TITLE,
    blocks: SMALL,
  }),
  lookup('person', {
    table: 'person_cards',
    key: 'nconst',
    fields: ['primaryName', 'birthYear', 'deathYear', { list: 'primaryProfession' }, { list: 'knownForTitles' }],
    blocks: MIDDLING,
  }),
  lookup('title_credits', {
    table: 'principals',
    key: 'tconst',
    fields: ['ordering', CATEGORY, { list: 'characters', or: 'job' }],
    beside: { table: 'names', key: 'nconst', fields: ['primaryName', 'birthYear', 'deathYear'] },
    blocks: SMALL,
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
    fields: ['ordering', 'title', 'region', 'language', 'types', 'attributes', { flag: 'isOriginalTitle' }],
  }),
  lookup('person_credits', {
    table: 'credits_by_person',
    key: 'nconst',
    // Short items, as there may be many of them: what else a credit has is in its title's document.
    fields: ['tconst', 'ordering', CATEGORY, ...TITLE_CARD],
    blocks: SMALL,
    numbers: true,
  }),
  lookup('series_episodes', {
    table: 'episodes_by_series',
    key: 'parentTconst',
    fields: ['tconst', ...WHOLE_TITLE],
  }),
];

/** The tables that the documents of a lookup are made from. */
export function lookupInputs({ table, beside }: Lookup): readonly TableName[] {
  return beside === undefined ? [table] : [table, beside.table];
}
