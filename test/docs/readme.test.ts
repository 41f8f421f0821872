import { afterAll, beforeAll, expect, test } from 'vitest';

import { demoBuild } from '../support/demo-build.ts';
import { codeBlocks, markdownFiles, readDoc, tableOf } from '../support/docs.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';

const README = readDoc('README.md');
/** Of this project, and of the recipes for clients. */
const SCRIPTS = new Set(
  ['package.json', 'test/clients/package.json'].flatMap((path) =>
    Object.keys((JSON.parse(readDoc(path)) as { scripts: object }).scripts),
  ),
);

let gateway: TestGateway;

beforeAll(async () => {
  gateway = await openGateway((await demoBuild(0.001)).folders);
});

afterAll(() => gateway.close());

test('README has three examples with variables, one with a fragment', () => {
  const queries = codeBlocks('README.md', 'graphql');
  expect(queries).toHaveLength(3);
  expect(codeBlocks('README.md', 'json')).toHaveLength(3);
  expect(queries.filter((query) => query.includes('\nfragment '))).toHaveLength(1);
});

test.each(codeBlocks('README.md', 'graphql').map((query, at) => [query.split('\n', 1).join(), query, at] as const))(
  'the example %s of README answers with data',
  async (_name, query, at) => {
    const variables = JSON.parse(codeBlocks('README.md', 'json')[at] ?? '') as Record<string, unknown>;
    const { data, errors } = await gateway.query(query, variables);
    expect(errors).toBeUndefined();
    const text = JSON.stringify(data);
    expect(text.length).toBeGreaterThan(200);
    expect(text).not.toMatch(/"nodes":\[\]/);
  },
);

test('README has about 10 kB', () => {
  expect(README.length).toBeLessThan(11_000);
});

test('the documents name scripts that exist', () => {
  const named = markdownFiles().flatMap((path) =>
    [...readDoc(path).matchAll(/npm run ([a-z:]+)/g)].map(([, name = '']) => name),
  );
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => !SCRIPTS.has(name))).toEqual([]);
});

test('.ci/run calls the test line of README exactly', () => {
  const line = '\nnpm ci && npm test\n';
  expect([readDoc('.ci/run').includes(line), README.includes(line)]).toEqual([true, true]);
});

test('every figure of README stands in test/bench/README.md', () => {
  const all = tableOf('test/bench/README.md', 'what is asked');
  const shown = tableOf('README.md', 'what is asked');
  expect(shown).toHaveLength(5);
  expect(all).toEqual(expect.arrayContaining(shown));
});

test('README names the licence of package.json', () => {
  expect((JSON.parse(readDoc('package.json')) as { license: string }).license).toBe('MIT');
  expect(readDoc('LICENSE').startsWith('MIT License\n')).toBe(true);
});
