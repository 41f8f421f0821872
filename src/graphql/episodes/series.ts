import { costs } from '../base/cost.ts';
import { EpisodeConnectionRef, episodesArgs, episodesOf } from './episodes.ts';
import { NodeRef, SeasonRef, SeriesRef, TitleRef } from '../base/refs.ts';

SeriesRef.implement({
  description: 'A series or mini-series. IMDb: tvSeries, tvMiniSeries.',
  interfaces: [NodeRef, TitleRef],
  fields: (t) => ({
    seasonCount: t.int({
      extensions: costs({ weight: 50 }),
      description: 'Number of numbered seasons with an episode in the data. 0 if IMDb lists none.',
      resolve: async (series, _args, { loaders }) => {
        const numbers = await loaders.episodes.seasons(series.id);
        return numbers.filter((number) => number !== null).length;
      },
    }),
    seasons: t.field({
      type: [SeasonRef],
      extensions: costs({ weight: 50, rows: 10 }),
      description:
        'Seasons in the order of their numbers. Episodes without a season number form the last season, whose number is null.',
      resolve: async (series, _args, { loaders }) => {
        const numbers = await loaders.episodes.seasons(series.id);
        return numbers.map((number) => ({ seriesId: series.id, number }));
      },
    }),
    episodes: t.field({
      type: EpisodeConnectionRef,
      extensions: costs({ weight: 100, page: 'maxLongPage' }),
      description: 'Episodes of all seasons; those without numbers come last. Empty if IMDb lists none.',
      args: {
        season: t.arg.int({
          description:
            'Returns only episodes of the season with this number; an unknown number gives an empty list. If absent or null: all seasons. The last element of seasons lists the episodes without a season number.',
        }),
        ...episodesArgs(),
      },
      resolve: (series, { season, ...args }, context) =>
        episodesOf({ seriesId: series.id, season: season ?? undefined }, args, context),
    }),
  }),
});
