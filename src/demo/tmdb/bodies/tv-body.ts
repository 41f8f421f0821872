import type { PlacedEpisode } from '../things/episode-order.ts';
import type { TmdbTitle } from '../things/tmdb-title.ts';
import { languageOf } from '../words/places.ts';
import { commonDetails } from './details.ts';
import { episodeItem } from './season-body.ts';
import { picturePath } from './picture-paths.ts';

const TYPES: Record<string, string> = { tvMiniSeries: 'Miniseries' };

/** `/3/tv/{id}` without what may be appended to it. `today` is `YYYY-MM-DD`. */
export function tvBody(
  title: TmdbTitle,
  how: { episodes: readonly PlacedEpisode[]; creators: object[]; today: string },
): object {
  const { episodes, creators, today } = how;
  const aired = episodes.filter(({ season, date }) => season > 0 && date !== null && date <= today);
  const next = episodes.find(({ season, date }) => season > 0 && date !== null && date > today);
  const last = aired.at(-1);
  const seasons = [...Map.groupBy(episodes, ({ season }) => season)];
  return {
    ...commonDetails(title),
    created_by: creators,
    // TMDB has stopped to fill it in for most series.
    episode_run_time: title.runtime > 0 && title.id % 5 !== 0 ? [title.runtime] : [],
    first_air_date: title.date,
    in_production: title.status === 'Returning Series',
    languages: title.cultures.map(languageOf),
    last_air_date: last?.date ?? null,
    last_episode_to_air: last === undefined ? null : episodeItem(title, last),
    name: title.name,
    next_episode_to_air: next === undefined ? null : episodeItem(title, next),
    networks: [],
    number_of_episodes: episodes.filter(({ season }) => season > 0).length,
    number_of_seasons: seasons.filter(([season]) => season > 0).length,
    original_name: title.originalName,
    seasons: seasons.map(([season, of]) => ({
      air_date: of[0]?.date ?? null,
      episode_count: of.length,
      id: title.id * 100 + season,
      name: season === 0 ? 'Specials' : `Season ${season}`,
      overview: '',
      poster_path: picturePath('poster', 'tv', { id: title.id, isThere: title.hasPoster && season > 0 }),
      season_number: season,
      vote_average: 0,
    })),
    type: TYPES[title.known.type] ?? (title.known.genres.includes('Talk-Show') ? 'Talk Show' : 'Scripted'),
  };
}
