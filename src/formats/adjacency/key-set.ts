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
  #size: number | undefined;
  #ranks: Ranks | undefined;

  /** @throws Error for a page of another size. */
  constructor(pages: readonly KeyPage[]) {
    for (const [page, bits] of pages) {
      if (bits.length !== BYTES) throw new Error(`a page of keys has ${bits.length} bytes, not ${BYTES}`);
      this.#bits[page] = bits;
    }
  }

  static of(keys: readonly number[]): KeySet {
    const pages = new Map<number, Uint8Array>();
    for (const key of keys) {
      const bits = pages.get(key >>> PAGE_BITS) ?? new Uint8Array(BYTES);
      const at = (key & (PAGE_KEYS - 1)) >> 3;
      bits[at] = (bits[at] ?? 0) | (0x80 >> (key & 7));
      pages.set(key >>> PAGE_BITS, bits);
    }
    return new KeySet([...pages]);
  }

  /** How many there are. */
  get size(): number {
    this.#size ??= this.#bits.reduce((sum, bits) => sum + onesOf(bits), 0);
    return this.#size;
  }

  /** Pages in their order. */
  pages(): KeyPage[] {
    return [...this.#bits.entries()].filter((page): page is [number, Uint8Array] => page[1] !== undefined);
  }

  /** The keys that another set has too. */
  and(other: KeySet): KeySet {
    return this.#changed(other, (own, others) => {
      for (let at = 0; at < BYTES; at += 1) own[at] = (own[at] ?? 0) & (others?.[at] ?? 0);
    });
  }

  /** The keys that another set does not have. */
  without(other: KeySet): KeySet {
    return this.#changed(other, (own, others) => {
      if (others === undefined) return;
      for (let at = 0; at < BYTES; at += 1) own[at] = (own[at] ?? 0) & ~(others[at] ?? 0);
    });
  }

  has(key: number): boolean {
    return ((this.#bits[key >>> PAGE_BITS]?.[(key & (PAGE_KEYS - 1)) >> 3] ?? 0) & (0x80 >> (key & 7))) !== 0;
  }

  /** The number of keys below a key. */
  indexOf(key: number): number {
    const { words, before } = (this.#ranks ??= ranksOf(this.pages()));
    const [at, rest] = [key >>> WORD_BITS, key & (WORD_KEYS - 1)];
    // A shift by a whole word is none.
    const below = rest === 0 ? 0 : (words[at] ?? 0) >>> (WORD_KEYS - rest);
    return (before[at] ?? this.size) + onesOfWord(below);
  }

  /** All keys, ascending. */
  keys(): Int32Array {
    const keys = new Int32Array(this.size);
    let count = 0;
    for (const [page, bits] of this.pages()) {
      for (let at = 0; at < BYTES; at += 1) {
        const byte = bits[at] ?? 0;
        if (byte === 0) continue;
        for (let bit = 0; bit < 8; bit += 1)
          if ((byte & (0x80 >> bit)) !== 0) keys[count++] = page * PAGE_KEYS + 8 * at + bit;
      }
    }
    return keys;
  }

  /** A copy, of which each page is changed by the same page of another set. Pages that are empty then are left out. */
  #changed(other: KeySet, change: (own: Uint8Array, others: Uint8Array | undefined) => void): KeySet {
    const pages = this.pages().map(([page, bits]): KeyPage => {
      // The slice of a Buffer would be no copy.
      const own = new Uint8Array(bits);
      change(own, other.#bits[page]);
      return [page, own];
    });
    return new KeySet(pages.filter(([, bits]) => bits.some((byte) => byte !== 0)));
  }
}

/** Keys of one word of a set, see ranksOf. */
const WORD_BITS = 5;
const WORD_KEYS = 2 ** WORD_BITS;
const WORD_BYTES = WORD_KEYS / 8;

/** All bits of a set in words, the first key as the highest bit, and the number of keys before each word. */
interface Ranks {
  words: Uint32Array;
  before: Uint32Array;
}

/** Made when a place is asked for: whoever asks for members alone needs none. Eight bytes for 32 numbers of ids. */
function ranksOf(pages: readonly KeyPage[]): Ranks {
  const length = ((pages.at(-1)?.[0] ?? -1) + 1) * (PAGE_KEYS / WORD_KEYS);
  const [words, before] = [new Uint32Array(length), new Uint32Array(length)];
  for (const [page, bits] of pages) {
    const view = new DataView(bits.buffer, bits.byteOffset, BYTES);
    const first = page * (PAGE_KEYS / WORD_KEYS);
    for (let at = 0; at < BYTES; at += WORD_BYTES) words[first + at / WORD_BYTES] = view.getUint32(at);
  }
  let count = 0;
  for (let at = 0; at < length; at += 1) {
    before[at] = count;
    count += onesOfWord(words[at] ?? 0);
  }
  return { words, before };
}

/** The number of bits that are set, by adding neighbours (Hacker's Delight, 5-1). */
function onesOfWord(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55_55_55_55);
  const fours = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33);
  return Math.imul((fours + (fours >>> 4)) & 0x0f_0f_0f_0f, 0x01_01_01_01) >>> 24;
}

function onesOf(bits: Uint8Array): number {
  let ones = 0;
  for (let at = 0; at < BYTES; at += 1) ones += ONES[bits[at] ?? 0] ?? 0;
  return ones;
}
