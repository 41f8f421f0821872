import type { Genre, TitleFilter, TitleType } from '../generated/graphql.ts';
import { valueOf } from '../parts/genre-chip.tsx';

/** Values of a page's address, as `useQueryString` has them. */
export type AddressValues = Readonly<Record<string, string | undefined>>;

/**
 * Filters of titles in an address, in the order in which they are shown. Lists are words with commas between, such as
 * `type=movie,tv-series`, whose own commas are escaped; ranges are `year=1990-1999`, with `1990-` and `-1999` where one end is open, or `year=1990`.
 */
export const LISTS = ['type', 'genre', 'market', 'language', 'country', 'keyword'] as const;
/** Those that are of TMDB's data. */
export const TMDB_LISTS = ['language', 'country', 'keyword'] as const satisfies readonly ListName[];
export const RANGES = ['year', 'rating', 'runtime', 'votes'] as const;

export type ListName = (typeof LISTS)[number];
export type RangeName = (typeof RANGES)[number];
export type FilterName = ListName | RangeName;
export const FILTERS: readonly FilterName[] = [...LISTS, ...RANGES];

export interface Range {
  min?: number | undefined;
  max?: number | undefined;
}

/** The titles that an address asks for. Words that the schema does not know are the server's to refuse. */
export function filterOf(values: AddressValues): TitleFilter {
  const types = partsOf(values['type']).map((part) => valueOf(part) as TitleType);
  const genres = partsOf(values['genre']).map((part) => valueOf(part) as Genre);
  const textsOf = (name: ListName): string[] => partsOf(values[name]).map(unescaped);
  const words = values['q']?.trim() ?? '';
  return {
    primaryTitle: words === '' ? undefined : { words },
    types: anyOf(types),
    genres: anyOf(genres),
    akaRegions: anyOf(textsOf('market')),
    year: rangeOf(values['year']),
    rating: rangeOf(values['rating']),
    runtimeMinutes: rangeOf(values['runtime']),
    votes: rangeOf(values['votes']),
    tmdb: TMDB_LISTS.some((name) => partsOf(values[name]).length > 0)
      ? {
          originalLanguage: anyOf(textsOf('language')),
          country: anyOf(textsOf('country')),
          keyword: anyOf(textsOf('keyword')),
        }
      : undefined,
  };
}

/** What an address chooses of a filter: values of a list, or a range. A range that cannot be read chooses nothing. */
export function chosenOf(name: FilterName, values: AddressValues): readonly string[] {
  const text = values[name];
  if (isList(name)) return partsOf(text);
  return text !== undefined && rangeOf(text) !== undefined ? [text] : [];
}

/** Whether an address has a filter besides the words. */
export function hasFilter(values: AddressValues): boolean {
  return FILTERS.some((name) => chosenOf(name, values).length > 0);
}

/** Whether a filter is a list, and not a range. */
export function isList(name: FilterName): name is ListName {
  return (LISTS as readonly FilterName[]).includes(name);
}

/** Values of a list in an address. */
export function partsOf(text: string | undefined): readonly string[] {
  return (text ?? '').split(',').filter((part) => part !== '');
}

/** A list of texts as it stands in an address. */
export function listText(texts: readonly string[]): string {
  return texts.map((text) => text.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');
}

/** The text of a value of a list in an address. */
export function unescaped(part: string): string {
  return part.replaceAll('%2C', ',').replaceAll('%25', '%');
}

/** A list with a value added or, if it has it, taken out; undefined if nothing is left. */
export function toggled(text: string | undefined, part: string): string | undefined {
  const parts = partsOf(text);
  return (parts.includes(part) ? parts.filter((other) => other !== part) : [...parts, part]).join(',') || undefined;
}

/** A range in an address, a number being both of its ends; undefined if neither end is a number. */
export function rangeOf(text: string | undefined): Range | undefined {
  const [, min, max = min] = /^([\d.]*)(?:-([\d.]*))?$/.exec(text ?? '') ?? [];
  const range = { min: numberOf(min), max: numberOf(max) };
  return range.min === undefined && range.max === undefined ? undefined : range;
}

/** A range as it stands in an address; undefined if both ends are open. */
export function rangeText({ min, max }: Range): string | undefined {
  return min === undefined && max === undefined ? undefined : `${min ?? ''}-${max ?? ''}`;
}

function numberOf(text: string | undefined): number | undefined {
  const number = Number(text);
  return text === undefined || text === '' || Number.isNaN(number) ? undefined : number;
}

function anyOf<Value>(values: readonly Value[]): { any: Value[] } | undefined {
  return values.length === 0 ? undefined : { any: [...values] };
}
