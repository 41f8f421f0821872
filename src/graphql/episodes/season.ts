import { costs } from '../base/cost.ts';
import { EpisodeConnectionRef, episodesArgs, episodesOf } from './episodes.ts';
import { SeasonRef } from '../base/refs.ts';

/** The length of a long season, for the cost: few have more. */
const USUAL_EPISODES = 50;

SeasonRef.implement({
  description: 'Episodes of a series with the same season number. IMDb publishes nothing else about a season.',
  fields: (t) => ({
    number: t.int({
      nullable: true,
      description:
        'Season number, usually from 1. Null for the episodes without a season number, which form the last season.',
      resolve: (season) => season.number,
    }),
    episodes: t.field({
      type: EpisodeConnectionRef,
      extensions: costs({ weight: 100, page: 'maxLongPage', atMost: USUAL_EPISODES }),
      description: 'Episodes of the season. Episodes without a number come last.',
      args: episodesArgs(),
      resolve: (season, args, context) =>
        episodesOf({ seriesId: season.seriesId, season: season.number }, args, context),
    }),
  }),
});
