/**
 * How a column of text becomes a typed one. `\N` is NULL already; an empty string is NULL too. A value that does not
 * fit becomes NULL and is counted, except in a required column: there the whole line is left out.
 */
export interface Column {
  /** The name in the Parquet table. */
  name: string;
  /** DuckDB's type, for tables that have to be made without a source. */
  type: string;
  /** SQL that gives the typed value, NULL where it does not fit. */
  value: string;
  /** Rows without this value are left out. */
  required: boolean;
  /** What is counted on the way, by what it says of a value: SQL that is true where it does. */
  counts: Partial<Record<Count, string>>;
}

/**
 * A value was there and became NULL, or a list lost a part of it; it is kept as the text it is, though it should be
 * more; it begins with a quote; it is in CSV's quotes, with quotes inside of it doubled.
 */
export type Count = 'nulled' | 'kept' | 'opening' | 'quoted';

/** A tconst or nconst: two letters and seven to nine digits, without needless zeros. Becomes the number. */
export function constKey(name: string, { from = name, required = true } = {}): Column {
  const value = keyOf(from, name.toLowerCase().includes('nconst') ? 'nm' : 'tt');
  return { name, type: 'INTEGER', value, required, counts: {} };
}

/** A list of ids joined by commas; those that are no ids are left out and counted. One that repeats is kept once. */
export function constList(name: string, prefix: 'tt' | 'nm'): Column {
  const parts = `string_split(nullif(${name}, ''), ',')`;
  const ids = `list_filter(list_transform(${parts}, lambda part: ${keyOf('part', prefix)}), lambda part: part IS NOT NULL)`;
  const nulled = `coalesce(len(${ids}) < len(${parts}), false)`;
  return { name, type: 'INTEGER[]', value: once(name, ids), required: false, counts: { nulled, ...quotesOf(name) } };
}

/** A word of IMDb's vocabulary. */
export function word(name: string, { required = false } = {}): Column {
  return { name, type: 'VARCHAR', value: `nullif(${name}, '')`, required, counts: {} };
}

/** Text that anybody may have written. */
export function text(name: string): Column {
  // A title may stand in quotes as a whole: only doubled ones inside of it are CSV's.
  return { ...word(name), counts: quotesOf(name, `contains(${name}, '""') AND length(${name}) > 4`) };
}

/**
 * Words joined by a separator: commas, or the byte 0x02 in title.akas. Blanks around a word and empty words go, and one
 * that repeats is kept once.
 */
export function wordList(name: string, separator: ',' | '\u0002'): Column {
  const by = `chr(${separator.codePointAt(0)})`;
  const parts = `string_split(nullif(${name}, ''), ${by})`;
  const trimmed = `list_filter(list_transform(${parts}, lambda part: trim(part)), lambda part: part <> '')`;
  // The first test is the cheap one, and that of nearly all.
  const isPlain = `NOT (contains(${name}, ' ') OR contains(${name}, ${by} || ${by})
    OR starts_with(${name}, ${by}) OR ends_with(${name}, ${by}))`;
  const words = `CASE WHEN ${isPlain} THEN ${parts} WHEN len(${trimmed}) > 0 THEN ${trimmed} END`;
  return {
    name,
    type: 'VARCHAR[]',
    value: once(name, words, by),
    required: false,
    counts: quotesOf(name),
  };
}

/** A JSON array of texts, as in `characters`; anything else is kept as the one text it is, and counted. */
export function jsonList(name: string): Column {
  // Whatever is in the array comes as text: [1] as 1.
  const array = `TRY(from_json(nullif(${name}, ''), '["VARCHAR"]'))`;
  const texts = `list_filter(${array}, lambda one: one <> '')`;
  const kept = `(${array} IS NULL AND ${name} <> '')`;
  return {
    name,
    type: 'VARCHAR[]',
    value: `CASE WHEN ${kept} THEN [${name}] WHEN len(${texts}) > 0 THEN ${texts} END`,
    required: false,
    counts: { nulled: `coalesce(len(${texts}) = 0, false)`, kept, ...quotesOf(name) },
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
  const nulled = `coalesce(${name} NOT IN ('0', '1', ''), false)`;
  return { name, type: 'BOOLEAN', value: `coalesce(${name} = '1', false)`, required: false, counts: { nulled } };
}

function keyOf(from: string, prefix: 'tt' | 'nm'): string {
  return `CASE WHEN regexp_full_match(${from}, '${prefix}([0-9]{7}|[1-9][0-9]{7,8})') THEN substr(${from}, 3)::INTEGER END`;
}

/** A list without what stands in it before; looked at only where there are several. */
function once(name: string, list: string, by = `','`): string {
  return `CASE WHEN contains(${name}, ${by}) AND len(list_distinct(${list})) < len(${list})
    THEN list_filter(${list}, lambda one, place: list_position(${list}, one) = place) ELSE ${list} END`;
}

/** Whether a value begins with a quote, and whether it is in CSV's quotes. */
function quotesOf(name: string, andMore = 'true'): Pick<Column['counts'], 'opening' | 'quoted'> {
  const opening = `coalesce(starts_with(${name}, '"'), false)`;
  return { opening, quoted: `(${opening} AND ends_with(${name}, '"') AND ${andMore})` };
}
