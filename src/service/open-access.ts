import { readFileSync } from 'node:fs';

import type { Config } from '../config.ts';
import { UsageError } from '../errors.ts';
import { createBearerTokens, tokensOf } from '../http/request/access/bearer-tokens.ts';
import { createIdentify } from '../http/request/access/identify.ts';
import type { Identify } from '../http/request/access/identify.ts';
import { createJsonWebTokens } from '../http/request/access/json-web-tokens.ts';
import { keySetAt } from '../http/request/access/key-set.ts';
import { createWrongTokens, WRONG_TOKENS } from '../http/request/access/wrong-tokens.ts';
import { createUsageCounts } from '../http/request/limits/usage-counts.ts';
import { createUsageStore } from '../http/request/limits/usage-store.ts';
import { createHttpRequest } from '../ingest/sources/http/http-request.ts';
import type { Logger } from '../process/logger.ts';

export interface AccessSurroundings {
  log: Logger;
  /** Whether the processes of node:cluster count wrong tokens together. */
  shared: boolean;
}

/**
 * Who clients are, by the settings.
 * @throws UsageError if tokens repeat, or a file of keys cannot be read. Keys at a URL are read when they are needed.
 */
export function openAccess(
  { access, network }: Pick<Config, 'access' | 'network'>,
  { log, shared }: AccessSurroundings,
): Identify {
  const { adminTokens, readTokens, jwt } = access;
  const tokens = createBearerTokens([...tokensOf(adminTokens, 'ADMIN'), ...tokensOf(readTokens, 'READER')]);
  const wrong = createWrongTokens(createUsageCounts(createUsageStore([WRONG_TOKENS], { shared }), log));
  if (jwt === undefined) return createIdentify({ tokens, wrong });
  const { keys: place, ...rules } = jwt;
  if (!place.includes('://')) checkKeyFile(place);
  const keys = keySetAt(place, { request: createHttpRequest({ proxies: network.proxies }) });
  return createIdentify({ tokens, wrong, jsonWebTokens: createJsonWebTokens({ ...rules, keys, log }) });
}

function checkKeyFile(path: string): void {
  try {
    const { keys } = JSON.parse(readFileSync(path, 'utf8')) as { keys?: unknown };
    if (Array.isArray(keys)) return;
  } catch (cause) {
    throw new UsageError(`JWT_JWKS: the file ${path} cannot be read as JSON.`, { cause });
  }
  throw new UsageError(`JWT_JWKS: the file ${path} is no JSON Web Key Set: it has no list "keys".`);
}
