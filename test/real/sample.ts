/** A line of a file, with its cells by their columns. */
export interface SampledLine {
  /** The header is line 1. */
  number: number;
  row: Record<string, string>;
}

export interface Sample {
  /** `line` is called for what comes into the sample, which most do not. */
  offer(key: string, line: () => SampledLine): void;
  /** In the order of the file. */
  lines(): SampledLine[];
}

/**
 * A sample of lines by bottom-k sampling: those whose keys have the smallest hashes. It is the same for the same seed
 * and needs no memory but its own. Of lines with the same key, the first is taken.
 */
export function createSample(size: number, seed: number): Sample {
  let kept = new Map<string, { hash: number; line: SampledLine }>();
  let most = Infinity;

  /** Twice as many are kept as are asked for, so that they are sorted once in a while only. */
  function shrink(): void {
    const smallest = [...kept].sort(([, a], [, b]) => a.hash - b.hash).slice(0, size);
    kept = new Map(smallest);
    most = smallest.at(-1)?.[1].hash ?? -1;
  }

  return {
    offer(key, line) {
      const hash = hashOf(key, seed);
      if (hash > most || kept.has(key)) return;
      kept.set(key, { hash, line: line() });
      if (kept.size >= 2 * size) shrink();
    },
    lines() {
      shrink();
      return [...kept.values()].map(({ line }) => line).sort((a, b) => a.number - b.number);
    },
  };
}

const PRIME = 0x01000193;

/** FNV-1a with a seed, and the last mixing steps of MurmurHash3, because keys differ in their last digits. */
function hashOf(key: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), PRIME);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
