import type { ConnectionPool } from '../../../duckdb/connection-pool.ts';

/**
 * The words of all texts in memory, some 17 bytes each, numbered in their order as `search_words` numbers them: a query's
 * words are looked up in microseconds, where each query of DuckDB takes a millisecond or more.
 */
export interface TermDictionary {
  /** The word of a number. */
  wordAt(number: number): string;
  /** The number of a word; null where no text has it. */
  numberOf(word: string): number | null;
  /** The numbers of the words that begin so, first and last; null where none does. */
  beginningWith(text: string): readonly [first: number, last: number] | null;
  /** How often the words from the first to the last stand in texts. */
  textsOf(first: number, last: number): number;
}

/** Above every character: from `text` to `text + LAST` is "begins with". */
export const LAST = '\u{10FFFF}';

const LINE_FEED = 10;

/** In two texts: rows of their own would take ten times as long to fetch. No word has a space or a line feed. */
const SQL = `SELECT string_agg(text, chr(10) ORDER BY word), string_agg(texts, ' ' ORDER BY word) FROM search_vocabulary`;

export async function readTermDictionary(pool: ConnectionPool, timeoutMs: number): Promise<TermDictionary> {
  const [[words, texts] = []] = await pool.rows(SQL, [], { timeoutMs });
  return termDictionary((words ?? '') as string, (texts ?? '') as string);
}

/** Words after which others are answered: millions would keep them waiting for a second. */
const TURN_WORDS = 50_000;

/** Of words in the order of their bytes, each in a line, and how often each stands in texts, with spaces between. */
export async function termDictionary(words: string, texts: string): Promise<TermDictionary> {
  const bytes = Buffer.from(words === '' ? '' : `${words}\n`);
  let count = 0;
  for (const byte of bytes) if (byte === LINE_FEED) count += 1;
  const [begins, before] = [new Uint32Array(count + 1), new Uint32Array(count + 1)];
  for (let [word, at] = [0, 0]; word < count; word += 1) {
    begins[word + 1] = bytes.indexOf(LINE_FEED, begins[word]) + 1;
    const space = texts.indexOf(' ', at);
    before[word + 1] = (before[word] ?? 0) + Number(texts.slice(at, space === -1 ? undefined : space));
    at = space + 1;
    if (word % TURN_WORDS === TURN_WORDS - 1) await new Promise(setImmediate);
  }

  /** The first word that is not before the text; the number of words where all are. */
  function from(text: Buffer): number {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      const end = (begins[middle + 1] ?? 0) - 1;
      if (bytes.compare(text, 0, text.length, begins[middle], end) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  return {
    wordAt: (number) => bytes.toString('utf8', begins[number], (begins[number + 1] ?? 1) - 1),
    numberOf(word) {
      const text = Buffer.from(word);
      const number = from(text);
      const [begin = 0, next = 0] = [begins[number], begins[number + 1]];
      return number < count && bytes.subarray(begin, next - 1).equals(text) ? number : null;
    },
    beginningWith(text) {
      const [first, after] = [from(Buffer.from(text)), from(Buffer.from(text + LAST))];
      return first < after ? [first, after - 1] : null;
    },
    textsOf: (first, last) => (before[last + 1] ?? 0) - (before[first] ?? 0),
  };
}
