import { expect, test } from 'vitest';

import { createHarness } from './support.ts';

const times = (count: number, part: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => part(at)).join(' ');

interface Body {
  data?: unknown;
  errors?: { message: string; extensions: { code: string } }[];
}

async function errorOf(query: string) {
  const { post } = createHarness();
  const { body } = await post({ query });
  const { errors } = body as Body;
  return { code: errors?.at(-1)?.extensions.code, message: errors?.at(-1)?.message };
}

const FRAGMENTS = times(249, (at) => `...F${at}`);
const SAME = times(249, (at) => `fragment F${at} on Query { ${times(6, (key) => `k${key}: version`)} }`);
const TYPE = '__type(name: "A")';

test.each([
  ['a field 1,100 times', `{ ${times(1100, () => 'version')} }`],
  ['a field 4,000 times', `{ ${times(4000, () => 'version')} }`],
  ['249 fragments of six equal fields', `{ ${FRAGMENTS} } ${SAME}`],
  ['two fields 550 times each, by fragments', `{ ${times(1100, () => '...on Query { version }')} }`],
])('%s are refused with a message that tells what is too many', async (_, query) => {
  expect(await errorOf(query)).toEqual({
    code: 'GRAPHQL_VALIDATION_FAILED',
    message:
      'The document has too many fields or fragments in one place: fields under one name are compared with each other, 500,000 ' +
      'comparisons at most, as of 700 such fields. Ask for each field once in a place, in fewer fragments, or send several documents.',
  });
});

test('700 fields with the same name are answered', async () => {
  expect(await errorOf(`{ ${times(700, () => 'version')} }`)).toEqual({ code: undefined, message: undefined });
});

/** Milliseconds that each takes at most; on an idle machine it is a twentieth of that. */
const MOST_MS = 2000;

test.each([
  ['a field 9,000 times', `{ ${times(9000, () => 'version')} }`],
  [
    'fields twice at each of 100 levels',
    `{ ${TYPE} ${'{ ofType { name } ofType '.repeat(98)}{ name }${' }'.repeat(98)} }`,
  ],
  ['101 levels', `{ ${TYPE} ${'{ ofType '.repeat(100)}{ name }${' }'.repeat(100)} }`],
  ['3,000 levels', `{ ${TYPE} ${'{ ofType '.repeat(3000)}{ name }${' }'.repeat(3000)} }`],
  [
    'fragments that overlap',
    `{ ${TYPE} { ${times(40, (at) => `...F${at}`)} } } ${times(40, (at) => `fragment F${at} on __Type { ${times(80, (key) => `k${key}: name`)} }`)}`,
  ],
  [
    'fragments that spread the next one twice',
    `{ ${TYPE} { ...F0 } } ${times(90, (at) => `fragment F${at} on __Type { a: ofType { ...F${at + 1} } b: ofType { ...F${at + 1} } }`)} fragment F90 on __Type { name }`,
  ],
  [
    'fragments that spread the next one twice under one name',
    `{ ${TYPE} { ...F0 } } ${times(90, (at) => `fragment F${at} on __Type { a: ofType { ...F${at + 1} } a: ofType { name ...F${at + 1} } }`)} fragment F90 on __Type { name }`,
  ],
  [
    'fragments that spread all others',
    `{ ${TYPE} { ...F0 } } ${times(70, (at) => `fragment F${at} on __Type { name ${times(70 - at, (further) => `...F${at + 1 + further}`)} }`)} fragment F70 on __Type { name }`,
  ],
  [
    'fragments in a circle',
    `{ ${TYPE} { ...F0 } } ${times(249, (at) => `fragment F${at} on __Type { ofType { ...F${(at + 1) % 249} } name }`)}`,
  ],
  ['unknown fields', `{ ${times(8000, (at) => `versoin${at}`)} }`],
  ['unknown directives', `{ version ${times(4500, (at) => `@x${at}`)} }`],
  ['fields that conflict', `{ ${times(1200, (at) => `k: __type(name: "${at}") { name }`)} }`],
  ['variables that are not used', `query (${times(2400, (at) => `$v${at}: Int`)}) { version }`],
])('%s are validated or refused within bounded work', async (_, query) => {
  const beganAt = performance.now();
  const { code = 'none' } = await errorOf(query);
  expect(performance.now() - beganAt).toBeLessThan(MOST_MS);
  expect(['none', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED', 'COST_LIMIT_EXCEEDED']).toContain(code);
});
