import { readFileSync } from 'node:fs';

import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';

import { FIND_WORKLOADS } from './find-workloads.ts';
import { RELATION_WORKLOADS } from './relation-workloads.ts';
import { COUNTED_WORKLOADS, WORKLOADS } from './workloads.ts';

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));

test.each([...WORKLOADS, ...COUNTED_WORKLOADS, ...FIND_WORKLOADS, ...RELATION_WORKLOADS])(
  '$name is a query of the graph',
  ({ queries }) => {
    const { document, root, variables } = queries.marquee;
    expect(validate(schema, parse(document))).toEqual([]);
    expect(document).toMatch(new RegExp(String.raw`\{\s*${root}\(`));
    const names = Object.keys(variables([1, 2]));
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !document.includes(`$${name}: `))).toEqual([]);
  },
);
