import { readFileSync } from 'node:fs';
import {
  astFromValue,
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  isUnionType,
  print,
} from 'graphql';
import type { GraphQLArgument, GraphQLInputField, GraphQLNamedType, GraphQLSchema } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';

const contract = buildSchema(readFileSync(new URL('contract.graphql', import.meta.url), 'utf8'));
const typeNames = Object.keys(contract.getTypeMap()).filter((name) => !name.startsWith('__'));

test.each(typeNames)('schema holds the contract of %s', (name) => {
  const [wanted, built] = [statements(contract, name), statements(schema, name)];
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter((statement) => !built.includes(statement))).toEqual([]);
});

test('schema requires no argument that the contract does not have', () => {
  const required = typeNames.flatMap((name) =>
    statements(schema, name).filter(
      (statement) => isOfContract(name, statement) && !statements(contract, name).includes(statement),
    ),
  );
  expect(required).toEqual([]);
});

test('root fields are nullable, except those that have no arguments and do not fail', () => {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  expect(fields.length).toBeGreaterThan(15);
  expect(fields.filter(({ type }) => isNonNullType(type)).map(({ name }) => name)).toEqual(['dataset', 'limits']);
});

/** Whether a statement says of a field that is in the contract what it requires. */
function isOfContract(typeName: string, statement: string): boolean {
  const field = /^requires (\w+)/.exec(statement)?.[1];
  return field !== undefined && statements(contract, typeName).some((known) => known.startsWith(`${field}: `));
}

test('statements detect a type that differs from the contract', () => {
  const other = buildSchema('type Query { node(id: ID): Int } enum Direction { ASC }');
  expect(
    statements(contract, 'Query').filter((statement) => !statements(other, 'Query').includes(statement)),
  ).toContain('node: Node');
  expect(statements(other, 'Query')).toContain('node(id: ID)');
  expect(statements(other, 'Direction')).not.toContain('DESC');
});

/** All that a schema says of a type, one line for each fact. */
function statements(from: GraphQLSchema, name: string): string[] {
  const type = from.getType(name);
  if (type === undefined || type === null) return [];
  return [kindOf(type), ...membersOf(from, type)];
}

function kindOf(type: GraphQLNamedType): string {
  return `is a ${type.constructor.name}`;
}

function membersOf(from: GraphQLSchema, type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().map((value) => value.name);
  if (isUnionType(type)) return from.getPossibleTypes(type).map((member) => member.name);
  if (isInputObjectType(type)) return Object.values(type.getFields()).flatMap((field) => input('', field));
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  const fields = Object.values(type.getFields()).flatMap((field) =>
    [`${field.name}: ${String(field.type)}`].concat(field.args.flatMap((argument) => input(field.name, argument))),
  );
  return [...type.getInterfaces().map((parent) => `implements ${parent.name}`), ...fields];
}

function input(field: string, { name, type, defaultValue }: GraphQLArgument | GraphQLInputField): string[] {
  const value = astFromValue(defaultValue, type);
  const says = `${field}(${name}: ${String(type)}${value === null || value === undefined ? '' : ` = ${print(value)}`})`;
  return String(type).endsWith('!') && defaultValue === undefined ? [says, `requires ${says}`] : [says];
}
