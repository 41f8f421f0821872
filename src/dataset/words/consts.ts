/** IMDb's name for its ids is "const": `tt0111161` (tconst) for a title, `nm0000151` (nconst) for a person. */
export type ConstPrefix = 'tt' | 'nm';

const CONST = /^(tt|nm)([0-9]{7,9})$/;

/** A key that no row has: for well-formed ids IMDb never writes, such as `tt00111161`. */
const NO_KEY = -1;

export interface ParsedConst {
  prefix: ConstPrefix;
  /** The number after the prefix, `111161` for `tt0111161`: the key inside every table and lookup. */
  key: number;
}

/** Reads an id; undefined when it is malformed. */
export function parseConst(text: string): ParsedConst | undefined {
  const match = CONST.exec(text);
  if (match === null) return undefined;
  const prefix = match[1] as ConstPrefix;
  const key = Number(match[2]);
  return { prefix, key: formatConst(prefix, key) === text ? key : NO_KEY };
}

/** Writes an id as IMDb does: at least seven digits. */
export function formatConst(prefix: ConstPrefix, key: number): string {
  return prefix + String(key).padStart(7, '0');
}
