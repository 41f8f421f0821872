import type { GraphQLOutputType } from 'graphql';

import { getNullableType, GraphQLBoolean, GraphQLFloat, GraphQLID, GraphQLInt, GraphQLString } from 'graphql';

type Test = (value: unknown) => boolean;

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

/**
 * Values that a built-in scalar serialises to themselves. All other values, and null, are completed the general way.
 */
const TESTS = new Map<unknown, Test>([
  [GraphQLString, isText],
  [GraphQLID, isText],
  [GraphQLInt, (value) => typeof value === 'number' && (value | 0) === value],
  [GraphQLFloat, Number.isFinite],
  [GraphQLBoolean, (value) => typeof value === 'boolean'],
]);

/** A test for values of a type that need no completion. */
export function finalTest(type: GraphQLOutputType): Test {
  return TESTS.get(getNullableType(type)) ?? (() => false);
}
