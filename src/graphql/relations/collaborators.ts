import { badInput } from '../../errors.ts';
import type { Collaborator } from '../../store/relations/collaborators.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import type { PersonValue } from '../base/node-type-name.ts';
import { PersonRef } from '../base/refs.ts';
import { CREDIT_SCOPE } from '../credits/credit.ts';
import { CreditCategoryEnum, DirectionEnum } from '../inputs/enums.ts';
import { connect, connectionType } from '../lists/connection.ts';
import { readOrder } from '../lists/order.ts';
import { pagingArgs } from '../lists/paging.ts';
import { connectShared, SharedTitleConnectionRef } from './shared-title.ts';

interface CollaboratorValue extends Collaborator {
  /** Whose collaborator. */
  of: PersonValue;
  category: string | undefined;
}

const CollaboratorOrderFieldEnum = builder.enumType('CollaboratorOrderField', {
  description: 'Value to sort collaborators by.',
  values: {
    TITLES: { description: 'Number of shared titles.' },
    RATING: { description: 'Mean rating of the shared titles; people without one come last.' },
    RECENT: { description: 'Year of the last shared title; people without one come last.' },
    NAME: { description: 'The primaryName, compared by code point.' },
  } as const,
});

const CollaboratorOrderInput = builder.inputType('CollaboratorOrder', {
  description: 'One sort key of collaborators. People without a value come last in both directions.',
  fields: (t) => ({
    field: t.field({ type: CollaboratorOrderFieldEnum, required: true, description: 'Value to sort by.' }),
    direction: t.field({
      type: DirectionEnum,
      required: true,
      defaultValue: 'DESC',
      description: 'Direction of the sort. Default DESC.',
    }),
  }),
});

const CollaboratorRef = builder.objectRef<CollaboratorValue>('Collaborator');

CollaboratorRef.implement({
  description: `Somebody who is credited on titles of another person: ${CREDIT_SCOPE}.`,
  fields: (t) => ({
    person: t.field({ type: PersonRef, description: 'The collaborator.', resolve: ({ person }) => person }),
    titleCount: t.exposeInt('titleCount', { description: 'Number of distinct titles of both; an episode is one.' }),
    averageRating: t.exposeFloat('averageRating', {
      nullable: true,
      description: 'Mean of the ratings of the shared titles, each rated title counting once. Null if none is rated.',
    }),
    firstYear: t.exposeInt('firstYear', {
      nullable: true,
      description: 'Earliest startYear of the shared titles. Null if none has one.',
    }),
    lastYear: t.exposeInt('lastYear', {
      nullable: true,
      description: 'Latest startYear of the shared titles. Null if none has one.',
    }),
    sharedTitles: t.field({
      type: SharedTitleConnectionRef,
      extensions: costs({ weight: 500, page: 'maxPage' }),
      description: 'The shared titles, the newest first; with a category, those on which the collaborator has it.',
      args: pagingArgs(100),
      resolve: async ({ of, person, category }, args, { loaders, limits }) => {
        const { list } = await loaders.relations.sharedTitles([{ personId: of.id }, { personId: person.id, category }]);
        return connectShared(list, args, { people: [of, person], limits });
      },
    }),
  }),
});

const CollaboratorConnectionRef = connectionType(
  { name: 'Collaborator', ref: CollaboratorRef },
  { rows: 'collaborators', counted: 'Number of people in the whole list, on all pages.', countWeight: 10_000 },
);

builder.objectField(PersonRef, 'collaborators', (t) =>
  t.field({
    type: CollaboratorConnectionRef,
    extensions: costs({ weight: 100_000, page: 'maxPage' }),
    description: `People who are credited on the same titles, which are in the data as they are: ${CREDIT_SCOPE}. Episodes and adult titles are included.`,
    args: {
      category: t.arg({
        type: CreditCategoryEnum,
        description:
          'Counts only titles on which the collaborator has a credit of this category: DIRECTOR for the directors somebody worked with. OTHER stands for every category that the enum does not know. Default: all.',
      }),
      minTitles: t.arg.int({
        required: true,
        defaultValue: 1,
        description: 'Least number of shared titles, 1 or more. Default 1.',
      }),
      orderBy: t.arg({
        type: [CollaboratorOrderInput],
        description:
          'Sort keys, the most significant first; each field at most once. Ties are broken by titles, rating, last and first year, then by id. Default: by titles, most first.',
      }),
      ...pagingArgs(100),
    },
    resolve: async (person, { category, minTitles, orderBy, ...args }, { loaders, limits }) => {
      if (minTitles < 1)
        throw badInput(`minTitles: ${minTitles} is less than 1. Give the least number of shared titles.`);
      const order = readOrder(orderBy, { field: 'TITLES', direction: 'DESC' });
      const wanted = { personId: person.id, category: category ?? undefined, minTitles, orderBy: order };
      return connect(await loaders.relations.collaborators(wanted), args, {
        sizes: { usual: limits.defaultPage, most: limits.maxPage },
        toNode: (one) => ({ ...one, of: person, category: wanted.category }),
      });
    },
  }),
);
