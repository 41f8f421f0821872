import { personBody } from '../bodies/person-body.ts';
import { episodeItem } from '../bodies/season-body.ts';
import { movieItem, tvItem } from '../bodies/list-items.ts';
import type { Day } from '../ids/lifetimes.ts';
import type { PlacedEpisode } from '../things/episode-order.ts';
import type { TmdbTitle } from '../things/tmdb-title.ts';
import type { TmdbWorld } from '../things/tmdb-world.ts';
import { found, type TmdbAnswer } from './answer.ts';

/** `/3/find/{id of IMDb}?external_source=imdb_id`: what TMDB has under an id of IMDb; empty lists if nothing. */
export function find(
  imdbId: string,
  from: { world: TmdbWorld; order: (title: TmdbTitle) => PlacedEpisode[]; day: Day },
): TmdbAnswer {
  const { world, order, day } = from;
  const movies: object[] = [];
  const series: object[] = [];
  const episodes: object[] = [];
  const people: object[] = [];
  const of = /^tt\d{7,9}$/.test(imdbId) ? world.idsOfTitle(imdbId) : undefined;
  for (const id of of?.ids ?? []) {
    const title = of === undefined ? undefined : world.title(of.kind, id, day);
    if (title === undefined || of === undefined) continue;
    if (of.ordinal > 0) {
      const episode = order(title).find(({ ordinal }) => ordinal === of.ordinal);
      if (episode !== undefined) episodes.push({ ...episodeItem(title, episode), media_type: 'tv_episode' });
    } else if (title.imdbId === imdbId) {
      if (of.kind === 'movie') movies.push({ ...movieItem(title), media_type: 'movie' });
      else series.push({ ...tvItem(title), media_type: 'tv' });
    }
  }
  const personId = /^nm\d{7,9}$/.test(imdbId) ? world.idOfPerson(imdbId) : undefined;
  const person = personId === undefined ? undefined : world.person(personId, day);
  if (person?.imdbId === imdbId) people.push({ ...personBody(person), media_type: 'person', known_for: [] });
  return found({
    movie_results: movies,
    person_results: people,
    tv_results: series,
    tv_episode_results: episodes,
    tv_season_results: [],
  });
}
