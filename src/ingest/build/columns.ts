/**
 * How a column of text becomes a typed one. `\N` is NULL already; an empty string is NULL too. A value that does not
 * fit becomes NULL and is counted (`misfit`), except in a required column: there the whole line is left out.
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
  /** SQL that says whether a nullable value was there and did not fit; undefined where every text fits. */
  misfit?: string;
}

/** A tconst or nconst: two letters and seven to nine digits, without needless zeros. Becomes the number. */
export function constKey(name: string, { from = name, required = true } = {}): Column {
  const value = keyOf(from, name.toLowerCase().includes('nconst') ? 'nm' : 'tt');
  return { name, type: 'INTEGER', value, required };
}

/** A list of ids joined by commas; those that are no ids are left out and counted. */
export function constList(name: string, prefix: 'tt' | 'nm'): Column {
  const parts = `string_split(nullif(${name}, ''), ',')`;
  const value = `list_filter(list_transform(${parts}, lambda part: ${keyOf('part', prefix)}), lambda part: part IS NOT NULL)`;
  return { name, type: 'INTEGER[]', value, required: false, misfit: `coalesce(len(${value}) < len(${parts}), false)` };
}

export function text(name: string, { required = false } = {}): Column {
  return { name, type: 'VARCHAR', value: `nullif(${name}, '')`, required };
}

/** Texts joined by a separator: commas, or the byte 0x02 in title.akas. */
export function textList(name: string, separator: ',' | '\u0002'): Column {
  const value = `string_split(nullif(${name}, ''), chr(${separator.codePointAt(0)}))`;
  return { name, type: 'VARCHAR[]', value, required: false };
}

/** A JSON array of strings, as in `characters`. */
export function jsonList(name: string): Column {
  const texts = `list_filter(TRY(from_json(nullif(${name}, ''), '["VARCHAR"]')), lambda one: one IS NOT NULL)`;
  return nullable({ name, type: 'VARCHAR[]', value: `CASE WHEN len(${texts}) > 0 THEN ${texts} END` });
}

export function integer(name: string, { required = false } = {}): Column {
  const column = {
    name,
    type: 'INTEGER',
    value: `CASE WHEN regexp_full_match(${name}, '-?[0-9]+') THEN TRY_CAST(${name} AS INTEGER) END`,
  };
  return required ? { ...column, required } : nullable(column);
}

/** A rating of one decimal: DOUBLE, because 7.1 as FLOAT reads back as 7.099999904632568. */
export function decimal(name: string): Column {
  return {
    name,
    type: 'DOUBLE',
    value: `CASE WHEN regexp_full_match(${name}, '[0-9]+([.][0-9]+)?') THEN TRY_CAST(${name} AS DOUBLE) END`,
    required: true,
  };
}

/** `0` or `1`; whatever else has slipped into the column (years have) counts as 0. */
export function flag(name: string): Column {
  const misfit = `coalesce(${name} NOT IN ('0', '1', ''), false)`;
  return { name, type: 'BOOLEAN', value: `coalesce(${name} = '1', false)`, required: false, misfit };
}

function nullable(column: { name: string; type: string; value: string }): Column {
  const misfit = `(${column.value} IS NULL AND nullif(${column.name}, '') IS NOT NULL)`;
  return { ...column, required: false, misfit };
}

function keyOf(from: string, prefix: 'tt' | 'nm'): string {
  return `CASE WHEN regexp_full_match(${from}, '${prefix}([0-9]{7}|[1-9][0-9]{7,8})') THEN substr(${from}, 3)::INTEGER END`;
}
