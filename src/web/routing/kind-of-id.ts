/** What an id of IMDb's or TMDB's names, by its beginning; undefined for other texts. */
export function kindOfId(text: string): 'title' | 'person' | undefined {
  if (/^(?:tt|tmdb:(?:movie|tv):)\d+$/i.test(text)) return 'title';
  return /^(?:nm|tmdb:person:)\d+$/i.test(text) ? 'person' : undefined;
}

/** Whether an id of either is TMDB's. */
export function isTmdbId(text: string): boolean {
  return /^tmdb:/i.test(text);
}
