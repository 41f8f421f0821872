const ID = /^tmdb:(movie|tv|person):(\d+)$/i;
/** The first part of a path may be a language. */
const ADDRESS =
  /^(?:https?:)?(?:\/\/)?(?:[\w-]+\.)*(?:themoviedb|tmdb)\.org\/(?:[a-z]{2}(?:-[a-z]{2,4})?\/)?(movie|tv|person)\/([1-9]\d{0,8})(?![^-/?#])/i;

/** What an id of IMDb's or TMDB's names, by its beginning; undefined for other texts. */
export function kindOfId(text: string): 'title' | 'person' | undefined {
  if (/^(?:tt|tmdb:(?:movie|tv):)\d+$/i.test(text)) return 'title';
  return /^(?:nm|tmdb:person:)\d+$/i.test(text) ? 'person' : undefined;
}

/** Whether an id of either is TMDB's. */
export function isTmdbId(text: string): boolean {
  return /^tmdb:/i.test(text);
}

/** TMDB's id in a text that is one, or the address of a page at TMDB such as https://www.themoviedb.org/movie/603-the-matrix. */
export function tmdbIdOf(text: string): string | undefined {
  const [, kind, number] = ID.exec(text.trim()) ?? ADDRESS.exec(text.trim()) ?? [];
  return kind === undefined ? undefined : `tmdb:${kind.toLowerCase()}:${number}`;
}
