import type { FieldNode, GraphQLField, GraphQLNamedType, GraphQLObjectType, SelectionSetNode } from 'graphql';
import type { GraphQLArgument } from 'graphql';

import { readFileSync } from 'node:fs';

import {
  buildSchema,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isTypeSubTypeOf,
  Kind,
  parse,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import { expect, test } from 'vitest';

import { schema as ours } from '../../../../src/graphql/schema.ts';
import { costOf } from '../../../../src/http/engine/cost/cost-of.ts';
import { createFieldArguments } from '../../../../src/http/engine/execution/field-arguments.ts';
import { plannedOperation } from '../../../../src/http/engine/planning/operations.ts';
import type { Random } from '../../../product/random-filters.ts';
import { seeded } from '../../../product/random-filters.ts';
import { createDocuments } from '../../../support/random-documents.ts';

/*
 * A client's own count: the rules of src/graphql/README.md over schema.graphql, with nothing of the server's.
 */

const schema = buildSchema(readFileSync(new URL('../../../../schema.graphql', import.meta.url), 'utf8'));
const COST = schema.getDirective('cost') ?? expect.fail('schema.graphql has no @cost');
const LIST_SIZE = schema.getDirective('listSize') ?? expect.fail('schema.graphql has no @listSize');
/** Rows of the credits and the cast of a title, at most. */
const MOST_CREDITS = 75;
const MOST_EPISODES = 50;

type AnyField = GraphQLField<unknown, unknown>;

/** What a field has by the schema. */
interface Size {
  assumedSize: number;
  slicingArguments?: string[];
  sizedFields?: string[];
}

function sizeOf(type: GraphQLNamedType, field: AnyField): Size | undefined {
  const said =
    field.astNode === undefined || field.astNode === null ? undefined : getDirectiveValues(LIST_SIZE, field.astNode);
  if (said !== undefined) return said as unknown as Size;
  const assumedSize = INTROSPECTION[`${type.name}.${field.name}`];
  return assumedSize === undefined ? undefined : { assumedSize };
}

const own = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const objects = own.filter((type) => isObjectType(type) || isInterfaceType(type));
const fieldsOf = (type: { getFields: () => Record<string, unknown> }): unknown[] => Object.values(type.getFields());
const INTROSPECTION: Record<string, number> = {
  '__Schema.types': own.length,
  '__Schema.directives': schema.getDirectives().length,
  '__Type.fields': average(objects.map((type) => fieldsOf(type))),
  '__Type.interfaces': average(objects.map((type) => type.getInterfaces())),
  '__Type.possibleTypes': average(own.filter(isInterfaceType).map((type) => schema.getPossibleTypes(type))),
  '__Type.enumValues': average(own.filter(isEnumType).map((type) => type.getValues())),
  '__Type.inputFields': average(own.filter(isInputObjectType).map((type) => fieldsOf(type))),
  '__Field.args': average(objects.flatMap((type) => Object.values(type.getFields()).map(({ args }) => args))),
  '__Directive.args': average(schema.getDirectives().map(({ args }) => args)),
  '__Directive.locations': average(schema.getDirectives().map(({ locations }) => locations)),
};

function average(lists: readonly (readonly unknown[])[]): number {
  return Math.ceil(lists.flat().length / lists.length);
}

function clientsCount(query: string, variables: Record<string, unknown>): number | undefined {
  const document = parse(query);
  const operation = getOperationAST(document) ?? expect.fail('there is no operation');
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (coerced === undefined) return undefined;
  const values = coerced;
  const fragments = new Map(
    document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [],
    ),
  );

  /** What is selected of an object of this type, by its key. */
  function collect(set: SelectionSetNode, type: GraphQLObjectType, into: Map<string, FieldNode[]>): typeof into {
    for (const node of set.selections) {
      if (getDirectiveValues(GraphQLSkipDirective, node, values)?.['if'] === true) continue;
      if (getDirectiveValues(GraphQLIncludeDirective, node, values)?.['if'] === false) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        into.set(key, [...(into.get(key) ?? []), node]);
        continue;
      }
      const spread = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
      const on = spread?.typeCondition === undefined ? type : schema.getType(spread.typeCondition.name.value);
      if (spread !== undefined && on !== undefined && isTypeSubTypeOf(schema, type, on as GraphQLObjectType)) {
        collect(spread.selectionSet, type, into);
      }
    }
    return into;
  }

  function ofObject(sets: readonly SelectionSetNode[], type: GraphQLObjectType, timesOf: (name: string) => number) {
    const selected = new Map<string, FieldNode[]>();
    for (const set of sets) collect(set, type, selected);
    return [...selected.values()].reduce(
      (sum, nodes) => sum + ofField(nodes, type) * timesOf(nodes[0]?.name.value ?? ''),
      0,
    );
  }

  function ofField(nodes: readonly FieldNode[], on: GraphQLObjectType): number {
    const [node] = nodes;
    if (node === undefined) return 0;
    const field = definitionOf(on, node.name.value);
    const weight = Number(field.astNode == null ? 1 : (getDirectiveValues(COST, field.astNode)?.['weight'] ?? 1));
    const size = sizeOf(on, field);
    const rows = size === undefined ? 1 : rowsOf(size, { field, node, on });
    const isConnection = size?.sizedFields !== undefined;
    const type = getNamedType(field.type);
    const types = isObjectType(type) ? [type] : isAbstractType(type) ? schema.getPossibleTypes(type) : [];
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const below = types.map((one) =>
      ofObject(sets, one, (name) => (size?.sizedFields?.includes(name) === true ? rows : 1)),
    );
    const dearest = Math.max(0, ...below);
    if (size === undefined || isConnection) return weight + dearest;
    return weight + rows * (1 + dearest);
  }

  function rowsOf(
    { slicingArguments = [], assumedSize }: Size,
    { field, node, on }: { field: AnyField; node: FieldNode; on: GraphQLObjectType },
  ) {
    const args = getArgumentValues(field, node, values);
    const given = slicingArguments.map((name) => args[name]).find((value) => value != null);
    const rows = Array.isArray(given) ? given.length : typeof given === 'number' ? given : assumedSize;
    const isOfTitle = on.getInterfaces().some(({ name }) => name === 'Title');
    if (on.name === 'Season' && field.name === 'episodes') return Math.min(rows, MOST_EPISODES);
    return isOfTitle && ['credits', 'cast'].includes(field.name) ? Math.min(rows, MOST_CREDITS) : rows;
  }

  return ofObject([operation.selectionSet], schema.getQueryType() ?? expect.fail('there is no query'), () => 1);
}

