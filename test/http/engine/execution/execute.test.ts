import type { ExecutionResult, GraphQLArgument } from 'graphql';

import {
  execute as graphqlExecute,
  getVariableValues,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  parse,
} from 'graphql';
import { expect, test } from 'vitest';

import { execute } from '../../../../src/http/engine/execution/execute.ts';
import { createFieldArguments } from '../../../../src/http/engine/execution/field-arguments.ts';
import { plannedOperation } from '../../../../src/http/engine/planning/operations.ts';
import { Wait } from '../../../../src/process/wait.ts';
import { seeded } from '../../../product/random-filters.ts';
import { createDocuments } from '../../../support/random-documents.ts';
import type { RandomDocument } from '../../../support/random-documents.ts';
import { oddSchema } from './odd-schema.ts';
import type { OddBehaviour } from './odd-schema.ts';

const DOCUMENTS = Number(process.env['DOCUMENTS'] ?? 2000);
const BOUNDS = { objects: 1e6, bytes: 1e9 };

const atOnce: OddBehaviour = {
  settle(settled) {
    if ('error' in settled) throw settled.error;
    return settled.value;
  },
};

/** Some at once, some later, in an order that differs from run to run. */
const inAnyOrder: OddBehaviour = {
  async settle(settled) {
    for (let ticks = Math.floor(Math.random() * 6); ticks > 0; ticks -= 1) await Promise.resolve();
    if (Math.random() < 0.05) await new Promise(setImmediate);
    if ('error' in settled) throw settled.error;
    return settled.value;
  },
};

async function run(schema: GraphQLSchema, { query, variables }: RandomDocument): Promise<ExecutionResult> {
  const planned = plannedOperation(schema, { document: parse(query), operationName: undefined });
  if (planned === undefined) throw new Error('there is no operation');
  const read = getVariableValues(schema, planned.definition.variableDefinitions ?? [], variables);
  if (read.errors !== undefined) return { errors: read.errors };
  const values = read.coerced;
  const { answer } = execute({
    operation: planned.for(values),
    variables: values,
    args: createFieldArguments(values),
    context: {} as never,
    bounds: BOUNDS,
    wait: new Wait(),
  });
  return (await answer).result;
}

/** All that a client sees. Its own words tell what an executor makes of a value that does not fit. */
function seen({ data, errors }: ExecutionResult): string {
  const shown = (errors ?? []).map(({ path, locations, message }) => ({
    path,
    locations,
    message: /fails$|^Cannot return null|Variable|must not be null/.test(message) ? message : 'does not fit',
  }));
  return JSON.stringify({ data, errors: shown });
}

function argument(random: (below: number) => number): (arg: GraphQLArgument) => string | undefined {
  return ({ name }) => (random(4) === 0 ? { n: String(random(3)), text: '"t"', must: 'true' }[name] : undefined);
}

test(`execute answers ${DOCUMENTS} documents as graphql does, to the byte`, async () => {
  const random = seeded(7);
  const schema = oddSchema(atOnce);
  const next = createDocuments({ schema, random, argument: argument(random) });
  let failed = 0;
  for (let count = 0; count < DOCUMENTS; count += 1) {
    const document = next();
    const theirs = await graphqlExecute({
      schema,
      document: parse(document.query),
      variableValues: document.variables,
    });
    const ours = await run(schema, document);
    expect(seen(ours), document.query).toBe(seen(theirs));
    if (ours.errors !== undefined) failed += 1;
  }
  // The generator must go on finding what is odd.
  expect(failed).toBeGreaterThan(DOCUMENTS / 5);
  expect(failed).toBeLessThan(DOCUMENTS);
});

test('execute answers the same in whatever order resolvers settle', async () => {
  const random = seeded(11);
  const slow = oddSchema(inAnyOrder);
  const quick = oddSchema(atOnce);
  const next = createDocuments({ schema: quick, random, argument: argument(random) });
  for (let count = 0; count < DOCUMENTS / 4; count += 1) {
    const document = next();
    const expected = seen(await run(quick, document));
    for (let time = 0; time < 3; time += 1) expect(seen(await run(slow, document)), document.query).toBe(expected);
  }
});

function slowly(): string {
  const until = performance.now() + 0.02;
  while (performance.now() < until);
  return 'x'.repeat(1000);
}

test('execute yields within an object of many large leaves', async () => {
  const query = new GraphQLObjectType({ name: 'Query', fields: { text: { type: GraphQLString, resolve: slowly } } });
  const keys = Array.from({ length: 3000 }, (_, at) => `a${at}`);
  let turns = 0;
  let isOver = false;
  const count = (): void => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  count();
  const { data } = await run(new GraphQLSchema({ query }), {
    query: `{ ${keys.map((key) => `${key}: text`).join(' ')} }`,
    variables: {},
  });
  isOver = true;
  expect(Object.keys(data ?? {})).toEqual(keys);
  expect(new Set(Object.values(data ?? {}))).toEqual(new Set(['x'.repeat(1000)]));
  // 60 ms in turns of 5.
  expect(turns).toBeGreaterThan(5);
});

test('execute stops within an object that has become too large', async () => {
  let resolved = 0;
  const resolve = (): string => {
    resolved += 1;
    return 'x'.repeat(1000);
  };
  const query = new GraphQLObjectType({ name: 'Query', fields: { text: { type: GraphQLString, resolve } } });
  const document = parse(`{ ${Array.from({ length: 3000 }, (_, at) => `a${at}: text`).join(' ')} }`);
  const operation = plannedOperation(new GraphQLSchema({ query }), { document, operationName: undefined })?.for({});
  if (operation === undefined) throw new Error('there is no operation');
  const options = { operation, variables: {}, args: createFieldArguments({}), context: {} as never, wait: new Wait() };
  // The keys alone have some 20 kB.
  expect(() => execute({ ...options, bounds: { objects: 1, bytes: 50_000 } })).toThrow('more than 50000 bytes');
  expect(resolved).toBeLessThan(50);
});
