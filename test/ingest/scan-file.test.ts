import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import type { Source } from '../../src/dataset/sources.ts';
import { scanFile } from '../../src/ingest/scan-file.ts';
import { newFolder } from '../support/folders.ts';

const RATINGS: Source = { name: 'title.ratings', columns: ['tconst', 'averageRating', 'numVotes'] };
const HEADER = 'tconst\taverageRating\tnumVotes\n';
const ROW = 'tt0000001\t7.1\t1000\n';
const LONG = HEADER + ROW.repeat(5000);

async function scan(bytes: Buffer, signal?: AbortSignal) {
  const path = join(newFolder(), 'any-name.part');
  await writeFile(path, bytes);
  return scanFile(path, { source: RATINGS, signal });
}

test('scanFile tells size, checksum and rows of a whole file', async () => {
  const bytes = gzipSync(LONG);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(await scan(bytes)).toEqual({ bytes: bytes.length, sha256, rows: 5000 });
});

test.each([
  ['without a line feed at the end', (HEADER + ROW + ROW).slice(0, -1), 2],
  ['with empty lines', `${HEADER}${ROW}\n${ROW}\n\n`, 2],
  ['with quotes and backslashes', `${HEADER}tt1"\t\\N\t"\n`, 1],
])('scanFile counts the rows of a file %s', async (_what, text, rows) => {
  expect(await scan(gzipSync(text))).toMatchObject({ rows });
});

test('scanFile counts lines and empty lines across chunks', async () => {
  // Above the size of a chunk, so that lines and empty lines fall on its edges.
  const lines = Array.from({ length: 300_000 }, (_, index) => `tt${index}\t1\t${'\n'.repeat((index % 2) + 1)}`);
  expect(await scan(gzipSync(HEADER + lines.join('')))).toMatchObject({ rows: 300_000 });
});

test('scanFile reads a gzip file of several members', async () => {
  expect(await scan(Buffer.concat([gzipSync(HEADER), gzipSync(ROW)]))).toMatchObject({ rows: 1 });
});

function without(bytes: Buffer, last: number): Buffer {
  return bytes.subarray(0, bytes.length - last);
}

function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  const index = at < 0 ? copy.length + at : at;
  copy[index] = (copy[index] ?? 0) ^ 0xff;
  return copy;
}

const EXPECTED = String.raw`, expected the columns "tconst\taverageRating\tnumVotes" separated by tabs`;

test.each([
  ['an empty file', Buffer.alloc(0), 'the file is empty, expected a gzip file'],
  ['a gzip file of nothing', gzipSync(''), `the header line is ""${EXPECTED}`],
  ['a header without rows', gzipSync(HEADER), 'no rows after the header line'],
  ['a header and empty lines', gzipSync(`${HEADER}\n\n`), 'no rows after the header line'],
  [
    'a page instead of a file',
    Buffer.from('<!DOCTYPE html><title>Sorry</title>'),
    'expected a gzip file, but it begins with "<!DOCTYPE html>',
  ],
  ['random bytes', Buffer.from([7, 1, 200, 3]), 'expected a gzip file, but it begins with "'],
  ['a file cut in the middle', without(gzipSync(LONG), 20), 'the gzip file is cut off before its end'],
  ['a file without its checksum', without(gzipSync(LONG), 8), 'the gzip file is cut off before its end'],
  ['a wrong checksum', flipped(gzipSync(LONG), -8), 'the gzip data is damaged (checksum or coding)'],
  ['a wrong length', flipped(gzipSync(LONG), -1), 'the gzip data is damaged (checksum or coding)'],
  ['a damaged middle', flipped(gzipSync(LONG), 30), 'the gzip data is damaged (checksum or coding)'],
  ['garbage after the end', Buffer.concat([gzipSync(LONG), Buffer.from('garbage')]), 'the gzip data is damaged'],
  [
    'a renamed column',
    gzipSync(`tconst\trating\tnumVotes\n${ROW}`),
    String.raw`the header line is "tconst\trating\tnumVotes"${EXPECTED}`,
  ],
  ['swapped columns', gzipSync(`tconst\tnumVotes\taverageRating\n${ROW}`), EXPECTED],
  ['an added column', gzipSync(`tconst\taverageRating\tnumVotes\tmore\n${ROW}`), EXPECTED],
  ['no header', gzipSync(ROW), String.raw`the header line is "tt0000001\t7.1\t1000"${EXPECTED}`],
  ['a quoted header', gzipSync(`"tconst"\t"averageRating"\t"numVotes"\n${ROW}`), EXPECTED],
  ['a byte order mark', gzipSync(`\ufeff${HEADER}${ROW}`), String.raw`the header line is "\ufefftconst`],
  [
    'lines that end with CRLF',
    gzipSync((HEADER + ROW).replaceAll('\n', '\r\n')),
    String.raw`the header line is "tconst\taverageRating\tnumVotes\r"`,
  ],
  [
    'a carriage return inside',
    gzipSync(`${HEADER}${ROW}tt0000002\t7\r.1\t2\n`),
    'line 3 holds a carriage return, expected lines that end with a line feed',
  ],
  ['a header that never ends', gzipSync('x'.repeat(100_000)), 'the header line is "xxx'],
])('scanFile refuses %s', async (_what, bytes, reason) => {
  const error: unknown = await scan(bytes).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'Rejected' });
  const { message } = error as Error;
  expect(message).toContain(reason);
  expect(message).toMatch(/^title\.ratings\.tsv\.gz: /);
  expect(message).not.toContain('\n');
});

test('scanFile names the line of a carriage return behind the first chunk', async () => {
  const text = `${HEADER}${ROW.repeat(120_000)}tt\r\t1\t1\n${ROW}`;
  await expect(scan(gzipSync(text))).rejects.toThrow('line 120002 holds a carriage return');
});

test('scanFile refuses every file with one byte flipped in its checksum or length', async () => {
  const bytes = gzipSync(HEADER + ROW);
  for (let at = 1; at <= 8; at += 1) await expect(scan(flipped(bytes, -at))).rejects.toThrow('title.ratings');
});

test('scanFile ends when it is told to stop', async () => {
  await expect(scan(gzipSync(LONG), AbortSignal.abort(new Error('stop')))).rejects.toThrow('abort');
});
