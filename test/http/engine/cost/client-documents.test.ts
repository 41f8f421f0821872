import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';

import { demoBuild } from '../../../support/demo-build.ts';
import { openLanes } from '../../../support/lanes.ts';
import { APOLLO, RELAY } from './client-documents.ts';

const { folders } = await demoBuild(0.001);
const MOST = 2_000_000;

const GRAPHIQL = {
  name: 'introspection',
  variables: {},
  query: getIntrospectionQuery({ inputValueDeprecation: true }),
};

const lanes = await openLanes(folders);

test.each([...RELAY, ...APOLLO, GRAPHIQL])(
  '$name is answered within the default limits',
  async ({ query, variables }) => {
    const response = await fetch(lanes.plain, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-query-cost': 'true' },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as {
      errors?: unknown;
      extensions: { cost: { requested: number; limit: number } };
    };
    expect(body.errors).toBeUndefined();
    expect(body.extensions.cost.limit).toBe(MOST);
    expect(body.extensions.cost.requested).toBeLessThan(MOST / 5);
  },
);
