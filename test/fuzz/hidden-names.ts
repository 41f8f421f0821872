import type { GraphQLNamedType, GraphQLSchema } from 'graphql';

import { isEnumType, isInputObjectType, isInterfaceType, isObjectType } from 'graphql';

/** Names that a schema has and another one has not: of types, fields, arguments, fields of inputs, values of enums. */
export function hiddenNames(whole: GraphQLSchema, visible: GraphQLSchema): string[] {
  const seen = namesOf(visible);
  return [...namesOf(whole)].filter((name) => !seen.has(name));
}

function namesOf(schema: GraphQLSchema): Set<string> {
  const types = Object.values(schema.getTypeMap());
  const directives = schema.getDirectives().flatMap(({ name, args }) => [name].concat(args.map((one) => one.name)));
  return new Set([...types.flatMap((type) => [type.name].concat(namesIn(type))), ...directives]);
}

function namesIn(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isInputObjectType(type)) return Object.keys(type.getFields());
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap(({ name, args }) => [name].concat(args.map((one) => one.name)));
}
