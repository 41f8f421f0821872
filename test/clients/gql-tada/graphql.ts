import { initGraphQLTada } from 'gql.tada';

import type { introspection } from './generated/graphql-env.d.ts';

/** Types of documents come from the text itself: there is nothing to generate but the schema's types, once. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { ID: string; DateTime: string };
}>();

export { readFragment } from 'gql.tada';
export type { FragmentOf } from 'gql.tada';
