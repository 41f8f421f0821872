import { isEnumType, isInputObjectType, isListType, isNonNullType } from 'graphql';
import type { GraphQLInputType, GraphQLResolveInfo } from 'graphql';
import { builder } from './builder.ts';

builder.scalarType('JSON', {
  description: 'A JSON value, whole: here the value of an input, to be sent as it is in a variable of its type.',
  serialize: (value) => value,
});

/** A value of an input as a resolver has it, as a client sends it: enum values by their names, without nulls. */
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
