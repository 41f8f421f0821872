import { formatConst } from '../../dataset/words/consts.ts';
import { formatTmdbId } from '../../dataset/words/tmdb-ids.ts';
import type { TmdbTitle } from '../../store/tmdb/tmdb-titles.ts';

const EPISODE = 'tmdb:episode:';

/** The node id of a title of TMDB's. That of an episode has IMDb's id, by which it is found. */
export function tmdbTitleId({ kind, id, titleId }: TmdbTitle): string {
  return kind === 'EPISODE' ? `${EPISODE}${formatConst('tt', titleId ?? 0)}` : formatTmdbId({ kind, id });
}

/** IMDb's id in the node id of an episode of TMDB's; undefined if it is that of something else. */
export function episodeOfTmdbId(text: string): string | undefined {
  return text.startsWith(EPISODE) ? text.slice(EPISODE.length) : undefined;
}
