/**
 * The Parquet tables by which titles and people are chosen, and by which rows lead somewhere: an export of a part reads
 * them besides its own. The record of exports has their files in this order.
 */
export const CHOSEN_BY = ['titles', 'names', 'ratings', 'principals', 'crew'] as const;

/** The same of TMDB's tables. */
export const TMDB_CHOSEN_BY = ['tmdb_title_links', 'tmdb_titles', 'tmdb_people', 'tmdb_credits'] as const;
