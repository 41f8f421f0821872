import type { LeaseSource } from '../http/engine/lease-source.ts';
import { createLoaders } from '../loaders/create-loaders.ts';
import type { Store } from '../store/builds/store.ts';

/** A source of leases of the store, each with loaders for one request. */
export function leaseSource(
  store: Pick<Store, 'acquire' | 'current'>,
  whyNone = () => 'There is no dataset yet.',
): LeaseSource {
  return {
    current: () => store.current(),
    whyNone,
    acquire(wait) {
      const lease = store.acquire();
      if (lease === null) return null;
      const { readers, version } = lease;
      return {
        build: { id: readers.manifest.buildId, version },
        loaders: createLoaders(readers, { version, wait }),
        release: () => lease.release(),
      };
    },
  };
}
