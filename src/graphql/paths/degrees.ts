import { badInput } from '../../errors.ts';
import type { PersonDegrees } from '../../store/paths/degrees.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { PersonRef } from '../base/refs.ts';
import { asItIs, connect } from '../lists/connection.ts';
import { pagingArgs } from '../lists/paging.ts';
import { PersonConnectionRef } from '../people/people.ts';

/** A search over all credits takes seconds: one operation may ask for two, and another one of the same person takes none. */
const WHOLE_SEARCH = 900_000;
/** No person of IMDb is further from another than a dozen steps or two. */
const USUAL_DEGREES = 12;

const DegreeCountRef = builder.objectRef<{ degree: number; people: number }>('DegreeCount').implement({
  description: 'Number of people at one distance from a person.',
  fields: (t) => ({
    degree: t.exposeInt('degree', { description: 'Number of steps of the shortest path, from 1.' }),
    people: t.exposeInt('people', { description: 'Number of people whom a shortest path of so many steps leads to.' }),
  }),
});

const PersonDegreesRef = builder.objectRef<PersonDegrees>('PersonDegrees').implement({
  description:
    'How many people are how far from a person, in steps as in path: people with a credit on the same title are one step apart. Every credit counts, also those on adult titles, and those of titles and people that IMDb does not publish.',
  fields: (t) => ({
    degrees: t.field({
      type: [DegreeCountRef],
      extensions: costs({ rows: USUAL_DEGREES }),
      description:
        'Number of people at 1, 2, 3 and more steps, up to the last one reached. Empty if nobody is reached.',
      resolve: ({ counts }) => counts.map((people, index) => ({ degree: index + 1, people })),
    }),
    reachable: t.exposeInt('reachable', { description: 'Number of people reached at all, without the person.' }),
    mean: t.exposeFloat('mean', {
      nullable: true,
      description:
        'Mean number of steps to the people reached: the smaller, the more central the person. Null if nobody is reached.',
    }),
  }),
});

builder.objectFields(PersonRef, (t) => ({
  degrees: t.field({
    type: PersonDegreesRef,
    extensions: costs({ weight: WHOLE_SEARCH }),
    description:
      "Number of people at each distance from the person, over all credits in IMDb's files. A search over the whole graph, which takes up to ten seconds at full size.",
    resolve: ({ id }, _args, { loaders }) => loaders.paths.degreesOf(id),
  }),
  atDegree: t.field({
    type: PersonConnectionRef,
    extensions: costs({ weight: WHOLE_SEARCH, page: 'maxPage' }),
    description: 'People at one distance from the person, see degrees; in the order of their ids.',
    args: {
      n: t.arg.int({ required: true, description: 'Number of steps of the shortest path, 1 or more.' }),
      ...forward(),
    },
    resolve: ({ id }, { n, ...paging }, { loaders, limits }) => {
      if (n < 1) throw badInput(`n: ${n} is out of bounds. Send a number of steps, 1 or more.`);
      const sizes = { usual: limits.defaultPage, most: limits.maxPage };
      return connect(loaders.paths.atDegree(id, n), paging, { sizes, toNode: asItIs });
    },
  }),
}));

/** Pages are read forward alone: the list is as long as IMDb. */
function forward() {
  const { first, after } = pagingArgs(100);
  return { first, after };
}
