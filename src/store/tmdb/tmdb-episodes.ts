import { itemIn } from '../../dataset/indexes/field-kinds.ts';
import { TMDB_EPISODE_LINK } from '../../dataset/indexes/tmdb-document-fields.ts';

/** An episode of IMDb's as TMDB has it. */
export interface TmdbEpisode {
  /** TMDB's number of the episode. */
  id: number;
  /** The series, see `tmdbKeyOf`. */
  seriesKey: number;
  /** 0 has the specials. */
  seasonNumber: number;
  episodeNumber: number;
  /** The probability that it is the same episode, from 0.5 to 1. */
  confidence: number;
  title: string | null;
  /** YYYY-MM-DD. */
  airDate: string | null;
  runtimeMinutes: number | null;
  /** ISO 8601, UTC. */
  fetchedAt: string | null;
}

export function decodeTmdbEpisode(_titleId: number, text: string): TmdbEpisode {
  const item = itemIn(text);
  return {
    id: TMDB_EPISODE_LINK.id.of(item),
    seriesKey: TMDB_EPISODE_LINK.tmdbKey.of(item),
    seasonNumber: TMDB_EPISODE_LINK.seasonNumber.of(item),
    episodeNumber: TMDB_EPISODE_LINK.episodeNumber.of(item),
    confidence: TMDB_EPISODE_LINK.confidence.of(item) ?? 0,
    title: TMDB_EPISODE_LINK.title.of(item),
    airDate: TMDB_EPISODE_LINK.airDate.of(item),
    runtimeMinutes: TMDB_EPISODE_LINK.runtimeMinutes.of(item),
    fetchedAt: TMDB_EPISODE_LINK.fetchedAt.of(item),
  };
}
