import type { DrawnRating } from '../../rows/ratings.ts';
import type { Culture } from '../../text/words-world.ts';

/** A film or series as IMDb's files of the demo have it, from which the made-up TMDB describes its own. */
export interface KnownTitle {
  /** `tt…`; undefined for a title that only TMDB has. */
  tconst: string | undefined;
  /** The number that all draws about the title begin with. */
  salt: number;
  isSeries: boolean;
  /** IMDb's type, such as `tvMovie`. */
  type: string;
  primary: string;
  original: string;
  adult: boolean;
  /** 0 if unknown. */
  start: number;
  end: number;
  runtime: number;
  genres: readonly string[];
  culture: Culture;
  rating: DrawnRating | undefined;
  /** Number of episodes, with those that have no number. */
  episodes: number;
  /** Its name in a language; undefined where there is none. */
  nameIn(culture: Culture): string | undefined;
  credits(): KnownCredit[];
  /** Season and number of an episode; 0 both for one that has neither. `ordinal` counts from 1. */
  placeOf(ordinal: number): { season: number; number: number };
  episode(ordinal: number): KnownEpisode;
}

export interface KnownCredit {
  nconst: string;
  category: string;
  job: string | undefined;
  characters: readonly string[];
}

export interface KnownEpisode {
  tconst: string | undefined;
  primary: string;
  /** 0 if unknown. */
  start: number;
  runtime: number;
}
