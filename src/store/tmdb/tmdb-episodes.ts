import { itemIn } from '../../dataset/indexes/field-kinds.ts';
import { TMDB_EPISODE_LINK } from '../../dataset/indexes/tmdb-document-fields.ts';
import type { TmdbTitle } from './tmdb-titles.ts';

/** Where TMDB has an episode of IMDb's. */
export interface TmdbEpisodePlace {
  /** The series, see `tmdbKeyOf`. */
  seriesKey: number;
  /** 0 has the specials. */
  seasonNumber: number;
  episodeNumber: number;
  /** The probability that it is the same episode, from 0.5 to 1. */
  confidence: number;
}

/** What a title of TMDB's has and an episode lacks. */
const LACKING = {
  kind: 'EPISODE',
  key: null,
  originalTitle: null,
  overview: null,
  tagline: null,
  status: null,
  originalLanguage: null,
  spokenLanguages: [],
  countries: [],
  genres: [],
  keywords: [],
  collection: null,
  budget: null,
  revenue: null,
  popularity: null,
  voteAverage: null,
  voteCount: 0,
  posterPath: null,
  backdropPath: null,
  homepage: null,
  isAdult: false,
} as const;

/** An episode of IMDb's as TMDB has it. */
export function decodeTmdbEpisode(titleId: number, text: string): TmdbTitle {
  const item = itemIn(text);
  return {
    ...LACKING,
    id: TMDB_EPISODE_LINK.id.of(item),
    titleId,
    place: {
      seriesKey: TMDB_EPISODE_LINK.tmdbKey.of(item),
      seasonNumber: TMDB_EPISODE_LINK.seasonNumber.of(item),
      episodeNumber: TMDB_EPISODE_LINK.episodeNumber.of(item),
      confidence: TMDB_EPISODE_LINK.confidence.of(item) ?? 0,
    },
    title: TMDB_EPISODE_LINK.title.of(item),
    releaseDate: TMDB_EPISODE_LINK.airDate.of(item),
    runtimeMinutes: TMDB_EPISODE_LINK.runtimeMinutes.of(item),
    fetchedAt: TMDB_EPISODE_LINK.fetchedAt.of(item),
  };
}
