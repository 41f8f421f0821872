import { mapAwaitable } from '../base/awaitable.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { RatingRef, TitleRef } from '../base/refs.ts';
import { fullTitle } from '../base/full-records.ts';

RatingRef.implement({
  description: "IMDb's rating of a title, as of the build.",
  fields: (t) => ({
    average: t.exposeFloat('average', {
      description: "IMDb's weighted average of the votes, from 1.0 to 10.0, with one decimal.",
    }),
    votes: t.exposeInt('votes', { description: 'Number of votes.' }),
  }),
});

builder.interfaceField(TitleRef, 'rating', (t) =>
  t.field({
    type: RatingRef,
    nullable: true,
    extensions: costs({ weight: 5 }),
    description: 'Rating of the title. Null if it is unrated: IMDb publishes ratings from five votes on.',
    resolve: (title, _args, { loaders }) =>
      title.rating !== undefined
        ? title.rating
        : mapAwaitable(fullTitle(title, loaders), (full) => full?.rating ?? null),
  }),
);
