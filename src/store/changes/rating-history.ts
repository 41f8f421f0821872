import sql, { join } from 'sql-template-tag';

import { CHANGE_KINDS } from '../../dataset/tables/changes.ts';
import type { Manifest } from '../../dataset/builds/manifest.ts';
import type { Rating } from '../model/model.ts';
import type { Queries } from '../query/queries.ts';
import type { Ratings } from '../titles/ratings.ts';
import { earlierBuilds } from './changes.ts';

/** The rating of a title in one build. */
export interface RatingPoint extends Rating {
  buildId: string;
  /** ISO 8601, UTC. */
  builtAt: string;
}

/** Rows of ratings, those that are told as changes and those beside. */
const FIRST_OF_RATINGS = CHANGE_KINDS.indexOf('RATING_MOVED');

/**
 * The ratings of titles in the earlier builds that are known, and in this one, oldest first; a build in which a title
 * has no rating is left out. A title whose rating is not among the changes since a build had that of now.
 */
export async function ratingHistories(
  { manifest, queries, ratings }: { manifest: Manifest; queries: Queries; ratings: Ratings },
  titleIds: readonly number[],
): Promise<RatingPoint[][]> {
  const earlier = earlierBuilds(manifest);
  const rows =
    earlier.length === 0
      ? []
      : await queries.rows(sql`SELECT since, id, averageBefore, votesBefore FROM changes
          WHERE kind >= ${FIRST_OF_RATINGS} AND id IN (${join(titleIds)})`);
  const changed = new Map(
    rows.map(([since, id, average, votes]) => [
      `${since as string} ${Number(id)}`,
      average === null ? null : { average: Number(average), votes: Number(votes) },
    ]),
  );
  const builds = [...earlier.toReversed(), manifest];
  return titleIds.map((titleId) => {
    const present = ratings.of(titleId);
    return builds.flatMap(({ buildId, builtAt }) => {
      const then = changed.get(`${buildId} ${titleId}`);
      const rating = then === undefined ? present : then;
      return rating === null ? [] : [{ buildId, builtAt, average: rating.average, votes: rating.votes }];
    });
  });
}
