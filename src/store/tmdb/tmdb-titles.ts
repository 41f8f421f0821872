import { itemIn } from '../../dataset/indexes/field-kinds.ts';
import { TMDB_TITLE } from '../../dataset/indexes/tmdb-document-fields.ts';
import { tmdbTitleOf } from '../../dataset/words/tmdb-ids.ts';
import type { TmdbTitleId } from '../../dataset/words/tmdb-ids.ts';

/** A title as TMDB has it. Texts that TMDB does not give are null, dates are YYYY-MM-DD. */
export interface TmdbTitle extends TmdbTitleId {
  /** See `tmdbKeyOf`. */
  key: number;
  /** IMDb's number of the title, as TMDB has it: IMDb's files may lack it. */
  titleId: number | null;
  title: string | null;
  originalTitle: string | null;
  overview: string | null;
  tagline: string | null;
  status: string | null;
  originalLanguage: string | null;
  spokenLanguages: readonly string[];
  countries: readonly string[];
  genres: readonly string[];
  keywords: readonly string[];
  collection: { id: number; name: string | null } | null;
  releaseDate: string | null;
  runtimeMinutes: number | null;
  /** In US dollars, as `revenue`. */
  budget: number | null;
  revenue: number | null;
  popularity: number | null;
  voteAverage: number | null;
  voteCount: number;
  posterPath: string | null;
  backdropPath: string | null;
  homepage: string | null;
  isAdult: boolean;
  /** ISO 8601, UTC. */
  fetchedAt: string | null;
}

export function decodeTmdbTitle(key: number, text: string): TmdbTitle {
  const item = itemIn(text);
  const collectionId = TMDB_TITLE.collectionId.of(item);
  return {
    ...tmdbTitleOf(key),
    key,
    titleId: TMDB_TITLE.titleId.of(item),
    title: TMDB_TITLE.title.of(item),
    originalTitle: TMDB_TITLE.originalTitle.of(item),
    overview: TMDB_TITLE.overview.of(item),
    tagline: TMDB_TITLE.tagline.of(item),
    status: TMDB_TITLE.status.of(item),
    originalLanguage: TMDB_TITLE.originalLanguage.of(item),
    spokenLanguages: TMDB_TITLE.spokenLanguages.of(item),
    countries: TMDB_TITLE.countries.of(item),
    genres: TMDB_TITLE.genres.of(item),
    keywords: TMDB_TITLE.keywords.of(item),
    collection: collectionId === null ? null : { id: collectionId, name: TMDB_TITLE.collectionName.of(item) },
    releaseDate: TMDB_TITLE.releaseDate.of(item),
    runtimeMinutes: TMDB_TITLE.runtimeMinutes.of(item),
    budget: TMDB_TITLE.budget.of(item),
    revenue: TMDB_TITLE.revenue.of(item),
    popularity: TMDB_TITLE.popularity.of(item),
    voteAverage: TMDB_TITLE.voteAverage.of(item),
    voteCount: TMDB_TITLE.voteCount.of(item),
    posterPath: TMDB_TITLE.posterPath.of(item),
    backdropPath: TMDB_TITLE.backdropPath.of(item),
    homepage: TMDB_TITLE.homepage.of(item),
    isAdult: TMDB_TITLE.isAdult.of(item),
    fetchedAt: TMDB_TITLE.fetchedAt.of(item),
  };
}
