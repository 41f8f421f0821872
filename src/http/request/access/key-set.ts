import { readFile, stat } from 'node:fs/promises';

import { createLocalJWKSet, createRemoteJWKSet, customFetch } from 'jose';
import type { FlattenedJWSInput, JSONWebKeySet, JWSHeaderParameters } from 'jose';

type Find = ReturnType<typeof createLocalJWKSet>;

/** The public keys of an issuer of tokens, as a JSON Web Key Set. */
export interface KeySet {
  /** File or host that the keys are read from, for the log. */
  place: string;
  /** @throws jose's errors if no key fits, and those of reading. */
  readonly find: (header?: JWSHeaderParameters, token?: FlattenedJWSInput) => ReturnType<Find>;
}

export interface RemoteKeySetOptions {
  /** Time for which the keys are kept. */
  maxAgeMs?: number;
  /** Least time between two looks for a key that is not among those kept. */
  cooldownMs?: number;
  /** Time after a failed look for which no other is made. */
  pauseMs?: number;
  timeoutMs?: number;
}

/** The keys at a file, which is read again when it has changed, or at a URL. */
export function keySetAt(place: string, options: RemoteKeySetOptions = {}): KeySet {
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
function remoteKeySet(url: URL, options: RemoteKeySetOptions): KeySet {
  const { maxAgeMs = 600_000, cooldownMs = 10_000, pauseMs = 2000, timeoutMs = 5000 } = options;
  let failed: { error: unknown; atMs: number } | undefined;
  const set = createRemoteJWKSet(url, {
    cacheMaxAge: maxAgeMs,
    cooldownDuration: cooldownMs,
    timeoutDuration: timeoutMs,
    headers: { 'user-agent': 'marquee' },
    async [customFetch](address, init) {
      if (failed !== undefined && performance.now() - failed.atMs < pauseMs) throw failed.error;
      try {
        const response = await fetch(address, init);
        if (response.status !== 200) throw new Error(`the issuer answered ${response.status}`);
        failed = undefined;
        return response;
      } catch (error) {
        failed = { error, atMs: performance.now() };
        throw error;
      }
    },
  });
  return { place: url.host, find: (header, token) => set(header, token) };
}
