import { readFileSync } from 'node:fs';
import { execute, isInterfaceType, isObjectType, parse } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';

const TEXT = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
const objects = types.filter((type) => isObjectType(type) || isInterfaceType(type));
const fieldsOf = (name: string): string[] =>
  objects.filter((type) => type.name === name).flatMap((type) => Object.keys(type.getFields()));

test('an id is the first field of a type that has one', () => {
  const withId = objects.filter((type) => 'id' in type.getFields());
  expect(withId.length).toBeGreaterThan(10);
  expect(withId.filter((type) => Object.keys(type.getFields())[0] !== 'id').map(({ name }) => name)).toEqual([]);
});

test('fields of titles and people are ids, names, dates and numbers, and then relations', () => {
  const [names, years, lists] = [
    ['id', 'primaryTitle', 'originalTitle'],
    ['startYear', 'endYear', 'runtimeMinutes', 'rating'],
    ['akas', 'credits', 'similar'],
  ];
  const wanted = [...names, ...years, ...lists];
  expect(fieldsOf('Title').filter((name) => wanted.includes(name))).toEqual(wanted);
  expect(fieldsOf('Person').slice(0, 6)).toEqual(['id', 'imdbUrl', 'source', 'primaryName', 'birthYear', 'deathYear']);
  // The fields of an interface stand before those that only one of its types has.
  for (const name of ['Movie', 'Series', 'Episode'])
    expect(fieldsOf(name).slice(0, fieldsOf('Title').length)).toEqual(fieldsOf('Title'));
});

test('root types stand first, then what they return, inputs, enums and scalars', () => {
  const kinds = [...TEXT.matchAll(/^(type|interface|union|input|enum|scalar) (\w+)/gm)];
  const words = kinds.map(([, kind = '']) => (['interface', 'union'].includes(kind) ? 'type' : kind));
  expect(words.filter((kind, at) => kind !== words[at - 1])).toEqual(['type', 'input', 'enum', 'scalar']);
  expect(kinds.slice(0, 5).map(([, , name]) => name)).toEqual(['Query', 'Mutation', 'Subscription', 'Node', 'Title']);
});

interface Introspected {
  schema: { types: { name: string; fields: { name: string }[] }[] };
}

test('schema.graphql, introspection and the schema have one order', () => {
  const document = parse('{ schema: __schema { types { name fields { name } } } }');
  const { data } = execute({ schema, document }) as unknown as { data: Introspected };
  const shown = data.schema.types.filter(({ name }) => objects.some((type) => type.name === name));
  expect(shown.map(({ name }) => name)).toEqual(objects.map(({ name }) => name));
  for (const type of shown) {
    expect(type.fields.map(({ name }) => name)).toEqual(fieldsOf(type.name));
    const [, body = ''] = new RegExp(`^(?:type|interface) ${type.name}\\b[^{]*\\{\\n(.*?)^\\}`, 'ms').exec(TEXT) ?? [];
    const printed = [...body.matchAll(/^ {2}(\w+)(?:\(|:)/gm)].map(([, name]) => name);
    expect(printed, type.name).toEqual(fieldsOf(type.name));
  }
  expect([...TEXT.matchAll(/^(?:type|interface) (\w+)/gm)].map(([, name]) => name)).toEqual(
    objects.map(({ name }) => name),
  );
});

test('the schema itself is described', () => {
  expect(schema.description).toMatch(/^IMDb's titles, people and credits.*\.$/);
  expect(TEXT.startsWith(`"""\n${String(schema.description)}\n"""\nschema {`)).toBe(true);
});
