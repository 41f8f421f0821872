import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { expect, test } from 'vitest';

import { visibleText } from '../../../src/http/pages/visible-text.ts';
import { createHarness } from '../support.ts';

const TEXT = visibleText(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));
const PATH = '/schema.graphql';

test('createSchemaText serves the visible part of the committed schema as text', async () => {
  const { fetch } = createHarness();
  const response = await fetch(PATH);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-cache');
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  const text = await response.text();
  expect(text).toBe(TEXT);
  expect(buildSchema(text).getQueryType()?.name).toBe('Query');
});

test('createSchemaText answers 304 to whom has it, in each form', async () => {
  const { fetch } = createHarness();
  for (const encoding of ['identity', 'gzip', 'br']) {
    const headers = { 'accept-encoding': encoding };
    const first = await fetch(PATH, { headers });
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    expect(first.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding);
    expect(await first.text()).toBe(TEXT);
    const again = await fetch(PATH, { headers: { ...headers, 'if-none-match': etag } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  }
});

test('createSchemaText answers HEAD without the text, and other methods with what is allowed', async () => {
  const { fetch } = createHarness();
  const head = await fetch(PATH, { method: 'HEAD', headers: { 'accept-encoding': 'identity' } });
  expect([head.status, head.headers.get('content-length')]).toEqual([200, String(Buffer.byteLength(TEXT))]);
  expect(await head.text()).toBe('');
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const refused = await fetch(PATH, { method });
    expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  }
});

test('createSchemaText is behind the checks of every request', async () => {
  const { fetch } = createHarness();
  expect((await fetch(PATH, { headers: { 'accept-encoding': 'identity;q=0, *;q=0' } })).status).toBe(406);
});
