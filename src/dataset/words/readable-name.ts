/** The name of an enum value, to be read: `TV mini series` of `TV_MINI_SERIES`. */
export function readableName(name: string): string {
  const text = name.replaceAll('_', ' ').toLowerCase();
  return text.startsWith('tv ') ? `TV${text.slice(2)}` : text.charAt(0).toUpperCase() + text.slice(1);
}
