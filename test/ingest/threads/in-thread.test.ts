import { createHash, randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import type { Source } from '../../../src/dataset/sources/imdb.ts';
import { PACK_NUMBERS } from '../../../src/ingest/indexes/packing/pack-numbers.ts';
import { COUNT_DOCUMENTS } from '../../../src/ingest/verify/verify.ts';
import { inThread, isWorthAThread } from '../../../src/ingest/threads/in-thread.ts';
import { scanFile, scanHere } from '../../../src/ingest/sources/imdb/scan-file.ts';
import { sha256 } from '../../../src/storage/files/sha256.ts';
import { newFolder } from '../../support/folders.ts';

const RATINGS: Source = { name: 'title.ratings', columns: ['tconst', 'averageRating', 'numVotes'] };
const HEADER = 'tconst\taverageRating\tnumVotes\n';

/** A gzip file of more than 8 MB: of text that does not shrink. */
async function largeFile(
  change: (bytes: Buffer) => Buffer = (bytes) => bytes,
): Promise<{ path: string; bytes: Buffer }> {
  const rows = randomBytes(4_500_000)
    .toString('hex')
    .replaceAll(/(.{90})/g, '$1\n');
  const bytes = change(gzipSync(HEADER + rows, { level: 0 }));
  const path = join(newFolder(), 'any.part');
  await writeFile(path, bytes);
  return { path, bytes };
}

test('a large file is read in a thread, with the same result', async () => {
  const { path, bytes } = await largeFile();
  expect(await isWorthAThread(path)).toBe(true);
  expect(await scanFile(path, { source: RATINGS })).toEqual(await scanHere({ path, source: RATINGS }));
  expect(await sha256(path)).toBe(createHash('sha256').update(bytes).digest('hex'));
});

test('a thread refuses a bad file as the same thread does', async () => {
  const { path } = await largeFile((bytes) => bytes.subarray(0, -1000));
  const refused = { name: 'Rejected', message: 'title.ratings.tsv.gz: the gzip file is cut off before its end' };
  await expect(scanHere({ path, source: RATINGS })).rejects.toMatchObject(refused);
  await expect(scanFile(path, { source: RATINGS })).rejects.toMatchObject(refused);
});

test('a thread ends when it is told to stop, and says what the disk says', async () => {
  const { path } = await largeFile();
  const stop = new AbortController();
  const scan = scanFile(path, { source: RATINGS, signal: stop.signal });
  setTimeout(() => stop.abort(new Error('enough')), 5);
  await expect(scan).rejects.toThrow('enough');
  await expect(inThread(COUNT_DOCUMENTS, { path: `${path}.gone` })).rejects.toThrow('ENOENT');
});

function countTo(count: number): string {
  return `SELECT range::INTEGER, 1::INTEGER, 2::INTEGER FROM range(${count})`;
}

test('a thread in which DuckDB works ends with its task, not before: that would end the process', async () => {
  const folder = newFolder();
  const path = join(folder, 'any.docs');
  const input = {
    folder,
    itemsOfKey: `SELECT '[]' WHERE $1 = 0`,
    columns: 2,
    path,
    blockBytes: 1024,
    compressed: false,
  };
  for (const afterMs of [20, 60, 100, 140]) {
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('enough')), afterMs);
    await expect(inThread(PACK_NUMBERS, { ...input, select: countTo(1_500_000), signal: stop.signal })).rejects.toThrow(
      'enough',
    );
  }
  // What the others have put there is not counted.
  expect(await inThread(PACK_NUMBERS, { ...input, select: countTo(300_000) })).toMatchObject({ documents: 300_000 });
});
