/** Grows whenever the same seed, scale and time give other answers of the made-up TMDB. */
export const TMDB_GENERATOR_VERSION = 1;
