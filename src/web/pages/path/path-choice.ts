import type { CreditCategory, TitleFilter } from '../../generated/graphql.ts';

/** What a path may lead over. */
export interface Via {
  words: string;
  /** Arguments of `path`. */
  how: { via?: TitleFilter; categories?: CreditCategory[] };
}

/** Choices of what a path may lead over, by their names in the address. */
export const VIAS: ReadonlyMap<string, Via> = new Map<string, Via>([
  ['any', { words: 'Any credit', how: {} }],
  ['films', { words: 'Films only', how: { via: { types: { any: ['MOVIE', 'TV_MOVIE'] } } } }],
  [
    'known',
    {
      words: 'Films and series with 1,000 votes',
      how: { via: { types: { any: ['MOVIE', 'TV_MOVIE', 'TV_SERIES', 'TV_MINI_SERIES'] }, votes: { min: 1000 } } },
    },
  ],
  ['cast', { words: 'Actors only', how: { categories: ['ACTOR', 'ACTRESS'] } }],
]);

/** Numbers of steps that one can choose as the most. */
export const STEPS = [3, 6, 10, 20] as const;
/** Number of steps at most, as the server has it. */
export const USUAL_STEPS = 6;
/** Paths shown at first, and after one asks for more. */
export const FEW = 5;
export const MANY = 30;

/** Name of the choice in an address; any credit where it has none of these. */
export function viaNameOf(name: string | undefined): string {
  return name !== undefined && VIAS.has(name) ? name : 'any';
}

/** A whole number in an address, which the server judges; `usual` where there is none. */
export function numberOf(text: string | undefined, usual: number): number {
  return text !== undefined && /^\d{1,4}$/.test(text) ? Number(text) : usual;
}
