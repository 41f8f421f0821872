import {
  GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isUnionType,
} from 'graphql';
import type { GraphQLNamedType } from 'graphql';

import { rootTypesOf, typesFrom } from './types-from.ts';

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
  const roots = rootTypesOf(schema);
  const met = new Set([...typesFrom(roots, schema), ...typesFrom(Object.values(schema.getTypeMap()), schema)]);
  const others = [...met].filter((type) => !roots.includes(type));
  const types = [...roots, ...KINDS.flatMap((isKind) => others.filter(isKind))];
  return new GraphQLSchema({ ...schema.toConfig(), description, types });
}
