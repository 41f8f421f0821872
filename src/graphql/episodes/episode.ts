import type { Loaders } from '../../loaders/create-loaders.ts';
import type { EpisodePosition, Title } from '../../store/model/model.ts';
import { mapAwaitable } from '../base/awaitable.ts';
import type { Awaitable } from '../base/awaitable.ts';
import { costs } from '../base/cost.ts';
import { titleTypeName } from '../base/node-type-name.ts';
import type { TitleValue } from '../base/node-type-name.ts';
import { EpisodeRef, NodeRef, SeriesRef, TitleRef } from '../base/refs.ts';
import { fullTitle } from '../base/full-records.ts';

EpisodeRef.implement({
  description: 'One episode of a series. IMDb: tvEpisode.',
  interfaces: [NodeRef, TitleRef],
  fields: (t) => ({
    series: t.field({
      type: SeriesRef,
      extensions: costs({ weight: 20 }),
      nullable: true,
      description:
        'Series of the episode. Null if IMDb names none, or if the title it names is missing from the data or is not a series.',
      resolve: async (episode, _args, { loaders }) => {
        const position = await positionOf(episode, loaders);
        const series = position === null ? null : await loaders.titles.byId(position.seriesId);
        return series !== null && titleTypeName(series) === 'Series' ? series : null;
      },
    }),
    seasonNumber: t.int({
      nullable: true,
      extensions: costs({ weight: 5 }),
      description: 'Number of the season. Null, not 0, if unknown.',
      resolve: (episode, _args, { loaders }) =>
        mapAwaitable(positionOf(episode, loaders), (position) => position?.seasonNumber ?? null),
    }),
    episodeNumber: t.int({
      nullable: true,
      extensions: costs({ weight: 5 }),
      description: 'Number of the episode within its season; 0 is usually a pilot. Null if unknown.',
      resolve: (episode, _args, { loaders }) =>
        mapAwaitable(positionOf(episode, loaders), (position) => position?.episodeNumber ?? null),
    }),
    previousEpisode: t.field({
      type: EpisodeRef,
      extensions: costs({ weight: 10 }),
      nullable: true,
      description:
        'Previous episode of the series by season and episode number, across seasons. Null for the first episode.',
      resolve: async (episode, _args, { loaders }) => (await neighbours(episode, loaders))?.previous ?? null,
    }),
    nextEpisode: t.field({
      type: EpisodeRef,
      extensions: costs({ weight: 10 }),
      nullable: true,
      description:
        'Next episode of the series by season and episode number, across seasons; episodes without numbers come last. Null for the last episode.',
      resolve: async (episode, _args, { loaders }) => (await neighbours(episode, loaders))?.next ?? null,
    }),
  }),
});

/** Series and numbers of the episode; null if IMDb names no series. Not a promise if the value already has them. */
function positionOf(episode: TitleValue, loaders: Loaders): Awaitable<EpisodePosition | null> {
  return mapAwaitable(fullTitle(episode, loaders), (title) => title?.position ?? null);
}

async function neighbours(
  episode: TitleValue,
  loaders: Loaders,
): Promise<{ previous: Title | null; next: Title | null } | null> {
  const full = await fullTitle(episode, loaders);
  return full === null || full.position === null ? null : loaders.episodes.neighbours(full);
}
