import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { RatingPointRef, RatingRef } from '../base/refs.ts';

RatingPointRef.implement({
  description: 'Rating of a title in one build of the data.',
  fields: (t) => ({
    buildId: t.exposeID('buildId', { description: 'Id of the build.' }),
    builtAt: t.exposeString('builtAt', {
      description: 'Time at which the build was finished, in ISO 8601, UTC, such as 2026-11-21T01:31:07.512Z.',
    }),
    average: t.exposeFloat('average', { description: 'Average rating in that build.' }),
    votes: t.exposeInt('votes', { description: 'Number of votes in that build.' }),
  }),
});

/** Builds that are kept, two by default. */
const USUAL_POINTS = 2;

builder.objectField(RatingRef, 'history', (t) =>
  t.field({
    type: [RatingPointRef],
    extensions: costs({ weight: 300, rows: USUAL_POINTS }),
    description:
      'Ratings of the title in the builds that are kept (KEEP_BUILDS), oldest first, the present build last. A build in which the title was unrated is left out. Empty for a mean over several titles.',
    resolve: ({ titleId }, _args, { loaders }) => (titleId === undefined ? [] : loaders.changes.ratingsOf(titleId)),
  }),
);
