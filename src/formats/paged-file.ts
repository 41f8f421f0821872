import { closeSync, fstatSync, openSync } from 'node:fs';

import { DamagedFile } from '../errors.ts';
import { CheckedPages } from './checked-pages.ts';
import { areSumsIntact, decodeFooter, footerBytes, pagedSections } from './paged-layout.ts';
import type { Counts, PagedFormat } from './paged-layout.ts';
import { pageSums } from './page-sums.ts';
import { readAt } from './read-at.ts';

/** A page of an open file is not as it was written, or the numbers in it lead nowhere. */
export class DamagedPages extends Error {}

/** What is read of a file, or found in another way where that is damaged. */
export async function unlessDamaged<T>([read, instead]: [() => T | Promise<T>, () => Promise<T>]): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof DamagedPages) return instead();
    throw error;
  }
}

/** An open file in pages, see paged-layout.ts. Reads are synchronous: a page takes microseconds. */
export interface PagedFile<Count extends string> {
  counts: Counts<Count>;
  pages: CheckedPages;
  /** Does work on what it reads. @throws DamagedPages for whatever the work throws: damaged numbers lead anywhere. */
  guarded: <T>(work: () => T) => T;
  close: () => void;
}

export interface OpenPagedOptions {
  /** As the manifest says. */
  bytes: number | undefined;
  /** Told of each read that fails. */
  onDamage: (error: unknown) => void;
}

/** @throws Error where it is not the whole file that the manifest names. */
export function openPagedFile<Count extends string>(
  path: string,
  { format, bytes, onDamage }: OpenPagedOptions & { format: PagedFormat<Count> },
): PagedFile<Count> {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size !== bytes) throw new Error(`${path} has ${size} bytes, not the ${String(bytes)} of its manifest`);
    const { counts, sums } = readSums(file, { path, format, size });
    return pagedFile(file, { counts, sums: new Uint32Array(Uint8Array.from(sums).buffer), onDamage });
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/**
 * Reads a file to its end and answers with its counts.
 * @throws DamagedFile where a page, the sums or the footer are not what was written.
 */
export function checkPagedFile<Count extends string>(path: string, format: PagedFormat<Count>): Counts<Count> {
  const file = openSync(path, 'r');
  try {
    const { counts, sums } = readSums(file, { path, format, size: fstatSync(file).size });
    for (const [page, sum] of pageSums(file, sums.length / Uint32Array.BYTES_PER_ELEMENT).entries()) {
      if (sum !== sums.readUInt32LE(4 * page)) throw new DamagedFile(`${path}: page ${page} is damaged`);
    }
    return counts;
  } finally {
    closeSync(file);
  }
}

/** The footer's counts and the CRC-32 of each page. */
function readSums<Count extends string>(
  file: number,
  { path, format, size }: { path: string; format: PagedFormat<Count>; size: number },
): { counts: Counts<Count>; sums: Buffer } {
  const at = Math.max(0, size - footerBytes(format));
  const footer = readAt(file, { at, length: size - at });
  const counts = decodeFooter(format, { footer, size });
  if (counts === undefined) throw new DamagedFile(`${path} does not end as ${format.name} does`);
  const sections = pagedSections(format, counts);
  const sums = readAt(file, { at: sections.sums, length: sections.footer - sections.sums });
  if (!areSumsIntact(format, { sums, counts, footer })) throw new DamagedFile(`the checksums of ${path} are damaged`);
  return { counts, sums };
}

function pagedFile<Count extends string>(
  file: number,
  { counts, sums, onDamage }: { counts: Counts<Count>; sums: Uint32Array } & Pick<OpenPagedOptions, 'onDamage'>,
): PagedFile<Count> {
  let closed = false;
  return {
    counts,
    pages: new CheckedPages(file, sums),
    guarded: (work) => {
      try {
        // The system gives the number of a closed file to the next one.
        if (closed) throw new Error('the build is closed');
        return work();
      } catch (error) {
        if (closed || error instanceof DamagedPages) throw error;
        onDamage(error);
        throw new DamagedPages('a page is damaged', { cause: error });
      }
    },
    close: () => {
      if (!closed) closeSync(file);
      closed = true;
    },
  };
}
