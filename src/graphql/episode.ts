import type { Loaders } from '../loaders/create-loaders.ts';
import type { EpisodePlace, Title } from '../store/model/model.ts';
import { whenThere } from './base/awaitable.ts';
import type { Awaitable } from './base/awaitable.ts';
import { costs } from './base/cost.ts';
import { titleTypeName } from './base/node-type-name.ts';
import type { TitleValue } from './base/node-type-name.ts';
import { EpisodeRef, NodeRef, SeriesRef, TitleRef } from './base/refs.ts';
import { wholeTitle } from './base/whole.ts';

EpisodeRef.implement({
  description: 'One episode of a series. IMDb: tvEpisode.',
  interfaces: [NodeRef, TitleRef],
  fields: (t) => ({
    series: t.field({
      type: SeriesRef,
      extensions: costs({ weight: 20 }),
      nullable: true,
      description:
        'The series it belongs to. Null where IMDb names none, and where the one it names is not in the data or no series.',
      resolve: async (episode, _args, { loaders }) => {
        const place = await placeOf(episode, loaders);
        const series = place === null ? null : await loaders.titles.byId(place.seriesId);
        return series !== null && titleTypeName(series) === 'Series' ? series : null;
      },
    }),
    seasonNumber: t.int({
      nullable: true,
      extensions: costs({ weight: 5 }),
      description: 'Number of its season. Null, not 0, where unknown.',
      resolve: (episode, _args, { loaders }) =>
        whenThere(placeOf(episode, loaders), (place) => place?.seasonNumber ?? null),
    }),
    episodeNumber: t.int({
      nullable: true,
      extensions: costs({ weight: 5 }),
      description: 'Its number within the season; 0 is mostly a pilot. Null where unknown.',
      resolve: (episode, _args, { loaders }) =>
        whenThere(placeOf(episode, loaders), (place) => place?.episodeNumber ?? null),
    }),
    previousEpisode: t.field({
      type: EpisodeRef,
      extensions: costs({ weight: 10 }),
      nullable: true,
      description: 'The episode before it, across seasons, in the order of numbers. Null for the first.',
      resolve: async (episode, _args, { loaders }) => (await neighbours(episode, loaders))?.previous ?? null,
    }),
    nextEpisode: t.field({
      type: EpisodeRef,
      extensions: costs({ weight: 10 }),
      nullable: true,
      description:
        'The episode after it, across seasons, in the order of numbers; those without numbers come last. Null for the last.',
      resolve: async (episode, _args, { loaders }) => (await neighbours(episode, loaders))?.next ?? null,
    }),
  }),
});

/** null where IMDb names no series for it. At once when the value at hand has it. */
function placeOf(episode: TitleValue, loaders: Loaders): Awaitable<EpisodePlace | null> {
  return whenThere(wholeTitle(episode, loaders), (title) => title?.place ?? null);
}

async function neighbours(
  episode: TitleValue,
  loaders: Loaders,
): Promise<{ previous: Title | null; next: Title | null } | null> {
  const whole = await wholeTitle(episode, loaders);
  return whole === null || whole.place === null ? null : loaders.episodes.neighbours(whole);
}
