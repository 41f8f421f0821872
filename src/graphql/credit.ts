import { CREDIT_CATEGORIES, knownOrOther } from '../dataset/words/vocabulary.ts';
import type { CreditFilter } from '../store/model/model.ts';
import { whenThere } from './base/awaitable.ts';
import { builder } from './base/builder.ts';
import { costs } from './base/cost.ts';
import { connect, connectionType } from './lists/connection.ts';
import type { Context } from './base/context.ts';
import { CreditCategoryEnum, CreditOrderFieldEnum, DirectionEnum, TitleTypeEnum } from './inputs/enums.ts';
import { wordsOf } from './inputs/filter-words.ts';
import type { TitleValue } from './base/node-type-name.ts';
import { readOrder } from './lists/order.ts';
import { pagingArgs } from './lists/paging.ts';
import type { PagingArgs } from './lists/paging.ts';
import { CreditRef, PersonRef, TitleRef } from './base/refs.ts';
import { wholeCredit } from './base/whole.ts';

const knownCategory = knownOrOther(CREDIT_CATEGORIES);
const CAST = [CREDIT_CATEGORIES.ACTOR, CREDIT_CATEGORIES.ACTRESS, CREDIT_CATEGORIES.SELF];
/** Of one title, in IMDb's files of 2026. */
const MOST_PRINCIPALS = 75;
const SCOPE = 'principal cast and crew only, not full credits';
const CATEGORIES =
  'Only credits of these categories; an empty list narrows nothing down. OTHER: of a category that the enum does not know.';

CreditRef.implement({
  description: `One piece of work of one person on one title: ${SCOPE}. Somebody with two jobs on a title has two credits.`,
  fields: (t) => ({
    category: t.field({
      type: CreditCategoryEnum,
      description: 'What kind of work; OTHER where IMDb uses a word that is newer than the enum, see categoryName.',
      resolve: ({ role }) => knownCategory(role.category),
    }),
    categoryName: t.string({
      description: "IMDb's own word for the category, unchanged: production_designer.",
      resolve: ({ role }) => role.category,
    }),
    job: t.string({
      nullable: true,
      extensions: costs({ weight: 10 }),
      description: 'The job more exactly, as in the file: "screenplay by". Null where there is none.',
      resolve: (credit, _args, { loaders }) => whenThere(wholeCredit(credit, loaders), (whole) => whole?.job ?? null),
    }),
    characters: t.stringList({
      nullable: true,
      extensions: costs({ weight: 10 }),
      description: 'The characters played, as in the file. Null where there is none.',
      resolve: (credit, _args, { loaders }) =>
        whenThere(wholeCredit(credit, loaders), (whole) => whole?.characters ?? null),
    }),
    billingOrder: t.int({
      description: "Place in the title's list of principals; 1 is the first. Numbers may be missing in between.",
      resolve: ({ role }) => role.billingOrder,
    }),
    title: t.field({
      type: TitleRef,
      nullable: true,
      description: 'The title. Null where the reference dangles: IMDb names an id that it does not publish.',
      resolve: ({ title }) => title,
    }),
    person: t.field({
      type: PersonRef,
      nullable: true,
      description: 'The person. Null where the reference dangles: IMDb names an id that it does not publish.',
      resolve: ({ person }) => person,
    }),
  }),
});

const CreditConnectionRef = connectionType(
  { name: 'Credit', ref: CreditRef },
  { rows: 'credits', counted: `Credits that fit the arguments, whatever the page: ${SCOPE}.` },
);

const CreditOrderInput = builder.inputType('CreditOrder', {
  description: "One step of an order of a person's credits. Credits without a value come last in both directions.",
  fields: (t) => ({
    field: t.field({ type: CreditOrderFieldEnum, required: true, description: 'What to order by.' }),
    direction: t.field({ type: DirectionEnum, required: true, defaultValue: 'DESC', description: 'Default DESC.' }),
  }),
});

builder.interfaceFields(TitleRef, (t) => ({
  credits: t.field({
    type: CreditConnectionRef,
    extensions: costs({ weight: 50, page: 'maxLongPage', atMost: MOST_PRINCIPALS }),
    description: `Who worked on it, in billing order: ${SCOPE}. directors and writers list all of theirs.`,
    args: { categories: t.arg({ type: [CreditCategoryEnum], description: CATEGORIES }), ...pagingArgs(500) },
    resolve: (title, { categories, ...args }, context) =>
      creditsOf(title, { categories: wordsOf(categories), args, context }),
  }),
  cast: t.field({
    type: CreditConnectionRef,
    extensions: costs({ weight: 50, page: 'maxLongPage', atMost: MOST_PRINCIPALS }),
    description: 'Its credits as actor, actress and self, in billing order: principal cast only, not the full cast.',
    args: pagingArgs(500),
    resolve: (title, args, context) => creditsOf(title, { categories: CAST, args, context }),
  }),
}));

builder.objectField(PersonRef, 'credits', (t) =>
  t.field({
    type: CreditConnectionRef,
    extensions: costs({ weight: 100, page: 'maxLongPage' }),
    description: `What they worked on: ${SCOPE}. Adult titles are among them.`,
    args: {
      categories: t.arg({ type: [CreditCategoryEnum], description: CATEGORIES }),
      titleTypes: t.arg({
        type: [TitleTypeEnum],
        description:
          'Only credits on titles of these types; an empty list narrows nothing down. OTHER: of a type that the enum does not know.',
      }),
      orderBy: t.arg({
        type: [CreditOrderInput],
        description:
          'The order, the first step deciding first; each field once. Ties are settled by id. Default: by year, newest first.',
      }),
      ...pagingArgs(500),
    },
    resolve: async (person, { categories, titleTypes, orderBy, ...args }, { loaders, limits }) => {
      const filter = filterOf({ categories: wordsOf(categories), titleTypes: wordsOf(titleTypes) });
      const order = readOrder(orderBy, { field: 'YEAR', direction: 'DESC' });
      return connect(await loaders.credits.ofPerson(person.id, filter, order), args, {
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
