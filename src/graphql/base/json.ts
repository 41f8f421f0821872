import { isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { GraphQLInputType, GraphQLResolveInfo } from 'graphql';

/**
 * An input value in the form that clients send, from the form that resolvers get: enum values by name, without nulls.
 */
export function inputJson(value: unknown, { type, info }: { type: string; info: GraphQLResolveInfo }): unknown {
  return toJson(info.schema.getType(type) as GraphQLInputType, value);
}

function toJson(type: GraphQLInputType, value: unknown): unknown {
  if (isNonNullType(type)) return toJson(type.ofType, value);
  if (isListType(type)) return (value as readonly unknown[]).map((one) => toJson(type.ofType, one));
  if (isEnumType(type)) return type.serialize(value);
  if (!isInputObjectType(type)) return value;
  const fields = type.getFields();
  const given = Object.entries(value as object).filter(([name, part]) => part != null && name in fields);
  return Object.fromEntries(given.map(([name, part]) => [name, toJson(fields[name]?.type as GraphQLInputType, part)]));
}
