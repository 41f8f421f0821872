import type { GraphQLSchema } from 'graphql';

import { isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType } from 'graphql';

import type { FieldCost } from '../../../graphql/base/cost.ts';

const known = new WeakMap<GraphQLSchema, ReadonlyMap<string, FieldCost>>();

/**
 * Costs of the introspection lists, by `Type.field`. The assumed size of a list is its average length in this schema.
 */
export function introspectionCosts(schema: GraphQLSchema): ReadonlyMap<string, FieldCost> {
  const costs = known.get(schema) ?? measured(schema);
  known.set(schema, costs);
  return costs;
}

function measured(schema: GraphQLSchema): ReadonlyMap<string, FieldCost> {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  const composites = types.filter((type) => isObjectType(type) || isInterfaceType(type));
  const fields = composites.map((type) => Object.values(type.getFields()));
  const sizes: Record<string, number> = {
    '__Schema.types': types.length,
    '__Schema.directives': schema.getDirectives().length,
    '__Type.fields': mean(fields),
    '__Type.interfaces': mean(composites.map((type) => type.getInterfaces())),
    '__Type.possibleTypes': mean(composites.filter(isInterfaceType).map((type) => schema.getPossibleTypes(type))),
    '__Type.enumValues': mean(types.filter(isEnumType).map((type) => type.getValues())),
    '__Type.inputFields': mean(types.filter(isInputObjectType).map((type) => Object.values(type.getFields()))),
    '__Field.args': mean(fields.flat().map(({ args }) => args)),
    '__Directive.args': mean(schema.getDirectives().map(({ args }) => args)),
    '__Directive.locations': mean(schema.getDirectives().map(({ locations }) => locations)),
  };
  return new Map(
    Object.entries(sizes).map(([name, assumed]) => [name, { weight: 1, list: { assumed, slicing: [], sized: [] } }]),
  );
}

function mean(lists: readonly (readonly unknown[])[]): number {
  return lists.length === 0 ? 0 : Math.ceil(lists.reduce((sum, { length }) => sum + length, 0) / lists.length);
}
