/** Prefix of an id, which IMDb calls "const": `tt0111161` (tconst) for a title, `nm0000151` (nconst) for a person. */
export type ConstPrefix = 'tt' | 'nm';

const CONST = /^(tt|nm)([0-9]{7,9})$/;

/** The key of well-formed ids that IMDb never writes, such as `tt00111161`; no row has it. */
const NO_KEY = -1;

export interface ParsedConst {
  prefix: ConstPrefix;
  /** Number after the prefix, `111161` for `tt0111161`: the key in every table and document kind. */
  key: number;
}

/** Parses an id; undefined if it is malformed. */
export function parseConst(text: string): ParsedConst | undefined {
  const match = CONST.exec(text);
  if (match === null) return undefined;
  const prefix = match[1] as ConstPrefix;
  const key = Number(match[2]);
  return { prefix, key: formatConst(prefix, key) === text ? key : NO_KEY };
}

/** Formats an id as IMDb does, with at least seven digits. */
export function formatConst(prefix: ConstPrefix, key: number): string {
  return prefix + String(key).padStart(7, '0');
}
