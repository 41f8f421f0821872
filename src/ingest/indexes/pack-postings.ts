import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { crc32 } from 'node:zlib';

import { DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBDataChunk } from '@duckdb/node-api';

import {
  encodePostingsFooter,
  PAGE_BYTES,
  postingsSum,
  RANK_BYTES,
  SAMPLED,
  sectionsOf,
  TEXT_BYTES,
} from '../../formats/postings/layout.ts';
import { MOST_TEXTS } from '../../dataset/indexes/search-indexes.ts';
import { LAST_BAND } from '../../dataset/indexes/search-indexes.ts';
import { fillFrom } from '../../formats/read-at.ts';
import { literal } from '../jobs/work-database.ts';
import { fileTask } from '../threads/file-task.ts';

export interface PostingsInput {
  /** The index of `search_postings`. */
  database: string;
  /** The file to write, see postings-file.ts. */
  path: string;
  /** Its first number is 1 when it must end. */
  stop: Int32Array;
}

/** For a scan of one file, which needs next to nothing. */
const MEMORY_LIMIT = '256MiB';
const BUFFERED = 1 << 16;
const PAGES_AT_ONCE = 256;
const MOST_PLACES = 256;
const PLACES = MOST_PLACES * MOST_PLACES;

/**
 * Writes the postings of an index as lists. Answers with their number.
 * @throws Error where they are not sorted, or it was stopped.
 */
export async function packPostingsHere({ database, path, stop }: PostingsInput): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: MEMORY_LIMIT, threads: '1' });
  const connection = await instance.connect();
  const file = openSync(path, 'w+');
  try {
    await connection.run(`ATTACH ${literal(database)} AS made (READ_ONLY)`);
    return await writePostings(connection, { file, stop });
  } finally {
    closeSync(file);
    connection.closeSync();
    instance.closeSync();
  }
}

async function writePostings(
  connection: DuckDBConnection,
  { file, stop }: { file: number; stop: Int32Array },
): Promise<number> {
  const [row] = await connection
    .runAndReadAll('SELECT count(*)::INTEGER, coalesce(max(word) + 1, 0) FROM made.search_postings')
    .then((reader) => reader.getRows());
  const [postings, words] = [Number(row?.[0]), Number(row?.[1])];
  const lists = new Lists(file, { postings, words });
  // One number says of which run a posting is: fewer columns to fetch.
  const rows = await connection.stream(`SELECT
      ((band::BIGINT * ${words} + word) * ${PLACES} + place::INTEGER * ${MOST_PLACES} + words)::DOUBLE AS run, rank, text
    FROM made.search_postings`);
  for (let chunk = await rows.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await rows.fetchChunk()) {
    if (Atomics.load(stop, 0) !== 0) throw new Error('it was stopped');
    lists.add(chunk);
  }
  lists.end();
  return postings;
}

class Lists {
  readonly #file: number;
  readonly #postings: number;
  readonly #words: number;
  readonly #ranks = new Uint32Array(BUFFERED);
  readonly #texts = new Uint16Array(BUFFERED);
  readonly #samples: Uint32Array;
  readonly #heads: Uint32Array;
  #runs = new Uint32Array(BUFFERED);
  /** Postings that are written, and those in the buffers. */
  #written = 0;
  #buffered = 0;
  #run = 0;
  #runKey = -1;
  #head = 0;
  #last = -1;

  constructor(file: number, { postings, words }: { postings: number; words: number }) {
    this.#file = file;
    this.#postings = postings;
    this.#words = words;
    this.#samples = new Uint32Array(Math.ceil(postings / SAMPLED));
    this.#heads = new Uint32Array((LAST_BAND + 1) * words + 1);
  }

