import { badInput } from '../../errors.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import type { Context } from '../base/context.ts';
import { readConst } from '../base/ids.ts';
import { ComparisonRef } from './comparison-ref.ts';
import type { ComparisonValue } from './comparison-ref.ts';
import { comparePeople } from './person-comparison.ts';
import { SimilarityRef } from './similarity.ts';

ComparisonRef.implement({
  description: 'What two titles, or two people, have in common.',
  resolveType: ({ of }) => of,
  fields: (t) => ({
    similarity: t.field({
      type: SimilarityRef,
      nullable: true,
      description: 'How similar two titles are. Null for people.',
      resolve: () => null,
    }),
  }),
});

builder.queryField('compare', (t) =>
  t.field({
    type: ComparisonRef,
    nullable: true,
    extensions: costs({ weight: 1000 }),
    description:
      'Compares two people. Null if one of them is not in the data; a title and a person, or twice the same id, are BAD_USER_INPUT.',
    args: {
      a: t.arg.id({ required: true, description: "IMDb's id of a person, such as nm0000151." }),
      b: t.arg.id({ required: true, description: "IMDb's id of another person." }),
    },
    resolve: (_root, { a, b }, context) => compare({ a, b }, context),
  }),
);

function compare({ a, b }: { a: string; b: string }, context: Context): Promise<ComparisonValue | null> {
  const [one, other] = [readConst(a, 'a'), readConst(b, 'b')];
  if (one.prefix !== other.prefix)
    throw badInput('a and b: compare two titles (tt) or two people (nm), not one of each.');
  if (one.key === other.key) throw badInput('a and b: both are the same id. Compare two different ones.');
  if (one.prefix === 'tt') throw badInput('a and b: titles cannot be compared. Give the ids of two people (nm).');
  return comparePeople({ a: one.key, b: other.key }, context);
}
