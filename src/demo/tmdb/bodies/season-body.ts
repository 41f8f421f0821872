import { hash32 } from '../../chance/random.ts';
import type { PlacedEpisode } from '../things/episode-order.ts';
import type { TmdbTitle } from '../things/tmdb-title.ts';
import { objectId, picturePath } from './picture-paths.ts';

/** `/3/tv/{id}/season/{number}`; undefined if there is no such season. */
export function seasonBody(title: TmdbTitle, episodes: readonly PlacedEpisode[], season: number): object | undefined {
  const placed = episodes.filter((episode) => episode.season === season);
  if (placed.length === 0) return undefined;
  function whole(episode: PlacedEpisode): object {
    return { ...episodeItem(title, episode), crew: [], guest_stars: [] };
  }
  return {
    _id: objectId(`season ${title.id} ${season}`),
    air_date: placed[0]?.date ?? null,
    episodes: placed.map(whole),
    name: season === 0 ? 'Specials' : `Season ${season}`,
    networks: [],
    overview: '',
    id: title.id * 100 + season,
    poster_path: picturePath('poster', 'tv', { id: title.id, isThere: title.hasPoster && season > 0 }),
    season_number: season,
    vote_average: 0,
  };
}

/** An episode of a season, or the last and the next one of a series. */
export function episodeItem(title: TmdbTitle, { id, ordinal, season, number, date }: PlacedEpisode): object {
  const { primary, runtime } = title.known.episode(ordinal);
  const draw = title.id < 1000 ? 99 : hash32(7, 291, id) % 100;
  const isUntitled = /^Episode (#|dated )/.test(primary);
  return {
    air_date: date,
    episode_number: number,
    episode_type: 'standard',
    id,
    name: isUntitled ? `Episode ${number}` : draw < 4 ? `${primary} (1)` : primary,
    overview: '',
    production_code: '',
    runtime: runtime === 0 || draw < 20 ? null : runtime + (draw < 26 ? 1 : 0),
    season_number: season,
    show_id: title.id,
    still_path: null,
    vote_average: 0,
    vote_count: 0,
  };
}
