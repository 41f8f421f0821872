import { isDamagedData } from '../health/damaged-data.ts';

/**
 * Whether what TMDB says counts for similar titles of an open build: until a table that it needs proves to be damaged.
 * From then on, lists and comparisons are those of IMDb's data, so that IMDb's fields do not depend on TMDB's files.
 */
export class TmdbSimilarity {
  #counts: boolean;

  constructor(counts: boolean) {
    this.#counts = counts;
  }

  get counts(): boolean {
    return this.#counts;
  }

  /** Reads what TMDB's tables have, and something else where it does not count or such a table is damaged. */
  async orElse<T>(read: () => Promise<T>, instead: () => Promise<T> | T): Promise<T> {
    if (!this.#counts) return instead();
    try {
      return await read();
    } catch (error) {
      if (!isDamagedData(error)) throw error;
      this.#counts = false;
      return instead();
    }
  }
}
