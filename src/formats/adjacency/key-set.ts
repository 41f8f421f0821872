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
  /** How many there are. */
  readonly size: number;
  readonly #bits: Uint8Array[] = [];
  /** Keys before each byte of a page. */
  readonly #before: Uint32Array[] = [];

  /** @throws Error for a page of another size. */
  constructor(pages: readonly KeyPage[]) {
    let keys = 0;
    for (const [page, bits] of pages.toSorted(([one], [other]) => one - other)) {
      if (bits.length !== BYTES) throw new Error(`a page of keys has ${bits.length} bytes, not ${BYTES}`);
      const before = new Uint32Array(BYTES);
      for (const [at, byte] of bits.entries()) {
        before[at] = keys;
        keys += ONES[byte] ?? 0;
      }
      this.#bits[page] = bits;
      this.#before[page] = before;
    }
    this.size = keys;
  }

  has(key: number): boolean {
    return ((this.#bits[key >>> PAGE_BITS]?.[(key & (PAGE_KEYS - 1)) >> 3] ?? 0) & (0x80 >> (key & 7))) !== 0;
  }

  /** The number of keys below a key. */
  indexOf(key: number): number {
    const [page, at] = [key >>> PAGE_BITS, (key & (PAGE_KEYS - 1)) >> 3];
    const byte = this.#bits[page]?.[at] ?? 0;
    return (this.#before[page]?.[at] ?? 0) + (ONES[byte >> (8 - (key & 7))] ?? 0);
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
}
