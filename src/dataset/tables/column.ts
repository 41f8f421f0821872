/** DuckDB's type of a column. */
export type ColumnType = 'INTEGER' | 'BIGINT' | 'DOUBLE' | 'BOOLEAN' | 'VARCHAR' | 'INTEGER[]' | 'VARCHAR[]';

/** A column of a Parquet table. */
export interface TableColumn {
  name: string;
  type: ColumnType;
  /** Whether it may be NULL. */
  nullable: boolean;
  /** What it means, as one sentence. */
  meaning: string;
}

/** A column of a canonical table, read from one column of its source. */
export interface SourceColumn extends TableColumn {
  /** The column of the source. */
  from: string;
  content: Content;
  /** Whether a line is left out that lacks it. */
  required: boolean;
}

/** What the text of a source's column holds. */
export type Content =
  /** A tconst or nconst; the number is kept. */
  | { kind: 'id'; prefix: Prefix }
  | { kind: 'id list'; prefix: Prefix }
  /** A word of IMDb's. */
  | { kind: 'word' }
  | { kind: 'word list'; separator: ',' | '\u0002' }
  /** Text that anybody may have written. */
  | { kind: 'text' }
  /** A JSON array of texts. */
  | { kind: 'text list' }
  /** A whole number, below zero only where it may be. */
  | { kind: 'integer'; negative: boolean }
  /** From 1 to 10, with one decimal. */
  | { kind: 'rating' }
  /** `0` or `1`. */
  | { kind: 'flag' };

type Prefix = 'tt' | 'nm';

/** How a source's column becomes a column: what is not said follows from it. */
export interface DeclaredColumn extends Pick<SourceColumn, 'type' | 'content' | 'meaning'> {
  /** Another name than that of the source's column. */
  name?: string;
  required?: boolean;
}

/** The number of a title or a person: 111161 for tt0111161. */
export function id(prefix: Prefix, meaning: string): DeclaredColumn {
  return { type: 'INTEGER', content: { kind: 'id', prefix }, meaning, required: true };
}

export function idList(prefix: Prefix, meaning: string): DeclaredColumn {
  return { type: 'INTEGER[]', content: { kind: 'id list', prefix }, meaning };
}

export function word(meaning: string): DeclaredColumn {
  return { type: 'VARCHAR', content: { kind: 'word' }, meaning };
}

/** Words that the source joins by a comma, or by the byte 0x02 in title.akas. */
export function wordList(separator: ',' | '\u0002', meaning: string): DeclaredColumn {
  return { type: 'VARCHAR[]', content: { kind: 'word list', separator }, meaning };
}

export function text(meaning: string): DeclaredColumn {
  return { type: 'VARCHAR', content: { kind: 'text' }, meaning };
}

export function textList(meaning: string): DeclaredColumn {
  return { type: 'VARCHAR[]', content: { kind: 'text list' }, meaning };
}

export function integer(meaning: string, { negative = false } = {}): DeclaredColumn {
  return { type: 'INTEGER', content: { kind: 'integer', negative }, meaning };
}

/** A rating: DOUBLE, because 7.1 as FLOAT reads back as 7.099999904632568. */
export function rating(meaning: string): DeclaredColumn {
  return { type: 'DOUBLE', content: { kind: 'rating' }, meaning, required: true };
}

/** A flag: whatever else stands in the column counts as 0, so that it is never NULL. */
export function flag(meaning: string): DeclaredColumn {
  return { type: 'BOOLEAN', content: { kind: 'flag' }, meaning };
}

/** The same column where lines without it are left out. */
export function required(column: DeclaredColumn): DeclaredColumn {
  return { ...column, required: true };
}

/** The same column under another name. */
export function named(name: string, column: DeclaredColumn): DeclaredColumn {
  return { ...column, name };
}
