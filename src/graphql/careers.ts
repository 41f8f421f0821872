import { TITLE_TYPES } from '../dataset/words/vocabulary.ts';
import { badInput } from '../errors.ts';
import { builder } from './base/builder.ts';
import { costs } from './base/cost.ts';
import { asItIs, connect, connectionType } from './lists/connection.ts';
import { AdultContentEnum, CareerOrderFieldEnum, CreditCategoryEnum, TitleTypeEnum } from './inputs/enums.ts';
import { pagingArgsWithOffset } from './lists/paging.ts';
import { CareerRef, PersonRef } from './base/refs.ts';

CareerRef.implement({
  description:
    "What a person has done in one category: titles that IMDb's files credit them on, principal cast and crew only, not full credits. Episodes do not count, their series do where it is credited itself.",
  fields: (t) => ({
    person: t.field({ type: PersonRef, description: 'The person.', resolve: ({ person }) => person }),
    titles: t.exposeInt('titles', { description: 'Number of titles that count, each once.' }),
    ratedTitles: t.exposeInt('ratedTitles', { description: 'How many of them are rated.' }),
    meanRating: t.exposeFloat('meanRating', {
      nullable: true,
      description: 'Mean of their average ratings, each title counting once; not rounded. Null where none is rated.',
    }),
    votes: t.exposeInt('votes', { description: 'Number of votes for all of them together.' }),
  }),
});

const CareerConnectionRef = connectionType(
  { name: 'Career', ref: CareerRef },
  { rows: 'careers', counted: 'People in the whole list, whatever the page.', countWeight: 10_000 },
);

builder.queryField('careers', (t) =>
  t.field({
    type: CareerConnectionRef,
    extensions: costs({ weight: 100_000, page: 'maxPage' }),
    nullable: true,
    description:
      'People by what they have done in one category: the busiest actors, or the directors of at least ten films by mean rating. Episodes do not count.',
    args: {
      category: t.arg({
        type: CreditCategoryEnum,
        required: true,
        description: 'In which category. OTHER: in one that the enum does not know.',
      }),
      titleTypes: t.arg({
        type: [TitleTypeEnum],
        description: 'Which titles count, by type. Default, and for an empty list: every type but episodes.',
      }),
      adult: t.arg({
        type: AdultContentEnum,
        required: true,
        defaultValue: 'EXCLUDE',
        description: 'Whether adult titles count. Default EXCLUDE: they do not.',
      }),
      minTitles: t.arg.int({ description: 'Only people with so many titles that count, 1 or more. Default 1.' }),
      minRatedTitles: t.arg.int({
        description:
          'Only people with so many rated titles: a mean of few says little. 0 or more; default 0, and all come.',
      }),
      orderBy: t.arg({
        type: CareerOrderFieldEnum,
        required: true,
        defaultValue: 'TITLES',
        description: 'The order, the greatest first. Default TITLES.',
      }),
      ...pagingArgsWithOffset(100),
    },
    resolve: (_root, { category, titleTypes, adult, minTitles, minRatedTitles, orderBy, ...paging }, context) => {
      const { loaders, limits } = context;
      if (titleTypes?.includes(TITLE_TYPES.TV_EPISODE)) {
        throw badInput('titleTypes: careers do not count episodes. Leave TV_EPISODE out.');
      }
      const filter = {
        category,
        titleTypes: [...new Set(titleTypes)],
        adult,
        minTitles: readLeast(minTitles, { least: 1, at: 'minTitles' }),
        minRatedTitles: readLeast(minRatedTitles, { least: 0, at: 'minRatedTitles' }),
      };
      const sizes = { usual: limits.defaultPage, most: limits.maxPage };
      return connect(loaders.careers.list(filter, orderBy), paging, { sizes, toNode: asItIs });
    },
  }),
);

function readLeast(number: number | null | undefined, { least, at }: { least: number; at: string }): number {
  if (number === null || number === undefined) return least;
  if (number < least) throw badInput(`${at}: ${number} is too few. Send ${least} or more.`);
  return number;
}
