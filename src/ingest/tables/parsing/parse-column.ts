import type { ColumnType, Content, SourceColumn } from '../../../dataset/tables/column.ts';

/**
 * How a column of text becomes a typed one. `\N` is NULL already; an empty string is NULL too. A value that does not
 * fit becomes NULL and is counted, except in a required column: there the whole line is left out.
 */
export interface Column {
  /** The name in the Parquet table, and in the source. */
  name: string;
  from: string;
  /** For tables that have to be made without a source. */
  type: ColumnType;
  /**
   * SQL of what several of the expressions below are made from, worked out once for each row: the first is read as
   * `<name>_1`, the next, which may be made from that, as `<name>_2`.
   */
  steps?: readonly string[];
  /** SQL that gives the typed value, NULL where it does not fit. */
  value: string;
  /** Rows without this value are left out. */
  required: boolean;
  /**
   * What is counted on the way, as SQL that is true of a value that counts: one that was there and became NULL, or a list
   * that lost a part; one that is kept as the text it is, though it should be more.
   */
  counts: { nulled?: string; kept?: string };
  /** Of a column whose values may begin with a quote: SQL that says whether one that does is in CSV's quotes. */
  quoted?: (value: string) => string;
}

/** What is counted in a column. */
export type Count = keyof Column['counts'];

type Parsing = Pick<Column, 'steps' | 'value' | 'counts' | 'quoted'>;

/** How a column of a canonical table is read from its source. */
export function parsed({ name, from, type, required, content }: SourceColumn): Column {
  const { counts, ...parsing } = parsingOf(content, { from, name });
  // A line that lacks a required value is left out, and counted as a line.
  return { name, from, type, required, ...parsing, counts: required ? {} : counts };
}

/** `from` is the text of the source, `name` what the steps are named after. */
function parsingOf(content: Content, { from, name }: { from: string; name: string }): Parsing {
  switch (content.kind) {
    case 'id':
      return { value: keyOf(from, content.prefix), counts: {} };
    case 'id list':
      return idList(content.prefix, { from, name });
    case 'word':
      return { value: `nullif(${from}, '')`, counts: {} };
    case 'word list':
      return wordList(content.separator, { from, name });
    case 'text':
      return { value: `nullif(${from}, '')`, counts: {}, quoted: hasDoubledQuotes };
    case 'text list':
      return jsonList({ from, name });
    case 'integer':
      return integer(from, content);
    case 'rating':
      return { value: ratingOf(from), counts: {} };
    case 'flag':
      // Whatever else has slipped into the column (years have) counts as 0.
      return { value: `coalesce(${from} = '1', false)`, counts: { nulled: `${from} NOT IN ('0', '1', '')` } };
  }
}

/** A list of ids joined by commas; those that are no ids are left out and counted. One that repeats is kept once. */
function idList(prefix: 'tt' | 'nm', { from, name }: { from: string; name: string }): Parsing {
  const parts = `list_transform(string_split(nullif(${from}, ''), ','), lambda part: ${keyOf('part', prefix)})`;
  const ids = `list_filter(${name}_1, lambda one: one IS NOT NULL)`;
  return {
    steps: [parts, ids],
    value: once(`${name}_2`),
    counts: { nulled: `len(${name}_2) < len(${name}_1)` },
  };
}

/** A title may stand in quotes as a whole: only doubled ones inside of it are CSV's. */
function hasDoubledQuotes(value: string): string {
  return `(ends_with(${value}, '"') AND contains(${value}, '""') AND length(${value}) > 4)`;
}

/** Words joined by a separator. Blanks around a word and empty words go, and one that repeats is kept once. */
function wordList(separator: string, { from, name }: { from: string; name: string }): Parsing {
  const by = `chr(${separator.codePointAt(0)})`;
  const parts = `string_split(${from}, ${by})`;
  const trimmed = `list_filter(list_transform(${parts}, lambda part: trim(part)), lambda part: part <> '')`;
  // Cheap tests first: the last way is for next to none.
  const isOne = `NOT (contains(${from}, ${by}) OR contains(${from}, ' '))`;
  const isPlain = `NOT (contains(${from}, ' ') OR contains(${from}, ${by} || ${by})
    OR starts_with(${from}, ${by}) OR ends_with(${from}, ${by}))`;
  return {
    steps: [
      `CASE WHEN ${from} = '' THEN NULL WHEN ${isOne} THEN [${from}] WHEN ${isPlain} THEN ${parts} ELSE ${trimmed} END`,
    ],
    value: once(`${name}_1`, 'NULL'),
    counts: {},
    quoted: (value) => `ends_with(${value}, '"')`,
  };
}

/** A JSON array of texts, as in `characters`; anything else is kept as the one text it is, and counted. */
function jsonList({ from, name }: { from: string; name: string }): Parsing {
  // Whatever is in the array comes as text: [1] as 1.
  const array = `TRY(from_json(nullif(${from}, ''), '["VARCHAR"]'))`;
  const texts = `list_filter(${name}_1, lambda one: one <> '')`;
  const kept = `(${name}_1 IS NULL AND ${from} <> '')`;
  return {
    steps: [array, texts],
    value: `CASE WHEN ${kept} THEN [${from}] WHEN len(${name}_2) > 0 THEN ${name}_2 END`,
    counts: { nulled: `len(${name}_2) = 0`, kept },
  };
}

function integer(from: string, { negative }: { negative: boolean }): Parsing {
  const digits = negative ? '-?[0-9]+' : '[0-9]+';
  const value = `CASE WHEN regexp_full_match(${from}, '${digits}') THEN TRY_CAST(${from} AS INTEGER) END`;
  return { value, counts: { nulled: `(${value} IS NULL AND nullif(${from}, '') IS NOT NULL)` } };
}

function ratingOf(from: string): string {
  return `CASE WHEN regexp_full_match(${from}, '[0-9]+([.][0-9]+)?')
    AND TRY_CAST(${from} AS DOUBLE) BETWEEN 1 AND 10 THEN TRY_CAST(${from} AS DOUBLE) END`;
}

const DIGIT = '[0-9]';

/** Most ids have seven or eight digits: GLOB tells so in half the time of a regular expression. */
function keyOf(from: string, prefix: 'tt' | 'nm'): string {
  const isKey = [
    `${from} GLOB '${prefix}${DIGIT.repeat(7)}'`,
    `${from} GLOB '${prefix}[1-9]${DIGIT.repeat(7)}'`,
    `regexp_full_match(${from}, '${prefix}[1-9][0-9]{8}')`,
  ];
  return `CASE WHEN ${isKey.join(' OR ')} THEN substr(${from}, 3)::INTEGER END`;
}

/** A list without what stands in it before, looked at only where there are several; `none` instead of an empty one. */
function once(list: string, none = list): string {
  return `CASE WHEN len(${list}) > 1 AND len(list_distinct(${list})) < len(${list})
    THEN list_filter(${list}, lambda one, place: list_position(${list}, one) = place)
    WHEN len(${list}) = 0 THEN ${none} ELSE ${list} END`;
}
