import { CREDIT_CATEGORIES, knownOrOther } from '../../dataset/words/vocabulary.ts';
import { badInput } from '../../errors.ts';
import type { PathStep } from '../../store/paths/find-paths.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { readKey } from '../base/ids.ts';
import type { PersonValue, TitleValue } from '../base/node-type-name.ts';
import { PersonRef, TitleRef } from '../base/refs.ts';
import type { Context } from '../base/context.ts';
import { CREDIT_SCOPE } from '../credits/credit.ts';
import { CreditCategoryEnum } from '../inputs/enums.ts';
import { readTitleFilter, TitleFilterInput } from '../inputs/title-filter.ts';

/** Two people of whom IMDb knows are seldom further apart. */
const USUAL_DEGREES = 6;
const MOST_DEGREES = 20;

const knownCategory = knownOrOther(CREDIT_CATEGORIES);

const PathStepRef = builder.objectRef<PathStep>('PathStep').implement({
  description:
    'A step of a path: two people with a credit on the same title. A title or a person that credits name and IMDb does not publish has its id and nothing else; such a title is an OtherTitle.',
  fields: (t) => ({
    person: t.field({
      type: PersonRef,
      description: 'Person from whom the step starts.',
      resolve: ({ personId }, _args, context) => personOf(personId, context),
    }),
    title: t.field({
      type: TitleRef,
      description: 'Title on which both people have a credit.',
      resolve: async ({ titleId }, _args, { loaders }): Promise<TitleValue> =>
        (await loaders.titles.byId(titleId)) ?? unpublishedTitle(titleId),
    }),
    category: t.field({
      type: CreditCategoryEnum,
      description:
        "Category of person's credit on the title; of several, the first one in the order of the enum that categories allows.",
      resolve: ({ category }) => knownCategory(category),
    }),
    nextCategory: t.field({
      type: CreditCategoryEnum,
      description: "Category of next's credit on the title, chosen like category.",
      resolve: ({ nextCategory }) => knownCategory(nextCategory),
    }),
    next: t.field({
      type: PersonRef,
      description: 'Person to whom the step leads: the person of the next step.',
      resolve: ({ nextId }, _args, context) => personOf(nextId, context),
    }),
  }),
});

async function personOf(id: number, { loaders }: Context): Promise<PersonValue> {
  return (await loaders.people.byId(id)) ?? { id, primaryName: null, birthYear: null, deathYear: null };
}

/** A title that IMDb has credits of and does not publish. */
function unpublishedTitle(id: number): TitleValue {
  return { id, titleType: '', startYear: null, primaryTitle: null, rating: null };
}

const PersonPathRef = builder.objectRef<readonly PathStep[]>('PersonPath').implement({
  description: 'A shortest path between two people over titles on which they are credited together.',
  fields: (t) => ({
    degrees: t.int({
      description: 'Number of steps. 0 from a person to themselves.',
      resolve: (steps) => steps.length,
    }),
    steps: t.field({
      type: [PathStepRef],
      extensions: costs({ rows: USUAL_DEGREES }),
      description: 'Steps from the first person to the last one. Empty from a person to themselves.',
      resolve: (steps) => steps,
    }),
  }),
});

builder.queryField('path', (t) =>
  t.field({
    type: [PersonPathRef],
    extensions: costs({
      weight: 50_000,
      rowsBy: { argument: 'alternatives', most: 'maxPage', usual: 1 },
      dearer: { argument: 'via', weight: 150_000 },
      listed: 'via',
    }),
    nullable: true,
    description: `Shortest paths between two people, over the credits in IMDb's files: ${CREDIT_SCOPE}. Without via every credit counts, also those on adult titles, and those of titles and people that IMDb does not publish. All paths have the same number of steps; they are ordered by the ids of their titles and people, compared from the first step on. Empty if there is no path within maxDegrees. Null if one of the ids is unknown; a malformed id is BAD_USER_INPUT.`,
    args: {
      from: t.arg.id({ required: true, description: "IMDb's id of the person whom the path starts from." }),
      to: t.arg.id({ required: true, description: "IMDb's id of the person whom the path leads to." }),
      via: t.arg({
        type: TitleFilterInput,
        description:
          'Titles that the path may lead over: for example films with many votes, instead of news and award shows. As in titles, adult titles are left out by default. Costs 150,000 points more. Default: every title.',
      }),
      categories: t.arg({
        type: [CreditCategoryEnum],
        description:
          'Categories that both credits of a step must have. OTHER stands for every category that the enum does not know. Default, or if empty: every category.',
      }),
      maxDegrees: t.arg.int({
        required: true,
        defaultValue: USUAL_DEGREES,
        description: `Largest number of steps, from 1 to ${MOST_DEGREES}. Default ${USUAL_DEGREES}.`,
      }),
      alternatives: t.arg.int({
        required: true,
        defaultValue: 1,
        description:
          'Largest number of paths, all of them shortest and no two over the same titles and people. Default 1, at most 100 (a setting of the server).',
      }),
    },
    resolve: (_root, { from, to, via, categories, maxDegrees, alternatives }, context) => {
      const { loaders, limits } = context;
      checkBetween('maxDegrees', maxDegrees, MOST_DEGREES);
      checkBetween('alternatives', alternatives, limits.maxPage);
      return loaders.paths.between({
        from: readKey(from, { prefix: 'nm', at: 'from' }),
        to: readKey(to, { prefix: 'nm', at: 'to' }),
        via: via == null ? undefined : readTitleFilter(via, { context, at: 'via' }),
        categories: categories ?? undefined,
        maxDegrees,
        alternatives,
      });
    },
  }),
);

function checkBetween(at: string, number: number, most: number): void {
  if (number < 1 || number > most)
    throw badInput(`${at}: ${number} is out of bounds. Send a number from 1 to ${most}.`);
}
