import { GraphQLError } from 'graphql';

import type { Operation } from '../execution/model.ts';

/**
 * Names of the root fields of an operation, once for each key of the answer: with fragments expanded, each alias, and
 * without what `@skip` and `@include` leave out. None if the variable of one of these is null, which fails before it
 * reads.
 */
export function rootFieldsOf({ root, rootType }: Operation): string[] {
  try {
    return root.of(rootType).fields.map(({ definition }) => definition.name);
  } catch (error) {
    if (error instanceof GraphQLError) return [];
    throw error;
  }
}
