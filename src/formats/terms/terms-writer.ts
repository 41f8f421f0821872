import { formHashes, textHash } from '../../dataset/words/spellings.ts';
import type { LettersOut } from '../../dataset/words/spellings.ts';
import { writingKey } from '../../dataset/words/writing-keys.ts';
import { finishPages, writeAt } from '../page-sums.ts';
import {
  behindLetters,
  bucketOf,
  bucketsOf,
  endOf,
  hashPart,
  MOST_LETTERS_BEFORE,
  MOST_RANKS,
  sectionsOf,
  TERMS_FORMAT,
} from './layout.ts';
import type { TermsSize } from './layout.ts';

/** Writes a term dictionary, see layout.ts: terms in their order, then ends in theirs. All of it is in memory until the end. */
export class TermsWriter {
  readonly #size: Pick<TermsSize, 'terms' | 'textBytes' | 'ends'>;
  readonly #texts: Buffer;
  readonly #begins: Uint32Array;
  readonly #before: Uint32Array;
  /** By term, how many letters are left out of its spellings; 0 where it has none. */
  readonly #lettersOut: Uint8Array;
  /** By term, the hash of its key in Latin letters; 0 where it has none. */
  readonly #keyHashes: Uint32Array;
  readonly #ends: Uint32Array;
  #common = new Uint32Array();
  #ranks = new Uint32Array();
  #lastEnd: Buffer = Buffer.alloc(0);
  #terms = 0;
  #textBytes = 0;
  #endsAdded = 0;

  /** @throws Error for more terms than have ranks. */
  constructor(size: Pick<TermsSize, 'terms' | 'textBytes' | 'ends'>) {
    if (size.terms > MOST_RANKS) throw new Error(`${size.terms} terms are more than ${MOST_RANKS}`);
    this.#size = size;
    this.#texts = Buffer.alloc(size.textBytes);
    this.#begins = new Uint32Array(size.terms + 1);
    this.#before = new Uint32Array(size.terms + 1);
    this.#lettersOut = new Uint8Array(size.terms);
    this.#keyHashes = new Uint32Array(size.terms);
    this.#ends = new Uint32Array(size.ends);
  }

  /** The next term, how often it stands in texts, and how many letters its spellings lack. @throws Error where it is not in its order. */
  add(text: string, texts: number, lettersOut: LettersOut | 0): void {
    const term = this.#terms;
    const bytes = Buffer.from(text);
    if (term > 0 && this.#textAt(term - 1).compare(bytes) >= 0) throw new Error(`term ${term} is not in its order`);
    this.#texts.set(bytes, this.#textBytes);
    this.#textBytes += bytes.length;
    this.#begins[term + 1] = this.#textBytes;
    this.#before[term + 1] = (this.#before[term] ?? 0) + texts;
    this.#lettersOut[term] = lettersOut;
    this.#keyHashes[term] = keyHash(text);
    this.#terms += 1;
  }

  /**
   * The next end: of a term, behind so many letters. Ends come after all terms.
   * @throws Error where it is not in its order.
   */
  addEnd(term: number, lettersBefore: number): void {
    if (this.#endsAdded === 0) this.#rank();
    const from = behindLetters(this.#texts, { from: this.#begins[term] ?? 0, letters: lettersBefore });
    const end = this.#texts.subarray(from, this.#begins[term + 1]);
    if (lettersBefore > MOST_LETTERS_BEFORE || this.#lastEnd.compare(end) > 0)
      throw new Error(`end ${this.#endsAdded} is not in its order`);
    this.#lastEnd = end;
    this.#ends[this.#endsAdded] = endOf(this.#ranks[term] ?? 0, lettersBefore);
    this.#endsAdded += 1;
  }

  /** Writes all to a file that is open for reading, too. @throws Error where not all was added. */
  end(file: number): void {
    const { terms, textBytes, ends } = this.#size;
    const added = [this.#terms, this.#textBytes, this.#endsAdded];
    if (added.join() !== [terms, textBytes, ends].join())
      throw new Error(`${added.join(', ')} terms, bytes and ends of ${[terms, textBytes, ends].join(', ')} were read`);
    if (ends === 0) this.#rank();
    const { buckets, spellings } = this.#spellings();
    const counts = { ...this.#size, spellings: spellings.length };
    const at = sectionsOf(counts);
    writeAt(file, { numbers: this.#begins, at: at.begins });
    writeAt(file, { numbers: this.#before, at: at.before });
    writeAt(file, { numbers: this.#texts, at: at.texts });
    writeAt(file, { numbers: this.#common, at: at.common });
    writeAt(file, { numbers: buckets, at: at.buckets });
    writeAt(file, { numbers: spellings, at: at.spellings });
    writeAt(file, { numbers: this.#ends, at: at.ends });
    finishPages(file, { format: TERMS_FORMAT, counts });
  }

  #textAt(term: number): Buffer {
    return this.#texts.subarray(this.#begins[term], this.#begins[term + 1]);
  }

  /** Orders all terms by how often they stand in texts. */
  #rank(): void {
    const texts = (term: number): number => (this.#before[term + 1] ?? 0) - (this.#before[term] ?? 0);
    this.#common = Uint32Array.from({ length: this.#terms }, (_, term) => term).sort(
      (one, other) => texts(other) - texts(one) || one - other,
    );
    this.#ranks = new Uint32Array(this.#terms);
    for (const [rank, term] of this.#common.entries()) this.#ranks[term] = rank;
  }

  /** A counting sort: hashes are made twice, to know how many a bucket has before any is put there. */
  #spellings(): { buckets: Uint32Array; spellings: Uint32Array } {
    const buckets = new Uint32Array(bucketsOf(this.#terms) + 1);
    this.#eachHash((hash) => {
      const next = bucketOf(hash, this.#terms) + 1;
      buckets[next] = (buckets[next] ?? 0) + 1;
    });
    for (let bucket = 1; bucket < buckets.length; bucket += 1)
      buckets[bucket] = (buckets[bucket] ?? 0) + (buckets[bucket - 1] ?? 0);
    const spellings = new Uint32Array(buckets.at(-1) ?? 0);
    const places = buckets.slice();
    this.#eachHash((hash, term) => {
      const bucket = bucketOf(hash, this.#terms);
      const place = places[bucket] ?? 0;
      spellings[place] = hashPart(hash, this.#terms) + term;
      places[bucket] = place + 1;
    });
    return { buckets, spellings };
  }

  #eachHash(work: (hash: number, term: number) => void): void {
    for (const [term, letters] of this.#lettersOut.entries()) {
      const key = this.#keyHashes[term] ?? 0;
      if (key !== 0) work(key, term);
      if (letters === 0) continue;
      for (const hash of formHashes(this.#textAt(term).toString(), letters as LettersOut)) work(hash, term);
    }
  }
}

function keyHash(text: string): number {
  const key = writingKey(text);
  return key === undefined ? 0 : textHash(key);
}
