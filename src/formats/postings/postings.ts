import { closeSync, fstatSync, openSync } from 'node:fs';

import type { PostingsFooter } from './layout.ts';
import {
  decodePostingsFooter,
  HEAD_BYTES,
  POSTINGS_FOOTER_BYTES,
  postingsSum,
  RANK_BYTES,
  RUN_BYTES,
  SAMPLED,
  sectionsOf,
  TEXT_BYTES,
} from './layout.ts';
import { readAt } from '../read-at.ts';
import { readChecked } from './read-checked.ts';
import type { Run, Span } from './runs.ts';
import { Space, SpaceFull } from './arena.ts';
import type { Texts } from './texts.ts';

/** Words of the vocabulary by their numbers, first and last. */
export type WordRange = readonly [first: number, last: number];

/** The file is not as it was written. */
export class DamagedPostings extends Error {}

/**
 * Where words stand, see postings-file.ts. Reads are synchronous: a few thousand postings take microseconds. They throw
 * DamagedPostings, and SpaceFull.
 */
export interface Postings {
  bands: number;
  span(band: number, words: WordRange): Span;
  /** Where what is read is, until it is cleared. */
  space: Space;
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
    const at = sectionsOf(footer);
    const sums = readAt(file, { at: at.sums, length: at.footer - at.sums });
    if (postingsSum(sums, footer) !== footer.sum) throw new Error(`the checksums of ${path} are damaged`);
    return postings(file, { footer, onDamage, sums: new Uint32Array(Uint8Array.from(sums).buffer) });
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function postings(
  file: number,
  { footer, sums, onDamage }: { footer: PostingsFooter; sums: Uint32Array; onDamage: (error: unknown) => void },
): Postings {
  const at = sectionsOf(footer);
  const space = new Space();
  let closed = false;
  const samples = numbersAt(at.samples, Math.ceil(footer.postings / SAMPLED)).slice();

  function bytesAt(begin: number, length: number): Uint8Array<ArrayBuffer> {
    // The system gives the number of a closed file to the next one.
    if (closed) throw new Error('the build is closed');
    return readChecked(file, { at: begin, length, sums, space });
  }

  function numbersAt(begin: number, length: number): Uint32Array {
    const { buffer, byteOffset } = bytesAt(begin, Uint32Array.BYTES_PER_ELEMENT * length);
    return new Uint32Array(buffer, byteOffset, length);
  }

  /** Numbers that are not what was written lead anywhere. */
  function guarded<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (closed || error instanceof SpaceFull) throw error;
      onDamage(error);
      throw new DamagedPostings('the postings are damaged', { cause: error });
    }
  }

  function read({ from, to }: Pick<Run, 'from' | 'to'>): Texts {
    if (from > to || to > footer.postings) throw new Error(`there are no postings ${from} to ${to}`);
    const { buffer, byteOffset } = bytesAt(at.texts + TEXT_BYTES * from, TEXT_BYTES * (to - from));
    return {
      ranks: numbersAt(at.ranks + RANK_BYTES * from, to - from),
      texts: new Uint16Array(buffer, byteOffset, to - from),
    };
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

  function recordsOf(first: number, last: number): Uint32Array {
    if (first > last || last > footer.runs) throw new Error(`there are no runs ${first} to ${last}`);
    return numbersAt(at.runs + RUN_BYTES * first, 2 * (last - first + 1));
  }

  function firstOf(run: number): number | undefined {
    return recordsOf(run, run)[0];
  }

  function span(band: number, [first, wanted]: WordRange): Span {
    // The vocabulary may have words behind the last that stands in a posting.
    const last = Math.min(wanted, footer.words - 1);
    if (first > last) return { from: 0, to: 0, runs: 0, records: () => recordsOf(0, 0) };
    const headOf = (word: number): number => numbersAt(at.heads + HEAD_BYTES * (band * footer.words + word), 1)[0] ?? 0;
    const [begin, end] = [headOf(first), headOf(last + 1)];
    let known: Uint32Array | undefined;
    const records = (): Uint32Array => (known ??= recordsOf(begin, end));
    const [from = 0, to = 0] =
      end - begin > MANY_RUNS ? [firstOf(begin), firstOf(end)] : [records()[0], records().at(-2)];
    if (from > to || to > footer.postings) throw new Error(`there are no postings ${from} to ${to}`);
    return { from, to, runs: end - begin, records };
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
