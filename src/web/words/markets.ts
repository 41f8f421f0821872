import { LANGUAGES } from './reader.ts';

const regions = new Intl.DisplayNames(LANGUAGES, { type: 'region', fallback: 'code' });
const languages = new Intl.DisplayNames(LANGUAGES, { type: 'language', fallback: 'code' });

/** Countries that are no more: Intl gives their codes the name of one that came after, as if they were the same. */
const FORMER: Readonly<Record<string, string>> = {
  AN: 'Netherlands Antilles',
  BU: 'Burma',
  CS: 'Serbia and Montenegro',
  DD: 'East Germany',
  SU: 'Soviet Union',
  TP: 'East Timor',
  XC: 'Czechoslovakia',
  XG: 'East Germany',
  XI: 'Northern Ireland',
  YU: 'Yugoslavia',
  ZR: 'Zaire',
};

/** Codes of languages that are TMDB's alone, as codes of ISO 639. */
const LANGUAGES_OF_TMDB: Readonly<Record<string, string>> = { cn: 'yue', xx: 'zxx' };

/** Name of a market in the reader's language; codes that are IMDb's alone, such as XWW, stay as they are. */
export function regionName(region: string | null): string {
  if (region === null) return '';
  if (region === 'XWW') return 'worldwide';
  if (Object.hasOwn(FORMER, region)) return FORMER[region] ?? region;
  return /^[A-Z]{2}$/.test(region) ? (regions.of(region) ?? region) : region;
}

/** Name of a language in the reader's language. */
export function languageName(language: string): string {
  const code = LANGUAGES_OF_TMDB[language] ?? language;
  return /^[a-z]{2,3}$/.test(code) ? (languages.of(code) ?? code) : code;
}
