import { itemIn } from '../../dataset/indexes/field-kinds.ts';
import { TMDB_GONE, TMDB_PERSON_LINK, TMDB_TITLE_LINK } from '../../dataset/indexes/tmdb-document-fields.ts';

/** What stands for a title or a person of IMDb's at TMDB: a key of its titles, or a number of its people. */
export interface TmdbLink {
  to: number;
}

/** What became of a title or a person that TMDB has no more. */
export interface TmdbGone {
  /** What stands for it now; null if nothing does. */
  mergedInto: number | null;
}

export function decodeTitleLink(_titleId: number, text: string): TmdbLink {
  return { to: TMDB_TITLE_LINK.tmdbKey.of(itemIn(text)) };
}

export function decodePersonLink(_personId: number, text: string): TmdbLink {
  return { to: TMDB_PERSON_LINK.id.of(itemIn(text)) };
}

export function numberedLink(_id: number, numbers: Int32Array): TmdbLink {
  return { to: numbers[0] ?? 0 };
}

export function decodeGone(_id: number, text: string): TmdbGone {
  return { mergedInto: TMDB_GONE.mergedInto.of(itemIn(text)) };
}
