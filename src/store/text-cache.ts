import { LRUCache } from 'lru-cache';

export interface CacheOptions {
  /** Entries. */
  max: number;
  ttlMs: number;
}

/** What one lookup keeps in memory, by key. */
export interface TextCache {
  /** `text` is null for a key that has no document; undefined where nothing is kept. */
  get(key: number): { text: string | null } | undefined;
  set(key: number, text: string | null): void;
}

/**
 * Text kept by the cache of one lookup, whatever its number of entries: some series have thousands of episodes. Texts
 * and not documents are kept: those take three times the memory, and the garbage collector looks at each of their
 * parts, which costs more than to parse again what is asked for again.
 */
const MAX_CHARACTERS = 16 << 20;
const ENTRY_CHARACTERS = 100;

export function createTextCache({ max, ttlMs }: CacheOptions): TextCache {
  const cache = new LRUCache<number, { text: string | null }>({
    max,
    ttl: ttlMs,
    maxSize: MAX_CHARACTERS,
    ttlResolution: 1000,
  });
  return {
    get: (key) => cache.get(key),
    set: (key, text) => void cache.set(key, { text }, { size: (text?.length ?? 0) + ENTRY_CHARACTERS }),
  };
}
