import type { GraphQLSchema } from 'graphql';

import { createHash } from 'node:crypto';

import { printSchema } from 'graphql';

import type { Limits } from '../../../graphql/base/context.ts';
import type { BuildRef } from '../../engine/lease-source.ts';

/**
 * Time in seconds for which caches may serve an answer without revalidation. A promotion becomes visible that much
 * later.
 */
const MAX_AGE_SECONDS = 60;

export interface CacheHeaders {
  etag: string;
  'cache-control': string;
}

/**
 * Cache headers of the answer to a GET. The answer depends on the build, the query string, the media type, and the
 * release of the server with its limits.
 */
export type CacheHeadersOf = (of: {
  build: BuildRef;
  asked: string;
  mediaType: string;
  /** Whether caches may give it to other clients. */
  isShared: boolean;
}) => CacheHeaders;

export function cacheHeadersOf(program: { version: string; schema: GraphQLSchema; limits: Limits }): CacheHeadersOf {
  const { version, schema, limits } = program;
  const release = hash([version, printSchema(schema), JSON.stringify(limits)]);
  return ({ build, asked, mediaType, isShared }) => ({
    etag: `"${hash([release, build.id, String(build.version), mediaType, asked])}"`,
    'cache-control': `${isShared ? 'public' : 'private'}, max-age=${MAX_AGE_SECONDS}`,
  });
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 27);
}
