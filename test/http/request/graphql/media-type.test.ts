import { expect, test } from 'vitest';

import { createHarness } from '../../support.ts';

const RESPONSE = 'application/graphql-response+json';
const PLAIN = 'application/json';

test.each([
  ['*/*', PLAIN],
  ['application/*', PLAIN],
  ['APPLICATION/JSON', PLAIN],
  [RESPONSE, RESPONSE],
  [`${RESPONSE}, ${PLAIN};q=0.9`, RESPONSE],
  // As they stand, whatever their weights.
  [`${PLAIN};q=0.1, ${RESPONSE}`, PLAIN],
  [`text/event-stream, ${RESPONSE}`, RESPONSE],
  [`${PLAIN}; charset=utf-16, ${RESPONSE}; charset=utf-8`, RESPONSE],
  ['image/png, */*;q=0.1', PLAIN],
  ['text/event-stream', 'text/event-stream'],
  ['multipart/mixed', 'multipart/mixed'],
  ['image/png', undefined],
  [`${PLAIN}; charset=utf-16`, undefined],
])('mediaTypeFor accept: %s is %s, for answers and for refusals', async (accept, mediaType) => {
  const { post, fetch } = createHarness();
  const search = `?query=${encodeURIComponent('{ hello }')}`;
  const answer = await fetch(`/graphql${search}`, { headers: { accept } });
  expect(answer.status).toBe(mediaType === undefined ? 406 : 200);
  expect(answer.headers.get('content-type')).toMatch(new RegExp(`^${(mediaType ?? PLAIN).replace('+', '\\+')}`));
  expect(await answer.text()).toContain(mediaType === undefined ? '\\"accept\\"' : '"hello":"hello"');
  const refused = await post('{', { headers: { accept } });
  expect(refused.status).toBe(mediaType === undefined ? 406 : 400);
  const isJson = mediaType?.endsWith('json') === true;
  expect(refused.headers.get('content-type')).toBe(`${isJson ? mediaType : PLAIN}; charset=utf-8`);
});

test('a streaming operation is 406 for a client that accepts no stream', async () => {
  const { post } = createHarness();
  const { status, body } = await post({ query: 'subscription { a }' }, { headers: { accept: 'multipart/mixed' } });
  expect([status, body.errors?.[0]?.message]).toEqual([406, expect.stringContaining('"accept"')]);
});
