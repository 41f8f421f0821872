import { costs } from './base/cost.ts';
import { EpisodeConnectionRef, episodesArgs, episodesOf } from './episodes.ts';
import { NodeRef, SeasonRef, SeriesRef, TitleRef } from './base/refs.ts';

SeriesRef.implement({
  description: 'A series, also one with a set number of episodes. IMDb: tvSeries, tvMiniSeries.',
  interfaces: [NodeRef, TitleRef],
  fields: (t) => ({
    seasonCount: t.int({
      extensions: costs({ weight: 50 }),
      description: 'Number of its numbered seasons that have an episode in the data; 0 where IMDb lists none.',
      resolve: async (series, _args, { loaders }) => {
        const numbers = await loaders.episodes.seasons(series.id);
        return numbers.filter((number) => number !== null).length;
      },
    }),
    seasons: t.field({
      type: [SeasonRef],
      extensions: costs({ weight: 50, rows: 10 }),
      description:
        'Its seasons by number; the episodes without a season number come last, as a season whose number is null.',
      resolve: async (series, _args, { loaders }) => {
        const numbers = await loaders.episodes.seasons(series.id);
        return numbers.map((number) => ({ seriesId: series.id, number }));
      },
    }),
    episodes: t.field({
      type: EpisodeConnectionRef,
      extensions: costs({ weight: 100, page: 'maxLongPage' }),
      description: 'Its episodes over all seasons, those without numbers last. Empty where IMDb lists none.',
      args: {
        season: t.arg.int({
          description:
            'Only those of the season with this number; a number that no season has gives an empty list. Absent or null: all seasons. The ones without a number are in the last of seasons.',
        }),
        ...episodesArgs(),
      },
      resolve: (series, { season, ...args }, context) =>
        episodesOf({ seriesId: series.id, season: season ?? undefined }, args, context),
    }),
  }),
});
