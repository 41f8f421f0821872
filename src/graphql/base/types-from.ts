import { getNamedType, isInputObjectType, isInterfaceType, isObjectType, isUnionType } from 'graphql';
import type { GraphQLNamedType, GraphQLSchema } from 'graphql';

/** The root types of a schema, in the order query, mutation, subscription. */
export function rootTypesOf(schema: GraphQLSchema): GraphQLNamedType[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter((type) => type != null);
}

/**
 * The types that a walk over the fields of these types meets, in the order in which it meets them. Whoever reaches an
 * interface reaches its implementations.
 */
export function typesFrom(roots: readonly GraphQLNamedType[], schema: GraphQLSchema): Set<GraphQLNamedType> {
  const met = new Set<GraphQLNamedType>(roots);
  const walked = new Set<GraphQLNamedType>();
  // Each type is walked at once, before its neighbours, so that what belongs together stands together.
  function walk(type: GraphQLNamedType): void {
    if (walked.has(type)) return;
    walked.add(type);
    met.add(type);
    if (isInterfaceType(type)) {
      const { interfaces, objects } = schema.getImplementations(type);
      for (const one of [...interfaces, ...objects]) met.add(one);
    }
    referredBy(type).forEach(walk);
  }
  roots.forEach(walk);
  // The types that nothing but their interface leads to.
  for (const type of met) walk(type);
  return met;
}

/** Types that a type names, in the order of its fields. */
function referredBy(type: GraphQLNamedType): GraphQLNamedType[] {
  if (isUnionType(type)) return [...type.getTypes()];
  if (isInputObjectType(type)) return Object.values(type.getFields()).map((field) => getNamedType(field.type));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields()).flatMap(({ type: own, args }) =>
    [own, ...args.map((argument) => argument.type)].map((one) => getNamedType(one)),
  );
  return [...type.getInterfaces(), ...fields];
}
