import { TITLE_TYPES } from '../../dataset/words/vocabulary.ts';
import { badInput } from '../../errors.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { asItIs, connect, connectionType } from '../lists/connection.ts';
import { AdultContentEnum, CareerOrderFieldEnum, CreditCategoryEnum, TitleTypeEnum } from '../inputs/enums.ts';
import { pagingArgsWithOffset } from '../lists/paging.ts';
import { CareerRef, PersonRef } from '../base/refs.ts';

CareerRef.implement({
  description:
    "Summary of a person's work in one category. It counts the titles on which IMDb's files credit the person, which list principal cast and crew only, not full credits. Episodes are not counted; a series is counted if the person is credited on the series itself.",
  fields: (t) => ({
    person: t.field({ type: PersonRef, description: 'Person whose career this is.', resolve: ({ person }) => person }),
    titles: t.exposeInt('titles', { description: 'Number of distinct titles counted.' }),
    ratedTitles: t.exposeInt('ratedTitles', { description: 'Number of the counted titles that are rated.' }),
    meanRating: t.exposeFloat('meanRating', {
      nullable: true,
      description:
        'Mean of the average ratings of the rated titles, each with the same weight; not rounded. Null if none is rated.',
    }),
    votes: t.exposeInt('votes', { description: 'Sum of the votes of all counted titles.' }),
  }),
});

const CareerConnectionRef = connectionType(
  { name: 'Career', ref: CareerRef },
  { rows: 'careers', counted: 'Number of people in the whole list, on all pages.', countWeight: 10_000 },
);

builder.queryField('careers', (t) =>
  t.field({
    type: CareerConnectionRef,
    extensions: costs({ weight: 100_000, page: 'maxPage' }),
    nullable: true,
    description:
      'People ranked by their work in one category: for example the busiest actors, or the directors of at least ten films by mean rating. Episodes are not counted.',
    args: {
      category: t.arg({
        type: CreditCategoryEnum,
        required: true,
        description: 'Category of the credits. OTHER stands for every category that the enum does not know.',
      }),
      titleTypes: t.arg({
        type: [TitleTypeEnum],
        description:
          'Types of the titles that are counted. By default, or if the list is empty: every type except episodes.',
      }),
      adult: t.arg({
        type: AdultContentEnum,
        required: true,
        defaultValue: 'EXCLUDE',
        description: 'Whether adult titles are counted. Default EXCLUDE: they are not.',
      }),
      minTitles: t.arg.int({
        description: 'Returns only people with at least this number of counted titles; 1 or more. Default 1.',
      }),
      minRatedTitles: t.arg.int({
        description:
          'Returns only people with at least this number of rated titles, because the mean of a few ratings says little; 0 or more. Default 0.',
      }),
      orderBy: t.arg({
        type: CareerOrderFieldEnum,
        required: true,
        defaultValue: 'TITLES',
        description: 'Number to sort by, greatest first. Default TITLES.',
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
