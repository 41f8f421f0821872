import { readFileSync } from 'node:fs';

import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';

import { FIND_WORKLOADS } from './find-workloads.ts';
import { COUNTED_WORKLOADS, WORKLOADS } from './workloads.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

test.each([...WORKLOADS, ...COUNTED_WORKLOADS, ...FIND_WORKLOADS])('$name is a query of the graph', ({ queries }) => {
  const { document, root, variables } = queries.marquee;
  expect(validate(schema, parse(document))).toEqual([]);
  expect(document).toMatch(new RegExp(String.raw`\{\s*${root}\(`));
  expect(Object.keys(variables([1])).map((name) => document.includes(`$${name}: `))).toEqual([true]);
});
