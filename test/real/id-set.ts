/** A set of whole numbers from zero, of a bit each: a Set has no room for IMDb's millions. */
export interface IdSet {
  add(id: number): void;
  has(id: number): boolean;
}

const BITS = 8;

export function createIdSet(): IdSet {
  let bits = new Uint8Array(1024);
  return {
    add(id) {
      const at = Math.floor(id / BITS);
      if (at >= bits.length) {
        const longer = new Uint8Array(Math.max(at + 1, bits.length * 2));
        longer.set(bits);
        bits = longer;
      }
      bits[at] = (bits[at] ?? 0) | (1 << (id % BITS));
    },
    has: (id) => ((bits[Math.floor(id / BITS)] ?? 0) & (1 << (id % BITS))) !== 0,
  };
}
