/** Terms in memory, some 17 bytes each: looked up in microseconds. */
export interface TermList {
  /** How many there are. */
  count: number;
  /** The text of a term. */
  wordAt(term: number): string;
  /** The number of a term; null where no text has it. */
  numberOf(word: string): number | null;
  /** The terms that begin so, first and last; null where none does. */
  beginningWith(text: string): readonly [first: number, last: number] | null;
  /** How often the terms from the first to the last stand in texts. */
  textsOf(first: number, last: number): number;
}

/** See layout.ts. */
export interface TermColumns {
  begins: Uint32Array;
  before: Uint32Array;
  texts: Buffer;
}

/** Above every character: from `text` to `text + LAST` is "begins with". */
const LAST = '\u{10FFFF}';

export function termList({ begins, before, texts }: TermColumns): TermList {
  const count = begins.length - 1;

  /** The first term that is not before a text; the number of terms where all are. */
  function from(text: Buffer): number {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (texts.compare(text, 0, text.length, begins[middle], begins[middle + 1]) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    count,
    wordAt: (term) => texts.toString('utf8', begins[term], begins[term + 1]),
    numberOf(word) {
      const text = Buffer.from(word);
      const term = from(text);
      return term < count && texts.subarray(begins[term], begins[term + 1]).equals(text) ? term : null;
    },
    beginningWith(text) {
      const [first, after] = [from(Buffer.from(text)), from(Buffer.from(text + LAST))];
      return first < after ? [first, after - 1] : null;
    },
    textsOf: (first, last) => (before[last + 1] ?? 0) - (before[first] ?? 0),
  };
}
