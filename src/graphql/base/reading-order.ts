import {
  getNamedType,
  GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql';
import type { GraphQLNamedType, GraphQLObjectType } from 'graphql';

/** Kinds of types in the order in which they are read. */
const KINDS: readonly ((type: GraphQLNamedType) => boolean)[] = [
  (type) => isObjectType(type) || isInterfaceType(type) || isUnionType(type),
  isInputObjectType,
  isEnumType,
  isScalarType,
];

/**
 * The same schema with its types in reading order: the root types, what they return, inputs, enums and scalars, each in
 * the order in which a walk from the first field of Query on meets it. Fields keep the order in which they were declared.
 */
export function inReadingOrder(schema: GraphQLSchema, description: string): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    (type) => type !== undefined && type !== null,
  );
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
  Object.values(schema.getTypeMap()).forEach(walk);
  const others = [...met].filter((type) => !roots.includes(type as GraphQLObjectType));
  const types = [...roots, ...KINDS.flatMap((isKind) => others.filter(isKind))];
  return new GraphQLSchema({ ...schema.toConfig(), description, types });
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
