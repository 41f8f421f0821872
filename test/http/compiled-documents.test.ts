import { parse } from 'graphql';
import { expect, test } from 'vitest';

import { schema } from '../../src/graphql/schema.ts';
import { createCompiledDocuments } from '../../src/http/compiled-documents.ts';

/** Whether a document is compiled that comes again. */
function isCompiled(text: string): boolean {
  const compiled = createCompiledDocuments(schema);
  for (let time = 0; time < 2; time += 1) compiled.learn(text, undefined, parse(text));
  return compiled.find(text, undefined) !== undefined;
}

const levels = (count: number): string =>
  count === 0 ? 'primaryTitle' : `credits { nodes { person { knownFor { ${levels(count - 1)} } } } }`;

/** Each fragment spreads the next one twice. */
function doubling(count: number): string {
  const fragments = Array.from({ length: count }, (_, at) => {
    const next = at + 1 < count ? `...F${at + 1}` : 'primaryTitle';
    const below = `credits { nodes { person { knownFor { ${next} } } } }`;
    return `fragment F${at} on Title { a: ${below} b: ${below} }`;
  });
  return ['{ title(id: "tt0000000") { ...F0 } }', ...fragments].join(' ');
}

test.each([1, 2])('a document of %i levels of interfaces is compiled', (count) => {
  expect(isCompiled(`{ title(id: "tt0000001") { ${levels(count)} } }`)).toBe(true);
});

test.each([
  ['levels of interfaces', `{ title(id: "tt0000001") { ${levels(4)} } }`],
  ['many levels of interfaces', `{ title(id: "tt0000001") { ${levels(20)} } }`],
  ['fragments that double', doubling(6)],
  ['many fragments that double', doubling(24)],
])('a short document that would be a huge function is not compiled: %s', (_what, text) => {
  expect(text.length).toBeLessThan(4000);
  expect(isCompiled(text)).toBe(false);
});
