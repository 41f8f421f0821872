import { costs } from './base/cost.ts';
import { EpisodeConnectionRef, episodesArgs, episodesOf } from './episodes.ts';
import { SeasonRef } from './base/refs.ts';

/** Few seasons have more. */
const USUAL_EPISODES = 50;

SeasonRef.implement({
  description: 'The episodes of a series that have the same season number. IMDb knows nothing else of a season.',
  fields: (t) => ({
    number: t.int({
      nullable: true,
      description: 'Its number, mostly from 1. Null for the episodes without one, which come as the last season.',
      resolve: (season) => season.number,
    }),
    episodes: t.field({
      type: EpisodeConnectionRef,
      extensions: costs({ weight: 100, page: 'maxLongPage', atMost: USUAL_EPISODES }),
      description: 'Its episodes; those without an episode number come last.',
      args: episodesArgs(),
      resolve: (season, args, context) =>
        episodesOf({ seriesId: season.seriesId, season: season.number }, args, context),
    }),
  }),
});
