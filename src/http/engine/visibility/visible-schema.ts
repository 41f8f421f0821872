import type { GraphQLNamedType } from 'graphql';

import { GraphQLObjectType, GraphQLSchema } from 'graphql';

import { requiredRoleOf, REQUIRES_ROLE } from '../../../graphql/base/requires-role.ts';
import { rootTypesOf, typesFrom } from '../../../graphql/base/types-from.ts';

/**
 * The schema as clients without a role see it: without the root fields that require one, the types that only these
 * reach, and the directive that names roles. A root type of which nothing is left is gone too.
 */
export function visibleSchema(schema: GraphQLSchema): GraphQLSchema {
  const { query, mutation, subscription, types, directives, ...config } = schema.toConfig();
  const roots = { query: visibleRoot(query), mutation: visibleRoot(mutation), subscription: visibleRoot(subscription) };
  const isRoot = (type: GraphQLNamedType): boolean => [query, mutation, subscription].some((root) => root === type);
  const rest = new GraphQLSchema({ ...config, ...roots, types: types.filter((type) => !isRoot(type)), directives });
  const reached = typesFrom(rootTypesOf(rest), rest);
  return new GraphQLSchema({
    ...config,
    ...roots,
    // In their order, which introspection shows.
    types: types.flatMap(({ name }) => rest.getType(name) ?? []).filter((type) => reached.has(type)),
    directives: directives.filter(({ name }) => name !== REQUIRES_ROLE),
  });
}

function visibleRoot(root: GraphQLObjectType | null | undefined): GraphQLObjectType | undefined {
  if (root == null) return undefined;
  const config = root.toConfig();
  const fields = Object.entries(config.fields).filter(
    ([, { extensions }]) => requiredRoleOf({ extensions: extensions ?? {} }) === undefined,
  );
  if (fields.length === Object.keys(config.fields).length) return root;
  return fields.length === 0 ? undefined : new GraphQLObjectType({ ...config, fields: Object.fromEntries(fields) });
}
