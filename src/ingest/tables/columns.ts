/**
 * How a column of text becomes a typed one. `\N` is NULL already; an empty string is NULL too. A value that does not
 * fit becomes NULL and is counted, except in a required column: there the whole line is left out.
 */
export interface Column {
  /** The name in the Parquet table. */
  name: string;
  /** DuckDB's type, for tables that have to be made without a source. */
  type: string;
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

/** A tconst or nconst: two letters and seven to nine digits, without needless zeros. Becomes the number. */
export function constKey(name: string, { from = name, required = true } = {}): Column {
  const value = keyOf(from, name.toLowerCase().includes('nconst') ? 'nm' : 'tt');
  return { name, type: 'INTEGER', value, required, counts: {} };
}

/** A list of ids joined by commas; those that are no ids are left out and counted. One that repeats is kept once. */
export function constList(name: string, prefix: 'tt' | 'nm'): Column {
  const parts = `list_transform(string_split(nullif(${name}, ''), ','), lambda part: ${keyOf('part', prefix)})`;
  const ids = `list_filter(${name}_1, lambda one: one IS NOT NULL)`;
  return {
    name,
    type: 'INTEGER[]',
    steps: [parts, ids],
    value: once(`${name}_2`),
    required: false,
    counts: { nulled: `len(${name}_2) < len(${name}_1)` },
  };
}

/** A word of IMDb's vocabulary. */
export function word(name: string, { required = false } = {}): Column {
  return { name, type: 'VARCHAR', value: `nullif(${name}, '')`, required, counts: {} };
}

/** Text that anybody may have written. */
export function text(name: string): Column {
  return { ...word(name), quoted: hasDoubledQuotes };
}

/** A title may stand in quotes as a whole: only doubled ones inside of it are CSV's. */
function hasDoubledQuotes(value: string): string {
  return `(ends_with(${value}, '"') AND contains(${value}, '""') AND length(${value}) > 4)`;
}

/**
 * Words joined by a separator: commas, or the byte 0x02 in title.akas. Blanks around a word and empty words go, and one
 * that repeats is kept once.
 */
export function wordList(name: string, separator: ',' | '\u0002'): Column {
  const by = `chr(${separator.codePointAt(0)})`;
  const parts = `string_split(${name}, ${by})`;
  const trimmed = `list_filter(list_transform(${parts}, lambda part: trim(part)), lambda part: part <> '')`;
  // Cheap tests first: the last way is for next to none.
  const isOne = `NOT (contains(${name}, ${by}) OR contains(${name}, ' '))`;
  const isPlain = `NOT (contains(${name}, ' ') OR contains(${name}, ${by} || ${by})
    OR starts_with(${name}, ${by}) OR ends_with(${name}, ${by}))`;
  return {
    name,
    type: 'VARCHAR[]',
    steps: [
      `CASE WHEN ${name} = '' THEN NULL WHEN ${isOne} THEN [${name}] WHEN ${isPlain} THEN ${parts} ELSE ${trimmed} END`,
    ],
    value: once(`${name}_1`, 'NULL'),
    required: false,
    counts: {},
    quoted: (value) => `ends_with(${value}, '"')`,
  };
}

/** A JSON array of texts, as in `characters`; anything else is kept as the one text it is, and counted. */
export function jsonList(name: string): Column {
  // Whatever is in the array comes as text: [1] as 1.
  const array = `TRY(from_json(nullif(${name}, ''), '["VARCHAR"]'))`;
  const texts = `list_filter(${name}_1, lambda one: one <> '')`;
  const kept = `(${name}_1 IS NULL AND ${name} <> '')`;
  return {
    name,
    type: 'VARCHAR[]',
    steps: [array, texts],
    value: `CASE WHEN ${kept} THEN [${name}] WHEN len(${name}_2) > 0 THEN ${name}_2 END`,
    required: false,
    counts: { nulled: `len(${name}_2) = 0`, kept },
  };
}

/** A whole number; below zero only where it may be. */
export function integer(name: string, { required = false, negative = false } = {}): Column {
  const digits = negative ? '-?[0-9]+' : '[0-9]+';
  const value = `CASE WHEN regexp_full_match(${name}, '${digits}') THEN TRY_CAST(${name} AS INTEGER) END`;
  const nulled = `(${value} IS NULL AND nullif(${name}, '') IS NOT NULL)`;
  return { name, type: 'INTEGER', value, required, counts: required ? {} : { nulled } };
}

/** A rating from 1 to 10, of one decimal: DOUBLE, because 7.1 as FLOAT reads back as 7.099999904632568. */
export function rating(name: string): Column {
  const value = `CASE WHEN regexp_full_match(${name}, '[0-9]+([.][0-9]+)?')
    AND TRY_CAST(${name} AS DOUBLE) BETWEEN 1 AND 10 THEN TRY_CAST(${name} AS DOUBLE) END`;
  return { name, type: 'DOUBLE', value, required: true, counts: {} };
}

/** `0` or `1`; whatever else has slipped into the column (years have) counts as 0. */
export function flag(name: string): Column {
  const nulled = `${name} NOT IN ('0', '1', '')`;
  return { name, type: 'BOOLEAN', value: `coalesce(${name} = '1', false)`, required: false, counts: { nulled } };
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
