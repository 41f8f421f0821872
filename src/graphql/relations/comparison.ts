import { badInput } from '../../errors.ts';
import type { Similarity } from '../../store/relations/title-likeness.ts';
import { builder } from '../base/builder.ts';
import { costs } from '../base/cost.ts';
import type { Context } from '../base/context.ts';
import { readConst } from '../base/ids.ts';
import { ComparisonRef } from './comparison-ref.ts';
import type { ComparisonValue } from './comparison-ref.ts';
import { comparePeople } from './person-comparison.ts';
import { SimilarityRef } from './similarity.ts';
import { compareTitles } from './title-comparison.ts';

ComparisonRef.implement({
  description: 'What two titles, or two people, have in common.',
  resolveType: ({ of }) => of,
  fields: (t) => ({
    similarity: t.field({
      type: SimilarityRef,
      nullable: true,
      description: 'How similar two titles are. Null for people.',
      resolve: (comparison) => (comparison as { similarity?: Similarity }).similarity ?? null,
    }),
  }),
});

builder.queryField('compare', (t) =>
  t.field({
    type: ComparisonRef,
    nullable: true,
    extensions: costs({ weight: 1000 }),
    description:
      'Compares two titles, in lists of similar titles or not, or two people. Null if one of them is not in the data; a title and a person, or twice the same id, are BAD_USER_INPUT.',
    args: {
      a: t.arg.id({ required: true, description: "IMDb's id of a title or a person, such as tt0111161." }),
      b: t.arg.id({ required: true, description: "IMDb's id of another title or another person." }),
    },
    resolve: (_root, { a, b }, context) => compare({ a, b }, context),
  }),
);

function compare({ a, b }: { a: string; b: string }, context: Context): Promise<ComparisonValue | null> {
  const [one, other] = [readConst(a, 'a'), readConst(b, 'b')];
  if (one.prefix !== other.prefix)
    throw badInput('a and b: compare two titles (tt) or two people (nm), not one of each.');
  if (one.key === other.key) throw badInput('a and b: both are the same id. Compare two different ones.');
  return one.prefix === 'tt'
    ? compareTitles({ a: one.key, b: other.key }, context)
    : comparePeople({ a: one.key, b: other.key }, context);
}
