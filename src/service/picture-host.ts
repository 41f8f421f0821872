import type { Config } from '../config.ts';
import { hasTmdb } from '../dataset/builds/manifest.ts';
import type { Store } from '../store/builds/store.ts';

/**
 * Origin of TMDB's pictures, such as `https://image.tmdb.org`, as long as TMDB is on: a token is set, or the build that
 * is served has its data. Undefined otherwise, and no page then shows anything of another host.
 */
export function pictureHost(
  { token, imageUrl }: Pick<Config['tmdb'], 'token' | 'imageUrl'>,
  store: Pick<Store, 'acquire'>,
): () => string | undefined {
  const { origin } = new URL(imageUrl);
  return () => (token !== undefined || isOfTmdb(store) ? origin : undefined);
}

function isOfTmdb(store: Pick<Store, 'acquire'>): boolean {
  const lease = store.acquire();
  if (lease === null) return false;
  try {
    return hasTmdb(lease.readers.manifest);
  } finally {
    lease.release();
  }
}
