/** Divides types and attributes. */
const SEPARATOR = '\u0002';

/** What makes a cell odd, by name. */
const ODDITIES: Readonly<Record<string, (cell: string) => boolean>> = {
  'an empty value': (cell) => cell === '',
  'a blank too many': (cell) => /^ | $| {2}|, | ,/.test(cell),
  'a quote first': (cell) => cell.startsWith('"'),
  'a backslash': (cell) => cell !== '\\N' && cell.includes('\\'),
  'a control character': (cell) => /\p{Cc}/u.test(cell.replaceAll(SEPARATOR, '')),
  'a rare character': (cell) => /[\u0300-\u036f\u2028-\u202e\ufeff\u{10000}-\u{10ffff}]/u.test(cell),
  'a long value': (cell) => cell.length > 250,
  'a list with gaps': (cell) => /^,|,,|,$/.test(cell.replaceAll(SEPARATOR, ',')),
  'a long number': (cell) => /^-|^\d{6,}$|^0\d/.test(cell),
};

export const ODDITY_NAMES: readonly string[] = Object.keys(ODDITIES);

/** The first thing that is odd about a line. */
export function oddityOf(cells: readonly string[]): string | undefined {
  return ODDITY_NAMES.find((name) => cells.some((cell) => ODDITIES[name]?.(cell)));
}
