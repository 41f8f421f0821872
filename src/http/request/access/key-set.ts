import { readFile, stat } from 'node:fs/promises';

import { createLocalJWKSet, createRemoteJWKSet, customFetch } from 'jose';
import type { FlattenedJWSInput, JSONWebKeySet, JWSHeaderParameters } from 'jose';

import type { HttpRequest, HttpResponse } from '../../../ingest/sources/http/http-request.ts';

type Find = ReturnType<typeof createLocalJWKSet>;

/** The public keys of an issuer of tokens, as a JSON Web Key Set. */
export interface KeySet {
  /** File or host that the keys are read from, for the log. */
  place: string;
  /** @throws jose's errors if no key fits, and those of reading. */
  readonly find: (header?: JWSHeaderParameters, token?: FlattenedJWSInput) => ReturnType<Find>;
}

export interface KeySetOptions {
  /** Asks for the keys at a URL, by way of the proxies of this machine. */
  request: HttpRequest;
  /** Time for which the keys are kept. */
  maxAgeMs?: number;
  /** Least time between two looks for a key that is not among those kept. */
  cooldownMs?: number;
  /** Time after a failed look for which no other is made. */
  pauseMs?: number;
  timeoutMs?: number;
}

/** The largest key set that is read; one of a hundred keys with their certificates has a third of it. */
const MOST_BYTES = 1 << 20;

/** The keys at a file, which is read again when it has changed, or at a URL. */
export function keySetAt(place: string, options: KeySetOptions): KeySet {
  return /^https?:/.test(place) ? remoteKeySet(new URL(place), options) : fileKeySet(place);
}

function fileKeySet(path: string): KeySet {
  let known: { changedAt: number; find: Find } | undefined;
  return {
    place: path,
    async find(header, token) {
      const { mtimeMs } = await stat(path);
      if (mtimeMs !== known?.changedAt) {
        const keys = JSON.parse(await readFile(path, 'utf8')) as JSONWebKeySet;
        known = { changedAt: mtimeMs, find: createLocalJWKSet(keys) };
      }
      return known.find(header, token);
    },
  };
}

/** Requests that come while the keys are looked for wait for one look. */
function remoteKeySet(url: URL, options: KeySetOptions): KeySet {
  const { request, maxAgeMs = 600_000, cooldownMs = 10_000, pauseMs = 2000, timeoutMs = 5000 } = options;
  let failed: { error: unknown; atMs: number } | undefined;
  const set = createRemoteJWKSet(url, {
    cacheMaxAge: maxAgeMs,
    cooldownDuration: cooldownMs,
    timeoutDuration: timeoutMs,
    headers: { 'user-agent': 'marquee' },
    async [customFetch](address, { headers, signal }) {
      if (failed !== undefined && performance.now() - failed.atMs < pauseMs) throw failed.error;
      try {
        const text = await bodyOf(await request(new URL(address), { headers, signal }));
        failed = undefined;
        return new Response(text);
      } catch (error) {
        failed = { error, atMs: performance.now() };
        throw error;
      }
    },
  });
  return { place: url.host, find: (header, token) => set(header, token) };
}

/** @throws Error for any other answer than the keys as they are, or one that is too long. */
async function bodyOf(response: HttpResponse): Promise<string> {
  const { status, headers, body } = response;
  const coding = headers.get('content-encoding') ?? 'identity';
  if (status !== 200 || coding !== 'identity') {
    response.cancel();
    const what = status === 200 ? `with the content coding ${coding}` : String(status);
    throw new Error(`the issuer answered ${what}, expected ${status === 200 ? 'JSON as it is' : '200'}`);
  }
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error(`the issuer answered with more than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}
