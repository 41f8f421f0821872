/** Parts of enum values that are not simply words. */
const SPELLINGS: Readonly<Record<string, string>> = { TV: 'TV', SCI: 'Sci-Fi', FI: '', NOIR: '-Noir' };

/** Words for an enum value: `TV_MINI_SERIES` becomes `TV mini series`. */
export function labelOf(value: string): string {
  const words = value
    .split('_')
    .map((part) => SPELLINGS[part] ?? part.toLowerCase())
    .filter((part) => part !== '')
    .join(' ')
    .replace(' -', '-');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
