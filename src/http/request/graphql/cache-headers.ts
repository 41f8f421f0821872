import type { GraphQLSchema } from 'graphql';

import { createHash } from 'node:crypto';

import { printSchema } from 'graphql';

import type { Limits } from '../../../graphql/base/context.ts';
import type { BuildRef } from '../../engine/lease-source.ts';

/** How long a cache may give an answer without asking again, in seconds: a promotion is seen that much later. */
const MAX_AGE_SECONDS = 60;

export interface CacheHeaders {
  etag: string;
  'cache-control': string;
}

/**
 * The headers of the answer to a GET, by its build, the query string as it came and the media type of the answer: the
 * same question of the same build has the same answer, as long as the program and its limits are the same.
 */
export type CacheHeadersOf = (of: { build: BuildRef; asked: string; mediaType: string }) => CacheHeaders;

export function cacheHeadersOf(program: { version: string; schema: GraphQLSchema; limits: Limits }): CacheHeadersOf {
  const { version, schema, limits } = program;
  const release = hash([version, printSchema(schema), JSON.stringify(limits)]);
  return ({ build, asked, mediaType }) => ({
    etag: `"${hash([release, build.id, String(build.version), mediaType, asked])}"`,
    'cache-control': `public, max-age=${MAX_AGE_SECONDS}`,
  });
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 27);
}
