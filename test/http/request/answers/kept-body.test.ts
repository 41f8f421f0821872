import { gunzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { encode } from '../../../../src/http/request/answers/encode.ts';
import { KeptBody } from '../../../../src/http/request/answers/kept-body.ts';
import { longText } from '../../support.ts';

test('KeptBody encodes once, on the first request, and reports that it has grown', async () => {
  const sizes: number[] = [];
  const body: KeptBody = new KeptBody(longText(2000), () => sizes.push(body.size));
  expect(body.size).toBe(2000);
  const gzip = await body.in('gzip');
  expect(gunzipSync(gzip).toString()).toBe(body.text);
  expect(await body.in('gzip')).toBe(gzip);
  const br = await body.in('br');
  expect(await body.in('br')).toBe(br);
  expect(sizes).toEqual([2000 + gzip.length, 2000 + gzip.length + br.length]);
  // zlib gives a piece of 16 kB, which would be kept with it.
  expect(gzip.buffer.byteLength).toBe(gzip.length);
});

test('KeptBody encodes a long text once for concurrent requests', async () => {
  const body = new KeptBody(longText(200_000));
  const asked = [body.in('gzip'), body.in('gzip')];
  expect(asked[0]).toBeInstanceOf(Promise);
  expect(asked[1]).toBe(asked[0]);
  expect(await body.in('gzip')).toBe(await asked[0]);
  expect(body.in('gzip')).not.toBeInstanceOf(Promise);
});

test.each(['br', 'gzip'] as const)('encode makes %s of long texts in another thread', async (encoding) => {
  expect(encode(longText(32_768), encoding)).toBeInstanceOf(Uint8Array);
  expect(encode('é'.repeat(16_385), encoding)).toBeInstanceOf(Promise);
  expect((await encode(longText(100_000), encoding)).length).toBeLessThan(80_000);
});