  add(chunk: DuckDBDataChunk): void {
    const [runs, ranks, texts] = [0, 1, 2].map((column) => chunk.getColumnVector(column));
    for (let row = 0; row < chunk.rowCount; row += 1) {
      const run = runs?.getItem(row) as number;
      const rank = ranks?.getItem(row) as number;
      const text = texts?.getItem(row) as number;
      if (run !== this.#runKey) this.#beginRun(run);
      const place = rank * MOST_TEXTS + text;
      if (text >= MOST_TEXTS || place < this.#last)
        throw new Error(`posting ${this.#written + this.#buffered} is not in its order`);
      this.#last = place;
      const at = this.#written + this.#buffered;
      if (at % SAMPLED === 0) this.#samples[at / SAMPLED] = rank;
      this.#ranks[this.#buffered] = rank;
      this.#texts[this.#buffered] = text;
      this.#buffered += 1;
      if (this.#buffered === BUFFERED) this.#flush();
    }
  }

  end(): void {
    this.#flush();
    if (this.#written !== this.#postings) throw new Error(`${this.#written} postings of ${this.#postings} were read`);
    this.#addRun(0);
    this.#heads.fill(this.#run - 1, this.#head);
    const footer = { postings: this.#postings, runs: this.#run - 1, words: this.#words, bands: LAST_BAND + 1 };
    const at = sectionsOf(footer);
    write(this.#file, this.#runs.subarray(0, 2 * this.#run), at.runs);
    write(this.#file, this.#heads, at.heads);
    write(this.#file, this.#samples, at.samples);
    ftruncateSync(this.#file, at.sums);
    const sums = pageSums(this.#file, at.sums / PAGE_BYTES);
    write(this.#file, sums, at.sums);
    write(this.#file, encodePostingsFooter({ ...footer, sum: postingsSum(bytesOf(sums), footer) }), at.footer);
  }

  #beginRun(key: number): void {
    if (key < this.#runKey) throw new Error('the runs of postings are not in their order');
    this.#runKey = key;
    this.#last = -1;
    const head = Math.floor(key / PLACES);
    this.#heads.fill(this.#run, this.#head, head + 1);
    this.#head = head + 1;
    this.#addRun(key % PLACES);
  }

  #addRun(place: number): void {
    if (2 * this.#run === this.#runs.length) {
      const runs = new Uint32Array(2 * this.#runs.length);
      runs.set(this.#runs);
      this.#runs = runs;
    }
    this.#runs[2 * this.#run] = this.#written + this.#buffered;
    this.#runs[2 * this.#run + 1] = place;
    this.#run += 1;
  }

  #flush(): void {
    const { texts } = sectionsOf({ postings: this.#postings, runs: 0, words: 0, bands: 0 });
    write(this.#file, this.#ranks.subarray(0, this.#buffered), RANK_BYTES * this.#written);
    write(this.#file, this.#texts.subarray(0, this.#buffered), texts + TEXT_BYTES * this.#written);
    this.#written += this.#buffered;
    this.#buffered = 0;
  }
}

/** Of what has just been written, while it is in the page cache. */
function pageSums(file: number, pages: number): Uint32Array {
  const sums = new Uint32Array(pages);
  const bytes = Buffer.allocUnsafe(PAGE_BYTES * PAGES_AT_ONCE);
  for (let first = 0; first < pages; first += PAGES_AT_ONCE) {
    const some = Math.min(PAGES_AT_ONCE, pages - first);
    fillFrom(file, { bytes: bytes.subarray(0, PAGE_BYTES * some), at: PAGE_BYTES * first });
    for (let page = 0; page < some; page += 1) {
      sums[first + page] = crc32(bytes.subarray(PAGE_BYTES * page, PAGE_BYTES * (page + 1)));
    }
  }
  return sums;
}

function write(file: number, numbers: NodeJS.TypedArray, at: number): void {
  const bytes = bytesOf(numbers);
  for (let done = 0; done < bytes.length;) done += writeSync(file, bytes, done, bytes.length - done, at + done);
}

function bytesOf({ buffer, byteOffset, byteLength }: NodeJS.TypedArray): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}

/** DuckDB ends the process when the thread ends that it works for. */
export const PACK_POSTINGS = fileTask(import.meta.url, packPostingsHere, { endsByItself: true });
