import type { Culture } from '../../text/words-world.ts';

/** Names of the countries that the cultures of the demo begin with, by ISO 3166-1. */
const COUNTRIES: Record<string, string> = {
  US: 'United States of America',
  GB: 'United Kingdom',
  CA: 'Canada',
  AU: 'Australia',
  FR: 'France',
  BE: 'Belgium',
  DE: 'Germany',
  AT: 'Austria',
  ES: 'Spain',
  MX: 'Mexico',
  IT: 'Italy',
  CH: 'Switzerland',
  BR: 'Brazil',
  PT: 'Portugal',
  RU: 'Russia',
  JP: 'Japan',
  KR: 'South Korea',
  IN: 'India',
  EG: 'Egypt',
  LB: 'Lebanon',
  GR: 'Greece',
  CN: 'China',
  TW: 'Taiwan',
  TR: 'Turkey',
  PL: 'Poland',
  SE: 'Sweden',
  FI: 'Finland',
};

const TOWNS: Record<string, string> = {
  en: 'Fairhaven, Maine, USA',
  fr: 'Saint-Aubin-sur-Mer, France',
  de: 'Lüneburg, Germany',
  es: 'Cádiz, Spain',
  it: 'Trieste, Italy',
  pt: 'Olinda, Pernambuco, Brazil',
  ru: 'Псков, Россия',
  ja: '函館市, Japan',
  ko: 'Gangneung, South Korea',
  hi: 'Udaipur, Rajasthan, India',
  ar: 'الإسكندرية, Egypt',
  el: 'Volos, Greece',
  cmn: 'Suzhou, China',
  tr: 'Trabzon, Turkey',
  pl: 'Toruń, Poland',
  sv: 'Visby, Sweden',
};

/** What a language calls itself, where that is not its English name. */
const OWN_NAMES: Record<string, string> = {
  fr: 'Français',
  de: 'Deutsch',
  es: 'Español',
  it: 'Italiano',
  pt: 'Português',
  ru: 'Pусский',
  ja: '日本語',
  ko: '한국어/조선말',
  hi: 'हिन्दी',
  ar: 'العربية',
  el: 'ελληνικά',
  zh: '普通话',
  tr: 'Türkçe',
  pl: 'Polski',
  sv: 'svenska',
};

/** ISO 639-1 of a culture's language, as TMDB writes it: `zh` where IMDb says `cmn`. */
export function languageOf(culture: Culture): string {
  return culture.code === 'cmn' ? 'zh' : culture.code;
}

/** A language in TMDB's form. */
export function spokenLanguage(culture: Culture): { english_name: string; iso_639_1: string; name: string } {
  const code = languageOf(culture);
  const english = code === 'zh' ? 'Mandarin' : culture.language;
  return { english_name: english, iso_639_1: code, name: OWN_NAMES[code] ?? english };
}

/** A country of a culture in TMDB's form; `nth` counts from the most likely one. */
export function countryOf(culture: Culture, nth = 0): { iso_3166_1: string; name: string } {
  const known = culture.regions.filter((region) => region in COUNTRIES);
  const code = known[nth % known.length] as string;
  return { iso_3166_1: code, name: COUNTRIES[code] as string };
}

/** A town of a culture, as TMDB writes the place where somebody was born. */
export function townOf(culture: Culture): string {
  return TOWNS[culture.code] as string;
}