function definitionOf(type: GraphQLObjectType, name: string): AnyField {
  const meta = [SchemaMetaFieldDef, TypeMetaFieldDef, TypeNameMetaFieldDef].find((field) => field.name === name);
  return meta ?? type.getFields()[name] ?? expect.fail(`${type.name} has no ${name}`);
}

function serversCount(query: string, variables: Record<string, unknown>): number {
  const planned = plannedOperation(ours, { document: parse(query), operationName: undefined });
  const { coerced = {} } = getVariableValues(ours, planned?.definition.variableDefinitions ?? [], variables);
  const operation = planned?.for(coerced) ?? expect.fail('there is no operation');
  const limits = {
    defaultPage: 20,
    maxPage: 100,
    maxLongPage: 500,
    maxSearchPage: 100,
    maxIds: 100,
    maxFilterIds: 1000,
  };
  return costOf({ operation, limits, most: Infinity, args: createFieldArguments(coerced) }).points;
}

function argument(random: Random): (arg: GraphQLArgument) => string | undefined {
  const texts: Record<string, () => string> = {
    id: () => '"tt0900001"',
    ids: () => `[${Array.from({ length: random(9) }, (_, at) => `"tt090000${at}"`).join(', ')}]`,
    first: () => String(random(101)),
    query: () => '"a"',
    prefix: () => '"a"',
    text: () => '"a"',
    kind: () => 'TOP_RATED_MOVIES',
    category: () => 'ACTOR',
    seed: () => '"a"',
    number: () => '1',
    name: () => '"Title"',
    count: () => String(1 + random(20)),
  };
  const isAlways = new Set(['id', 'ids', 'query', 'prefix', 'kind', 'category', 'name']);
  return ({ name }) => (isAlways.has(name) || random(2) === 0 ? texts[name]?.() : undefined);
}

const INTROSPECTION_QUERIES = [
  '{ __schema { types { name fields { name args { name } } inputFields { name } enumValues { name } interfaces { name } possibleTypes { name } } directives { name args { name } locations } } }',
  '{ a: __schema { queryType { fields(includeDeprecated: true) { type { ofType { name } } } } } b: __type(name: "Title") { possibleTypes { name } } __typename }',
];

test("the rules of src/graphql/README.md applied to schema.graphql give the server's costs", () => {
  const random = seeded(23);
  const next = createDocuments({ schema, random, argument: argument(random), size: 40 });
  const costs = new Set<number>();
  const documents = [
    ...INTROSPECTION_QUERIES.map((query) => ({ query, variables: {} })),
    ...Array.from({ length: 600 }, next),
  ];
  for (const { query, variables } of documents) {
    // A switch that is null or no boolean is refused before anything is counted.
    if (Object.values(variables).some((value) => typeof value !== 'boolean')) continue;
    const count = clientsCount(query, variables);
    if (count === undefined) continue;
    expect({ query, count }).toEqual({ query, count: serversCount(query, variables) });
    costs.add(count);
  }
  expect(costs.size).toBeGreaterThan(150);
});

test('the example of src/graphql/README.md has the stated cost', () => {
  const readme = readFileSync(new URL('../../../../src/graphql/README.md', import.meta.url), 'utf8');
  const sum = /`(title\(id\) \{ credits\(first: 10\).*?)` costs 20 \+ 50 \+ 10 × \(1 \+ 1\) = ([0-9]+)/.exec(
    readme.replaceAll(/\s+/g, ' '),
  );
  const query = `{ ${sum?.[1]?.replace('(id)', '(id: "tt0900001")')} }`;
  expect(clientsCount(query, {})).toBe(Number(sum?.[2]));
  expect(serversCount(query, {})).toBe(Number(sum?.[2]));
});
