import { CREDIT_CATEGORIES, knownOrOther } from '../../dataset/words/vocabulary.ts';
import { mapAwaitable } from '../base/awaitable.ts';
import { costs } from '../base/cost.ts';
import { CreditCategoryEnum } from '../inputs/enums.ts';
import { CreditRef, PersonRef, TitleRef } from '../base/refs.ts';
import { fullCredit } from '../base/full-records.ts';

const knownCategory = knownOrOther(CREDIT_CATEGORIES);

/** Which credits the data has, for descriptions. */
export const CREDIT_SCOPE = 'principal cast and crew only, not full credits';

CreditRef.implement({
  description: `Credit of one person for one kind of work on one title: ${CREDIT_SCOPE}. A person with two jobs on a title has two credits.`,
  fields: (t) => ({
    category: t.field({
      type: CreditCategoryEnum,
      description: 'Kind of work. OTHER if IMDb uses a word that is newer than the enum; categoryName has the word.',
      resolve: ({ role }) => knownCategory(role.category),
    }),
    categoryName: t.string({
      description: "Category in IMDb's own word, such as production_designer.",
      resolve: ({ role }) => role.category,
    }),
    job: t.string({
      nullable: true,
      extensions: costs({ weight: 10 }),
      description: 'Job in more detail, as in the file, such as "screenplay by". Null if the file has none.',
      resolve: (credit, _args, { loaders }) => mapAwaitable(fullCredit(credit, loaders), (full) => full?.job ?? null),
    }),
    characters: t.stringList({
      nullable: true,
      extensions: costs({ weight: 10 }),
      description: 'Names of the characters played, as in the file. Null if the file has none.',
      resolve: (credit, _args, { loaders }) =>
        mapAwaitable(fullCredit(credit, loaders), (full) => full?.characters ?? null),
    }),
    billingOrder: t.int({
      description: "Position in the title's list of principals, from 1. There may be gaps.",
      resolve: ({ role }) => role.billingOrder,
    }),
    episodeCount: t.int({
      nullable: true,
      description:
        'Number of episodes of the series with a credit of the person in this category, for a row that stands for them (episodes: BY_SERIES). If the person has no credit on the series itself, job, characters and billingOrder are of the episode with the lowest id. Null for every other credit.',
      resolve: ({ role }) => ('episodeCount' in role ? (role.episodeCount ?? null) : null),
    }),
    title: t.field({
      type: TitleRef,
      nullable: true,
      description:
        'Title that the credit is for. Null if the reference dangles: the file names an id that IMDb does not publish.',
      resolve: ({ title }) => title,
    }),
    person: t.field({
      type: PersonRef,
      nullable: true,
      description:
        'Person who is credited. Null if the reference dangles: the file names an id that IMDb does not publish.',
      resolve: ({ person }) => person,
    }),
  }),
});
