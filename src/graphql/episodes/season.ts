import { costs } from '../base/cost.ts';
import { EpisodeConnectionRef, episodesArgs, episodesOf } from './episodes.ts';
import { NodeRef, SeasonRef } from '../base/refs.ts';
import { formatSeasonId } from './season-id.ts';

/** The length of a long season, for the cost: few have more. */
const USUAL_EPISODES = 50;

SeasonRef.implement({
  interfaces: [NodeRef],
  description: 'Episodes of a series with the same season number. IMDb publishes nothing else about a season.',
  fields: (t) => ({
    id: t.id({
      description:
        'Id of the series, /season/ and the number, such as tt0900100/season/2; tt0900100/season/unknown for the episodes without a season number. It is also the Relay node id.',
      resolve: formatSeasonId,
    }),
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
