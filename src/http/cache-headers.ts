import { createHash } from 'node:crypto';

import type { BuildRef } from './lease-source.ts';

/** How long a cache may give an answer without asking again, in seconds: a promotion is seen that much later. */
const MAX_AGE_SECONDS = 60;

/** For the answer to a GET: the same question of the same build has the same answer. */
export function cacheHeaders(build: BuildRef, asked: string): { etag: string; 'cache-control': string } {
  const hash = createHash('sha256').update(`${build.id}/${build.version}\n${asked}`).digest('base64url');
  return { etag: `"${hash.slice(0, 27)}"`, 'cache-control': `public, max-age=${MAX_AGE_SECONDS}` };
}

/** Whether the client has what this ETag stands for. */
export function isFresh(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch.split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()));
}
