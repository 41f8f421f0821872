import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { envExample, withMadeParts } from './support/readme.ts';

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const SCRIPTS = (
  JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { scripts: Record<string, string> }
).scripts;

test('README shows the examples and settings as they are (else: npm run codegen)', () => {
  expect(withMadeParts(README)).toBe(README);
});

test('.env.example holds every setting (else: npm run codegen)', () => {
  expect(readFileSync(new URL('../.env.example', import.meta.url), 'utf8')).toBe(envExample());
});

test('README names scripts that exist', () => {
  const named = [...README.matchAll(/npm run ([a-z]+)/g)].map(([, name]) => name);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((name) => name === undefined || !(name in SCRIPTS))).toEqual([]);
});

test('.ci/run calls the test line of README exactly', () => {
  const ci = readFileSync(new URL('../.ci/run', import.meta.url), 'utf8');
  expect(ci).toContain('\nnpm ci && npm test\n');
  expect(README).toContain('\nnpm ci && npm test\n');
});
