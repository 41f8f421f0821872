import { CREDIT_CATEGORIES } from '../../dataset/words/vocabulary.ts';
import type { CreditFilter } from '../../store/model/model.ts';
import { builder } from '../base/builder.ts';
import type { Context } from '../base/context.ts';
import { costs } from '../base/cost.ts';
import type { TitleValue } from '../base/node-type-name.ts';
import { CreditRef, PersonRef, TitleRef } from '../base/refs.ts';
import { CreditCategoryEnum, CreditOrderFieldEnum, DirectionEnum, TitleTypeEnum } from '../inputs/enums.ts';
import { wordsOf } from '../inputs/filter-words.ts';
import { connect, connectionType } from '../lists/connection.ts';
import { readOrder } from '../lists/order.ts';
import { pagingArgs } from '../lists/paging.ts';
import type { PagingArgs } from '../lists/paging.ts';
import { CREDIT_SCOPE } from './credit.ts';

const CAST = [CREDIT_CATEGORIES.ACTOR, CREDIT_CATEGORIES.ACTRESS, CREDIT_CATEGORIES.SELF];
/** The longest list of principals of one title in IMDb's files of 2026. */
const MOST_PRINCIPALS = 75;
const CATEGORIES =
  'Returns only credits of these categories; an empty list does not filter. OTHER stands for every category that the enum does not know.';

const CreditConnectionRef = connectionType(
  { name: 'Credit', ref: CreditRef },
  { rows: 'credits', counted: `Number of credits that match the arguments, on all pages: ${CREDIT_SCOPE}.` },
);

const CreditOrderInput = builder.inputType('CreditOrder', {
  description: "One sort key of a person's credits. Credits without a value come last in both directions.",
  fields: (t) => ({
    field: t.field({ type: CreditOrderFieldEnum, required: true, description: 'Value to sort by.' }),
    direction: t.field({
      type: DirectionEnum,
      required: true,
      defaultValue: 'DESC',
      description: 'Direction of the sort. Default DESC.',
    }),
  }),
});

const EpisodeCreditsEnum = builder.enumType('EpisodeCredits', {
  description: 'Rows of the credits on episodes.',
  values: {
    LIST: { description: 'Each credit is a row.' },
    BY_SERIES: {
      description:
        "Credits on the episodes of a series are one row for each category, as filmographies show them: the person's own credit on the series if there is one. The title of the row is the series, for filters by type and for orders too, and episodeCount is the number of episodes. An episode whose series is not in the data is a row of its own.",
    },
  } as const,
});

builder.interfaceFields(TitleRef, (t) => ({
  credits: t.field({
    type: CreditConnectionRef,
    extensions: costs({ weight: 50, page: 'maxLongPage', atMost: MOST_PRINCIPALS }),
    description: `Credits of the title, in billing order: ${CREDIT_SCOPE}. The fields directors and writers are complete.`,
    args: { categories: t.arg({ type: [CreditCategoryEnum], description: CATEGORIES }), ...pagingArgs(500) },
    resolve: (title, { categories, ...args }, context) =>
      creditsOf(title, { categories: wordsOf(categories), args, context }),
  }),
  cast: t.field({
    type: CreditConnectionRef,
    extensions: costs({ weight: 50, page: 'maxLongPage', atMost: MOST_PRINCIPALS }),
    description:
      'Credits in the categories actor, actress and self, in billing order: principal cast only, not the full cast.',
    args: pagingArgs(500),
    resolve: (title, args, context) => creditsOf(title, { categories: CAST, args, context }),
  }),
}));

builder.objectField(PersonRef, 'credits', (t) =>
  t.field({
    type: CreditConnectionRef,
    extensions: costs({
      weight: 100,
      page: 'maxLongPage',
      dearer: { argument: 'episodes', value: 'BY_SERIES', weight: 5000 },
    }),
    description: `Credits of the person: ${CREDIT_SCOPE}. Credits on adult titles are included.`,
    args: {
      categories: t.arg({ type: [CreditCategoryEnum], description: CATEGORIES }),
      titleTypes: t.arg({
        type: [TitleTypeEnum],
        description:
          'Returns only credits on titles of these types; an empty list does not filter. OTHER stands for every type that the enum does not know.',
      }),
      orderBy: t.arg({
        type: [CreditOrderInput],
        description:
          'Sort keys, the most significant first; each field at most once. Ties are broken by id. Default: by year, newest first.',
      }),
      episodes: t.arg({
        type: EpisodeCreditsEnum,
        required: true,
        defaultValue: 'LIST',
        description:
          'Whether credits on episodes are rows of their own, or one row for each series and category. Default LIST. BY_SERIES costs 5,000 points more.',
      }),
      ...pagingArgs(500),
    },
    resolve: async (person, { categories, titleTypes, orderBy, episodes, ...args }, { loaders, limits }) => {
      const filter = filterOf({ categories: wordsOf(categories), titleTypes: wordsOf(titleTypes) });
      const order = readOrder(orderBy, { field: 'YEAR', direction: 'DESC' });
      const read = episodes === 'LIST' ? loaders.credits.ofPerson : loaders.credits.ofPersonBySeries;
      return connect(await read(person.id, filter, order), args, {
        sizes: { usual: limits.defaultPage, most: limits.maxLongPage },
        toNode: (credit) => ({ role: credit, title: credit.title, person }),
      });
    },
  }),
);

async function creditsOf(
  title: TitleValue,
  {
    categories,
    args,
    context,
  }: { categories: CreditFilter['categories'] | undefined; args: PagingArgs; context: Context },
) {
  const { loaders, limits } = context;
  return connect(await loaders.credits.ofTitle(title.id, filterOf({ categories })), args, {
    sizes: { usual: limits.defaultPage, most: limits.maxLongPage },
    toNode: (credit) => ({ role: credit, title, person: credit.person }),
  });
}

function filterOf({
  categories,
  titleTypes,
}: { [Part in keyof CreditFilter]: CreditFilter[Part] | undefined }): CreditFilter {
  return { ...(categories && { categories }), ...(titleTypes && { titleTypes }) };
}
