import type { TableName } from '../tables/table-names.ts';
import type { Field, NumberField } from './field-kinds.ts';
import {
  PERSON,
  PERSON_CREDIT,
  SERIES_EPISODE,
  SIMILAR_TITLE,
  TITLE,
  TITLE_AKA,
  TITLE_CREDIT,
  TITLE_CREW,
} from './document-fields.ts';
import { viewOf } from './document-view.ts';

/**
 * A kind of document that is read by its integer key: items, one or a list of them in no promised order, so that whoever
 * reads a list sorts it. They are a view over one Parquet table, and that is what `LOOKUP=parquet` reads; the index of a
 * build holds the view's rows in a file made for reading one key, see formats/documents/layout.ts.
 */
export interface DocumentKind<Name extends AnyDocumentKindName = AnyDocumentKindName> {
  name: Name;
  /** The Parquet table it is a view of, sorted by the key. */
  table: TableName;
  /** Its key column: a tconst or an nconst without its prefix, the key of a title of TMDB's, or TMDB's number. */
  key: 'tconst' | 'nconst' | 'parentTconst' | 'tmdbKey' | 'id';
  /**
   * The view: a SELECT over the Parquet table by name, with the key and a text `item`, a JSON array of the lookup's
   * fields, in the order of the table; its file leaves out the nulls at the end. A filter on the key is pushed down to
   * the file.
   */
  view: string;
  /** Where items have fields of another table behind all others, see `EmbeddedColumns`. */
  beside?: EmbeddedColumns | undefined;
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
export interface EmbeddedColumns {
  table: TableName;
  key: 'nconst';
  /** Its rows: a SELECT of key and `item`. */
  view: string;
  /** The lookup's view without them: the last field of an item is the key that they are found by. */
  without: string;
}

export type DocumentKindName =
  | 'title'
  | 'person'
  | 'title_credits'
  | 'title_crew'
  | 'title_akas'
  | 'person_credits'
  | 'series_episodes'
  | 'similar_titles';

/** A kind of TMDB's data: see `tmdb-document-kinds.ts`. */
export type TmdbDocumentKindName =
  | 'tmdb_title'
  | 'tmdb_person'
  | 'tmdb_title_credits'
  | 'tmdb_recommendations'
  | 'tmdb_alternative_titles'
  | 'tmdb_collection'
  | 'tmdb_title_links'
  | 'tmdb_person_links'
  | 'tmdb_episode_links'
  | 'tmdb_gone_titles'
  | 'tmdb_gone_people'
  | 'tmdb_similar_titles';

export type AnyDocumentKindName = DocumentKindName | TmdbDocumentKindName;

interface ViewOptions extends Pick<DocumentKind, 'table' | 'key'> {
  /** In their order, see document-fields.ts. */
  fields: Readonly<Record<string, Field<unknown>>>;
  /** The other table, and the field that is its key, `found` in SQL: the fields behind that one are of the other table. */
  beside?: { table: TableName; key: 'nconst'; foundBy: string };
  /** What makes rows of items where a row of the table holds several. */
  from?: string;
  blocks?: Pick<DocumentKind, 'blockBytes' | 'compressed'>;
  numbers?: readonly string[];
}

/** A larger block compresses better, and takes longer to read for one key. */
export const COMPRESSED = { blockBytes: 4096, compressed: true };
/** Of what requests read by the dozen. */
export const SMALL = { blockBytes: 1024, compressed: false };
/** The same where there are many small ones: each block takes 9 bytes of memory. */
const MIDDLING = { blockBytes: 2048, compressed: false };

/** Declares a kind. */
export function lookup<Name extends AnyDocumentKindName>(
  name: Name,
  { table, key, fields, beside, from = table, blocks = COMPRESSED, numbers = [] }: ViewOptions,
): DocumentKind<Name> {
  const common = { name, table, key, ...blocks, numbers };
  const values = Object.values(fields).map(({ sql }) => sql);
  if (beside === undefined) return { ...common, view: viewOf(key, { values, from }) };
  const keyPlace = Object.keys(fields).indexOf(beside.foundBy);
  const [own, others] = [values.slice(0, keyPlace), values.slice(keyPlace + 1)];
  return {
    ...common,
    view: viewOf(key, {
      values,
      from: `${from} LEFT JOIN (SELECT ${beside.key} AS found, ${others.join(', ')} FROM ${beside.table}) ON ${beside.key} = found`,
    }),
    beside: {
      table: beside.table,
      key: beside.key,
      view: viewOf(beside.key, { values: others, from: beside.table }),
      without: viewOf(key, { values: [...own, beside.key], from }),
    },
  };
}

/** The numbers of items that have nothing else. */
export function numbersOf(fields: Readonly<Record<string, NumberField<unknown>>>): readonly string[] {
  return Object.values(fields).map(({ numberSql }) => numberSql);
}

/** One row at least for each title. */
const CREW = `(SELECT tconst, unnest(directors) AS director, unnest(writers) AS writer,
  unnest(range(greatest(1, len(directors), len(writers)))) AS position FROM crew)`;

/**
 * The kinds that every build has; TMDB's are beside them. `title` and `series_episodes` carry ratings, which change every night; the others stay as long as their
 * table does.
 */
export const DOCUMENT_KINDS: readonly DocumentKind<DocumentKindName>[] = [
  lookup('title', { table: 'title_cards', key: 'tconst', fields: TITLE, blocks: SMALL }),
  lookup('person', { table: 'person_cards', key: 'nconst', fields: PERSON, blocks: MIDDLING }),
  lookup('title_credits', {
    table: 'principals',
    key: 'tconst',
    fields: TITLE_CREDIT,
    beside: { table: 'names', key: 'nconst', foundBy: 'personId' satisfies keyof typeof TITLE_CREDIT },
    blocks: SMALL,
  }),
  lookup('title_crew', { table: 'crew', key: 'tconst', fields: TITLE_CREW, from: CREW }),
  lookup('title_akas', { table: 'akas', key: 'tconst', fields: TITLE_AKA }),
  lookup('person_credits', {
    table: 'credits_by_person',
    key: 'nconst',
    fields: PERSON_CREDIT,
    blocks: SMALL,
    numbers: numbersOf(PERSON_CREDIT),
  }),
  lookup('series_episodes', { table: 'episodes_by_series', key: 'parentTconst', fields: SERIES_EPISODE }),
  lookup('similar_titles', {
    table: 'similar_titles',
    key: 'tconst',
    fields: SIMILAR_TITLE,
    blocks: SMALL,
    numbers: numbersOf(SIMILAR_TITLE),
  }),
];

/** The tables that the documents of a lookup are made from. */
export function documentKindInputs({ table, beside }: DocumentKind): readonly TableName[] {
  return beside === undefined ? [table] : [table, beside.table];
}
