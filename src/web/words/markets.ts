import { LANGUAGES } from './reader.ts';

const regions = new Intl.DisplayNames(LANGUAGES, { type: 'region', fallback: 'code' });
const languages = new Intl.DisplayNames(LANGUAGES, { type: 'language', fallback: 'code' });

/** Name of a market in the reader's language; codes that are IMDb's alone, such as XWW, stay as they are. */
export function regionName(region: string | null): string {
  if (region === null) return '';
  if (region === 'XWW') return 'worldwide';
  return /^[A-Z]{2}$/.test(region) ? (regions.of(region) ?? region) : region;
}

/** Name of a language in the reader's language. */
export function languageName(language: string): string {
  return /^[a-z]{2,3}$/.test(language) ? (languages.of(language) ?? language) : language;
}
