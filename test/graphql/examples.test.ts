import { readdirSync, readFileSync } from 'node:fs';
import { parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../../src/graphql/schema.ts';

const FOLDER = new URL('../../src/graphql/examples/', import.meta.url);
const names = readdirSync(FOLDER);

test('there are examples', () => {
  expect(names.length).toBeGreaterThanOrEqual(5);
});

test.each(names)('example %s has a title, needs no variables and fits the schema', (name) => {
  const text = readFileSync(new URL(name, FOLDER), 'utf8');
  expect(text).toMatch(/^# \S.*\nquery \w+ \{/);
  expect(validate(schema, parse(text))).toEqual([]);
});
