import { GENRES, knownOrOther } from '../../dataset/words/vocabulary.ts';
import { CREDIT_CATEGORIES } from '../../dataset/words/vocabulary.ts';
import type { Title } from '../../store/model/model.ts';
import type { SharedPerson } from '../../store/relations/shared-people.ts';
import type { Similarity } from '../../store/relations/title-likeness.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import type { Context } from '../base/context.ts';
import { PersonRef, TitleRef } from '../base/refs.ts';
import { CreditCategoryEnum, GenreEnum } from '../inputs/enums.ts';
import { asItIs, connect, connectionType } from '../lists/connection.ts';
import { pagingArgs } from '../lists/paging.ts';
import { ComparisonRef } from './comparison-ref.ts';
import type { ComparisonValue } from './comparison-ref.ts';
import { SimilarityRef } from './similarity.ts';

interface TitleComparison extends ComparisonValue {
  of: 'TitleComparison';
  a: Title;
  b: Title;
  similarity: Similarity;
}

const [knownGenre, knownCategory] = [knownOrOther(GENRES), knownOrOther(CREDIT_CATEGORIES)];

const SharedPersonRef = builder.objectRef<SharedPerson>('SharedPerson');

SharedPersonRef.implement({
  description: 'A person with credits on two titles.',
  fields: (t) => ({
    person: t.field({ type: PersonRef, description: 'Person of both titles.', resolve: ({ person }) => person }),
    categoriesInA: t.field({
      type: [CreditCategoryEnum],
      extensions: costs({ rows: 2 }),
      description: 'Categories of the credits on the first title, each once.',
      resolve: ({ categoriesInA }) => categoriesInA.map(knownCategory),
    }),
    categoriesInB: t.field({
      type: [CreditCategoryEnum],
      extensions: costs({ rows: 2 }),
      description: 'Categories of the credits on the second title, each once.',
      resolve: ({ categoriesInB }) => categoriesInB.map(knownCategory),
    }),
  }),
});

const SharedPersonConnectionRef = connectionType(
  { name: 'SharedPerson', ref: SharedPersonRef },
  { rows: 'people of two titles', counted: 'Number of people with credits on both titles.' },
);

builder.objectRef<TitleComparison>('TitleComparison').implement({
  description: 'What two titles have in common.',
  interfaces: [ComparisonRef],
  fields: (t) => ({
    a: t.field({ type: TitleRef, description: 'First title.', resolve: ({ a }) => a }),
    b: t.field({ type: TitleRef, description: 'Second title.', resolve: ({ b }) => b }),
    similarity: t.field({
      type: SimilarityRef,
      description: 'How similar the titles are, by the measure of the lists of similar titles.',
      resolve: ({ similarity }) => similarity,
    }),
    sharedPeople: t.field({
      type: SharedPersonConnectionRef,
      extensions: costs({ weight: 200, page: 'maxPage' }),
      description:
        "People with credits in IMDb's files on both titles, directors and writers of title.crew among them, in the billing of the first title.",
      args: pagingArgs(100),
      resolve: async ({ a, b }, args, { loaders, limits }) =>
        connect(await loaders.similarity.sharedPeople(a.id, b.id), args, {
          sizes: { usual: limits.defaultPage, most: limits.maxPage },
          toNode: asItIs,
        }),
    }),
    sharedGenres: t.field({
      type: [GenreEnum],
      description:
        'Genres of both titles, in the order of the first. OTHER stands for a word that is newer than the enum.',
      resolve: ({ a, b }) => a.genres.filter((genre) => b.genres.includes(genre)).map(knownGenre),
    }),
  }),
});

/** Null where one of them is not in the data. */
export async function compareTitles(
  ids: { a: number; b: number },
  { loaders, onTmdb }: Context,
): Promise<TitleComparison | null> {
  if (loaders.similarity.countsTmdb()) onTmdb?.();
  const [a, b, similarity] = await Promise.all([
    loaders.titles.byId(ids.a),
    loaders.titles.byId(ids.b),
    loaders.similarity.of(ids.a, ids.b),
  ]);
  return a === null || b === null || similarity === null ? null : { of: 'TitleComparison', a, b, similarity };
}
