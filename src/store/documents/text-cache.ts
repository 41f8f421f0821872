import { LRUCache } from 'lru-cache';

export interface CacheOptions {
  /** Entries. */
  max: number;
  ttlMs: number;
}

/** What one lookup keeps in memory, by key: text, or the numbers that it would be of. */
export interface TextCache<Text extends string | Int32Array> {
  /** `text` is null for a key that has no document; undefined where nothing is kept. */
  get(key: number): { text: Text | null } | undefined;
  set(key: number, text: Text | null): void;
}

/**
 * Text kept by the cache of one lookup, whatever its number of entries: some series have thousands of episodes. Texts
 * and not documents are kept: those take three times the memory, and the garbage collector looks at each of their
 * parts, which costs more than to parse again what is asked for again.
 */
const MAX_CHARACTERS = 16 << 20;
const ENTRY_CHARACTERS = 100;

export function createTextCache<Text extends string | Int32Array>({ max, ttlMs }: CacheOptions): TextCache<Text> {
  const cache = new LRUCache<number, { text: Text | null }>({
    max,
    ttl: ttlMs,
    maxSize: MAX_CHARACTERS,
    ttlResolution: 1000,
  });
  return {
    get: (key) => cache.get(key),
    set: (key, text) => void cache.set(key, { text }, { size: sizeOf(text) + ENTRY_CHARACTERS }),
  };
}

function sizeOf(text: string | Int32Array | null): number {
  if (text === null) return 0;
  return typeof text === 'string' ? text.length : text.byteLength;
}
