import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import type { Source } from '../../../src/dataset/sources/imdb.ts';
import { scanFile } from '../../../src/ingest/sources/imdb/scan-file.ts';
import { newFolder } from '../../support/folders.ts';

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
  expect(await scan(bytes)).toEqual({ bytes: bytes.length, sha256, rows: 5000, textBytes: LONG.length });
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

const AFTER_THE_END = 'the gzip data is damaged: what comes after its end is neither zeros nor another gzip member';
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
  ['garbage after the end', Buffer.concat([gzipSync(LONG), Buffer.from('garbage')]), AFTER_THE_END],
  [
    'zeros and garbage after the end',
    Buffer.concat([gzipSync(LONG), Buffer.alloc(9), Buffer.from('x')]),
    AFTER_THE_END,
  ],
  [
    'garbage far behind the end',
    Buffer.concat([gzipSync(LONG), Buffer.alloc(3 << 20), Buffer.from('x')]),
    AFTER_THE_END,
  ],
  ['a member behind zeros', Buffer.concat([gzipSync(LONG), Buffer.alloc(512), gzipSync(ROW)]), AFTER_THE_END],
  ['half a member behind the end', Buffer.concat([gzipSync(LONG), gzipSync(ROW).subarray(0, 20)]), 'is cut off'],
  ['gzip in gzip', gzipSync(gzipSync(LONG)), 'the file is compressed twice, gzip in gzip'],
  [
    'a renamed column',
    gzipSync(`tconst\trating\tnumVotes\n${ROW}`),
    String.raw`the header line is "tconst\trating\tnumVotes"${EXPECTED}`,
  ],
  ['swapped columns', gzipSync(`tconst\tnumVotes\taverageRating\n${ROW}`), EXPECTED],
  ['an added column', gzipSync(`tconst\taverageRating\tnumVotes\tmore\n${ROW}`), EXPECTED],
  ['no header', gzipSync(ROW), String.raw`the header line is "tt0000001\t7.1\t1000"${EXPECTED}`],
  [
    'a quoted header',
    gzipSync(`"tconst"\t"averageRating"\t"numVotes"\n${ROW}`),
    `${EXPECTED}: it looks like a file in CSV's quotes, as spreadsheets and pandas save it`,
  ],
  [
    'a quoted header with commas',
    gzipSync(`"tconst","averageRating","numVotes"\r\n${ROW}`),
    'it looks like a file that was saved as CSV; the files of IMDb have tabs between their columns',
  ],
  ['a byte order mark', gzipSync(`\ufeff${HEADER}${ROW}`), String.raw`the header line is "\ufefftconst`],
  ['a byte order mark', gzipSync(`\ufeff${HEADER}${ROW}`), 'with a byte order mark before its text'],
  [
    'lines that end with CRLF',
    gzipSync((HEADER + ROW).replaceAll('\n', '\r\n')),
    String.raw`the header line is "tconst\taverageRating\tnumVotes\r"${EXPECTED}: its lines end with CR LF, as Windows writes them; download it again`,
  ],
  [
    'rows that end with CRLF',
    gzipSync(HEADER + ROW.repeat(2000).replaceAll('\n', '\r\n')),
    'line 2 holds a carriage return, and so do 2000 of 2000 lines, expected lines that end with a line feed: its lines end with CR LF',
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

test.each([1, 511, 1 << 20, (3 << 20) + 7])('scanFile takes a gzip file with %i zeros behind it', async (zeros) => {
  const gzip = gzipSync(LONG);
  const scanned = await scan(Buffer.concat([gzip, Buffer.alloc(zeros)]));
  expect(scanned).toMatchObject({ rows: 5000, odd: { gzipBytes: gzip.length, lines: { rows: 0 } } });
});

/** A gzip file of so many bytes, with two rows. */
function gzipOf(bytes: number): Buffer {
  for (let letters = bytes - HEADER.length; ;) {
    const gzip = gzipSync(`${HEADER}${ROW}${'x'.repeat(letters)}`, { level: 0 });
    if (gzip.length === bytes) return gzip;
    letters += bytes - gzip.length;
  }
}

test('scanFile takes zeros, and no rubbish, where the gzip data ends with a chunk', async () => {
  const gzip = gzipOf(1 << 20);
  expect(await scan(Buffer.concat([gzip, Buffer.alloc(99)]))).toMatchObject({ rows: 2, odd: { gzipBytes: 1 << 20 } });
  await expect(scan(Buffer.concat([gzip, Buffer.from('rubbish')]))).rejects.toThrow(AFTER_THE_END);
});

test('scanFile counts lines with a carriage return and keeps five of them with their numbers', async () => {
  const text = `${HEADER}${ROW.repeat(120_000)}a\r\rb\t1\t1\n${ROW}${'\n'.repeat(3)}${'c\r\n'.repeat(7)}${ROW}last\r`;
  const { rows, odd } = await scan(gzipSync(text));
  expect(rows).toBe(120_000 + 1 + 1 + 7 + 1 + 1);
  expect(odd?.lines.rows).toBe(9);
  expect(odd?.lines.samples.map(({ line, text: sample }) => [line, sample])).toEqual([
    [120_002, 'a\r\rb\t1\t1'],
    ...[7, 8, 9, 10].map((after) => [120_000 + after, 'c\r']),
  ]);
});

test('scanFile finds a carriage return wherever it is in a chunk', async () => {
  // Chunks end where the text has so many bytes: the lines below lie across that place, a byte further each.
  const before = HEADER + ROW.repeat(Math.floor(((1 << 20) - HEADER.length) / ROW.length) - 2);
  for (let at = 0; at < 60; at += 1) {
    const { odd } = await scan(gzipSync(`${before}${'x'.repeat(at)}\ty\rz\t1\n${ROW.repeat(3)}`));
    expect(odd?.lines).toMatchObject({ rows: 1, samples: [{ text: `${'x'.repeat(at)}\ty\rz\t1` }] });
  }
});

test('scanFile counts lines that are too long for DuckDB', async () => {
  const { rows, odd } = await scan(
    gzipSync(`${HEADER}${ROW}tt\t${'9'.repeat(5 << 20)}\t1\n${ROW}${'7'.repeat(3 << 20)}`),
  );
  expect(rows).toBe(4);
  expect(odd?.lines).toMatchObject({
    rows: 2,
    samples: [
      { line: 3, reason: 'it is longer than 2097152 bytes', text: `tt\t${'9'.repeat(197)}` },
      { line: 5, text: '7'.repeat(200) },
    ],
  });
});

test('scanFile refuses every file with one byte flipped in its checksum or length', async () => {
  const bytes = gzipSync(HEADER + ROW);
  for (let at = 1; at <= 8; at += 1) await expect(scan(flipped(bytes, -at))).rejects.toThrow('title.ratings');
});

test('scanFile ends when it is told to stop', async () => {
  await expect(scan(gzipSync(LONG), AbortSignal.abort(new Error('stop')))).rejects.toThrow('abort');
});
