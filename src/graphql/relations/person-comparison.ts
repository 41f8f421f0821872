import type { Person } from '../../store/model/model.ts';
import type { SharedTitles } from '../../store/relations/shared-titles.ts';
import { builder } from '../base/builder.ts';
import type { Context } from '../base/context.ts';
import { costs } from '../base/cost.ts';
import { PersonRef } from '../base/refs.ts';
import { pagingArgs } from '../lists/paging.ts';
import { ComparisonRef } from './comparison-ref.ts';
import type { ComparisonValue } from './comparison-ref.ts';
import { connectShared, SharedTitleConnectionRef } from './shared-title.ts';

interface PersonComparison extends ComparisonValue {
  of: 'PersonComparison';
  a: Person;
  b: Person;
  shared: SharedTitles;
}

builder.objectRef<PersonComparison>('PersonComparison').implement({
  description: 'What two people have in common.',
  interfaces: [ComparisonRef],
  fields: (t) => ({
    a: t.field({ type: PersonRef, description: 'First person.', resolve: ({ a }) => a }),
    b: t.field({ type: PersonRef, description: 'Second person.', resolve: ({ b }) => b }),
    sharedTitles: t.field({
      type: SharedTitleConnectionRef,
      extensions: costs({ weight: 500, page: 'maxPage' }),
      description: 'Titles that both are credited on, the newest first.',
      args: pagingArgs(100),
      resolve: ({ a, b, shared }, args, { limits }) => connectShared(shared.list, args, { people: [a, b], limits }),
    }),
    firstSharedYear: t.int({
      nullable: true,
      description: 'Earliest startYear of the shared titles. Null if there are none with a year.',
      resolve: ({ shared }) => shared.firstYear,
    }),
    lastSharedYear: t.int({
      nullable: true,
      description: 'Latest startYear of the shared titles. Null if there are none with a year.',
      resolve: ({ shared }) => shared.lastYear,
    }),
  }),
});

/** Null where one of them is not in the data. */
export async function comparePeople(
  ids: { a: number; b: number },
  { loaders }: Context,
): Promise<PersonComparison | null> {
  const [a, b, shared] = await Promise.all([
    loaders.people.byId(ids.a),
    loaders.people.byId(ids.b),
    loaders.relations.sharedTitles([{ personId: ids.a }, { personId: ids.b }]),
  ]);
  return a === null || b === null ? null : { of: 'PersonComparison', a, b, shared };
}
