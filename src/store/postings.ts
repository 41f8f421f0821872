import { closeSync, fstatSync, openSync } from 'node:fs';

import type { PostingsFooter } from '../dataset/postings-file.ts';
import {
  decodePostingsFooter,
  HEAD_BYTES,
  POSTINGS_FOOTER_BYTES,
  RANK_BYTES,
  RUN_BYTES,
  SAMPLED,
  sectionsOf,
  TEXT_BYTES,
} from '../dataset/postings-file.ts';
import { fillFrom, readAt } from './read-at.ts';
import type { Run } from './runs.ts';
import { TextSpace } from './texts.ts';
import type { Texts } from './texts.ts';

/** The postings of neighbouring words in one band. */
export interface Span {
  from: number;
  to: number;
  /** How many they are in. */
  runs: number;
  /** These: of each its first posting, and its place and number of words; and the same behind the last. */
  records: () => Uint32Array;
}

/** Words of the vocabulary by their numbers, first and last. */
export type WordRange = readonly [first: number, last: number];

/** The file is not as it was written. */
export class DamagedPostings extends Error {}

/** Where words stand, see postings-file.ts. Reads are synchronous and take microseconds; they throw DamagedPostings. */
export interface Postings {
  bands: number;
  span(band: number, words: WordRange): Span;
  /** Where texts that are read are, until it is cleared. */
  space: TextSpace;
  read(run: Pick<Run, 'from' | 'to'>): Texts;
  /** The parts of a run in which ranks may be, which come in their order. */
  around(run: Run, ranks: Uint32Array): Texts[];
  close(): void;
}

/** Of more runs the first and the last are read first: there may be hundreds of thousands. */
const MANY_RUNS = 64;

/** @throws Error where it is not the whole file that the manifest names. */
export function openPostings(
  path: string,
  { bytes, onDamage }: { bytes: number | undefined; onDamage: (error: unknown) => void },
): Postings {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size !== bytes) throw new Error(`${path} has ${size} bytes, not the ${String(bytes)} of its manifest`);
    const end = readAt(file, { at: size - POSTINGS_FOOTER_BYTES, length: POSTINGS_FOOTER_BYTES });
    const footer = decodePostingsFooter(end, size);
    if (footer === undefined) throw new Error(`${path} does not end as a file of postings does`);
    return postings(file, { footer, onDamage });
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function postings(
  file: number,
  { footer, onDamage }: { footer: PostingsFooter; onDamage: (error: unknown) => void },
): Postings {
  const at = sectionsOf(footer);
  const samples = new Uint32Array((at.footer - at.samples) / RANK_BYTES);
  const space = new TextSpace();
  const one = new Uint32Array(1);
  let closed = false;
  fill(samples, at.samples);

  function fill(array: Uint32Array | Uint16Array, from: number): void {
    // The system gives the number of a closed file to the next one.
    if (closed) throw new Error('the build is closed');
    fillFrom(file, { bytes: new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at: from });
  }

  /** Numbers that are not what was written lead anywhere. */
  function guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (closed) throw error;
      onDamage(error);
      throw new DamagedPostings('the postings are damaged', { cause: error });
    }
  }

  function read({ from, to }: Pick<Run, 'from' | 'to'>): Texts {
    const found = space.take(to - from);
    fill(found.ranks, at.ranks + RANK_BYTES * from);
    fill(found.texts, at.texts + TEXT_BYTES * from);
    return found;
  }

  /** The first block of a run that does not begin below a rank. */
  function blockFrom(rank: number, [first, last]: readonly [first: number, last: number]): number {
    let [low, high] = [first, last];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((samples[middle] ?? 0) < rank) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function headOf(word: number): number {
    fill(one, at.heads + HEAD_BYTES * word);
    return one[0] ?? 0;
  }

  function recordsOf({ firstRun, lastRun }: { firstRun: number; lastRun: number }): Uint32Array {
    const records = new Uint32Array(2 * (lastRun - firstRun + 1));
    fill(records, at.runs + RUN_BYTES * firstRun);
    return records;
  }

  function span(band: number, [first, last]: WordRange): Span {
    const firstRun = headOf(band * footer.words + first);
    const lastRun = headOf(band * footer.words + last + 1);
    let known: Uint32Array | undefined;
    const records = (): Uint32Array => (known ??= recordsOf({ firstRun, lastRun }));
    if (lastRun - firstRun > MANY_RUNS) {
      const [from = 0] = recordsOf({ firstRun, lastRun: firstRun });
      const [to = 0] = recordsOf({ firstRun: lastRun, lastRun });
      return { from, to, runs: lastRun - firstRun, records };
    }
    return { from: records()[0] ?? 0, to: records().at(-2) ?? 0, runs: lastRun - firstRun, records };
  }

  function around({ from, to }: Run, ranks: Uint32Array): Texts[] {
    // Whole blocks of the run, those at its ends cut.
    const blocks = [Math.floor(from / SAMPLED) + 1, Math.ceil(to / SAMPLED)] as const;
    const parts: Texts[] = [];
    let next = 0;
    for (const rank of ranks) {
      const low = Math.max(blockFrom(rank, blocks) - 1, next);
      const high = blockFrom(rank + 1, blocks);
      if (high <= low) continue;
      parts.push(read({ from: Math.max(from, low * SAMPLED), to: Math.min(to, high * SAMPLED) }));
      next = high;
    }
    return parts;
  }

  return {
    bands: footer.bands,
    space,
    span: (band, words) => guarded(() => span(band, words)),
    read: (run) => guarded(() => read(run)),
    around: (run, ranks) => guarded(() => around(run, ranks)),
    close() {
      if (!closed) closeSync(file);
      closed = true;
    },
  };
}
