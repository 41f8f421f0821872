import { CREDIT_CATEGORIES, GENRES, knownOrOther, TITLE_TYPES } from '../../dataset/words/vocabulary.ts';
import type { CreditSummary, WordShare } from '../../store/relations/credit-summary.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import { PersonRef } from '../base/refs.ts';
import { CREDIT_SCOPE } from '../credits/credit.ts';
import { CreditCategoryEnum, GenreEnum, TitleTypeEnum } from '../inputs/enums.ts';

const MOST_FIRST = 'The greatest count first.';
const NAME = "IMDb's own word.";

const knownCategory = knownOrOther(CREDIT_CATEGORIES);
const knownType = knownOrOther(TITLE_TYPES);
const knownGenre = knownOrOther(GENRES);

const CategoryCountRef = builder.objectRef<WordShare>('CategoryCount').implement({
  description: 'Credits of a person in one category.',
  fields: (t) => ({
    category: t.field({
      type: CreditCategoryEnum,
      description: 'Category. OTHER for a word that is newer than the enum.',
      resolve: ({ word }) => knownCategory(word),
    }),
    categoryName: t.exposeString('word', { description: NAME }),
    count: t.exposeInt('count', { description: 'Number of credits.' }),
  }),
});

const TitleTypeCountRef = builder.objectRef<WordShare>('TitleTypeCount').implement({
  description: 'Titles of one type that a person is credited on.',
  fields: (t) => ({
    titleType: t.field({
      type: TitleTypeEnum,
      description: 'Type. OTHER for a word that is newer than the enum.',
      resolve: ({ word }) => knownType(word),
    }),
    titleTypeName: t.exposeString('word', { description: NAME }),
    count: t.exposeInt('count', { description: 'Number of distinct titles.' }),
  }),
});

const GenreCountRef = builder.objectRef<WordShare>('GenreCount').implement({
  description: 'Titles of one genre that a person is credited on.',
  fields: (t) => ({
    genre: t.field({
      type: GenreEnum,
      description: 'Genre. OTHER for a word that is newer than the enum.',
      resolve: ({ word }) => knownGenre(word),
    }),
    genreName: t.exposeString('word', { description: NAME }),
    count: t.exposeInt('count', { description: 'Number of distinct titles; a title counts for each of its genres.' }),
  }),
});

const CreditSummaryRef = builder.objectRef<CreditSummary>('CreditSummary').implement({
  description: `Credits of a person in numbers: ${CREDIT_SCOPE}. Adult titles are included.`,
  fields: (t) => ({
    credits: t.exposeInt('credits', { description: `Number of credits: ${CREDIT_SCOPE}.` }),
    titles: t.exposeInt('titles', {
      description: 'Number of distinct titles; an episode is one, and titles that are not in the data count too.',
    }),
    firstYear: t.exposeInt('firstYear', {
      nullable: true,
      description: 'Earliest startYear of the titles. Null if none has one.',
    }),
    lastYear: t.exposeInt('lastYear', {
      nullable: true,
      description: 'Latest startYear of the titles. Null if none has one.',
    }),
    categories: t.field({
      type: [CategoryCountRef],
      extensions: costs({ rows: 3 }),
      description: `Number of credits by category. ${MOST_FIRST}`,
      resolve: ({ categories }) => categories,
    }),
    titleTypes: t.field({
      type: [TitleTypeCountRef],
      extensions: costs({ rows: 4 }),
      description: `Number of titles by type; titles that are not in the data have none. ${MOST_FIRST}`,
      resolve: ({ titleTypes }) => titleTypes,
    }),
    genres: t.field({
      type: [GenreCountRef],
      extensions: costs({ weight: 5000, rows: 10 }),
      description: `Number of titles by genre. ${MOST_FIRST}`,
      resolve: ({ genres }) => genres(),
    }),
  }),
});

builder.objectField(PersonRef, 'creditSummary', (t) =>
  t.field({
    type: CreditSummaryRef,
    extensions: costs({ weight: 1000 }),
    description: 'Credits of the person in numbers.',
    resolve: (person, _args, { loaders }) => loaders.relations.creditSummary(person.id),
  }),
);
