/** Keys of one page of a set, as bits: the first key is the highest bit of the first byte. */
export type KeyPage = readonly [page: number, bits: Uint8Array];

const PAGE_BITS = 16;
const PAGE_KEYS = 2 ** PAGE_BITS;
const BYTES = PAGE_KEYS / 8;

/** Columns of a SELECT that groups keys to pages: twelve million titles are some hundred rows. NULLs are in no page. */
export function keyPagesSql(key: string): string {
  return `(${key} >> ${PAGE_BITS})::INTEGER AS page,
    bitstring_agg((${key} & ${PAGE_KEYS - 1})::INTEGER, 0, ${PAGE_KEYS - 1})::BLOB AS bits`;
}

/** How many bits of a byte are set. */
const ONES = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length);

/** A set of keys in pages of bits, which also says the place of each key in their order. */
export class KeySet {
  readonly #bits: Uint8Array[] = [];
  #places: Places | undefined;

  /** @throws Error for a page of another size. */
  constructor(pages: readonly KeyPage[]) {
    for (const [page, bits] of pages) {
      if (bits.length !== BYTES) throw new Error(`a page of keys has ${bits.length} bytes, not ${BYTES}`);
      this.#bits[page] = bits;
    }
  }

  /** How many there are. */
  get size(): number {
    return this.#counted().size;
  }

  has(key: number): boolean {
    return ((this.#bits[key >>> PAGE_BITS]?.[(key & (PAGE_KEYS - 1)) >> 3] ?? 0) & (0x80 >> (key & 7))) !== 0;
  }

  /** The number of keys below a key. */
  indexOf(key: number): number {
    const [page, at] = [key >>> PAGE_BITS, (key & (PAGE_KEYS - 1)) >> 3];
    const byte = this.#bits[page]?.[at] ?? 0;
    return (this.#counted().before[page]?.[at] ?? 0) + (ONES[byte >> (8 - (key & 7))] ?? 0);
  }

  /** All keys, ascending. */
  keys(): Int32Array {
    const keys = new Int32Array(this.size);
    let count = 0;
    for (const [page, bits = []] of this.#bits.entries()) {
      for (const [at, byte] of bits.entries()) {
        if (byte === 0) continue;
        for (let bit = 0; bit < 8; bit += 1)
          if ((byte & (0x80 >> bit)) !== 0) keys[count++] = page * PAGE_KEYS + 8 * at + bit;
      }
    }
    return keys;
  }

  /** Counted when a place is asked for: whoever asks for members alone needs none. */
  #counted(): Places {
    if (this.#places !== undefined) return this.#places;
    const before: Uint32Array[] = [];
    let size = 0;
    for (const [page, bits] of this.#bits.entries()) {
      if (bits === undefined) continue;
      const counts = new Uint32Array(BYTES);
      for (let at = 0; at < BYTES; at += 1) {
        counts[at] = size;
        size += ONES[bits[at] ?? 0] ?? 0;
      }
      before[page] = counts;
    }
    this.#places = { size, before };
    return this.#places;
  }
}

interface Places {
  size: number;
  /** Keys before each byte of a page. */
  before: readonly Uint32Array[];
}
