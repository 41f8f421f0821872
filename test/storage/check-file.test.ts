import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { checkFile } from '../../src/storage/damage/check-file.ts';
import { readParts } from '../../src/storage/files/read-parts.ts';
import { flip } from '../damage/flip.ts';
import { newFolder } from '../support/folders.ts';
import { openFiles } from '../support/open-files.ts';

const MIB = 1 << 20;

async function fileOf(
  bytes: Buffer,
): Promise<{ folder: string; record: { file: string; bytes: number; sha256: string } }> {
  const folder = newFolder('check');
  await writeFile(join(folder, 'any'), bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { folder, record: { file: 'any', bytes: bytes.length, sha256 } };
}

// Inside of a page, of a part, and of several; in a thread.
test.each([0, 1, 511, 4096, MIB, 3 * MIB + 17, 9 * MIB + 1])(
  'checkFile finds one other byte among %i',
  async (length) => {
    const { folder, record } = await fileOf(randomBytes(length));
    const path = join(folder, 'any');
    for (const how of [{}, { direct: true }, { bytesPerSecond: 1e9 }, { direct: true, bytesPerSecond: 1e9 }]) {
      expect([how, await checkFile(folder, { ...record, ...how })]).toEqual([how, undefined]);
      if (length === 0) continue;
      flip(path, 0.999);
      const wrong = 'has another checksum than the manifest';
      expect([how, await checkFile(folder, { ...record, ...how })]).toEqual([how, wrong]);
      flip(path, 0.999);
    }
  },
);

test('checkFile says what is wrong with a file that is missing, cut, or no file', async () => {
  const { folder, record } = await fileOf(randomBytes(1000));
  await truncate(join(folder, 'any'), 999);
  expect(await checkFile(folder, record)).toBe('has 999 bytes, expected 1000');
  await rm(join(folder, 'any'));
  expect(await checkFile(folder, record)).toBe('is missing');
  expect(await checkFile(join(folder, 'nowhere'), record)).toBe('is missing');
  await mkdir(join(folder, 'any'));
  expect(await checkFile(folder, { ...record, bytes: 4096 })).toMatch(/cannot be read from the disk|has [0-9]+ bytes/);
});

test('checkFile throws what is no damage of the file', async () => {
  await expect(checkFile(newFolder(), { file: 'a'.repeat(300), bytes: 1, sha256: '' })).rejects.toThrow('ENAMETOOLONG');
});

test('readParts keeps to its rate, and ends at the signal', async () => {
  const { folder } = await fileOf(randomBytes(2 * MIB));
  const started = performance.now();
  let read = 0;
  for await (const part of readParts(join(folder, 'any'), { bytesPerSecond: 8 * MIB })) read += part.length;
  expect(read).toBe(2 * MIB);
  expect(performance.now() - started).toBeGreaterThan(200);
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error('enough')), 20);
  const slow = async (): Promise<void> => {
    for await (const part of readParts(join(folder, 'any'), { bytesPerSecond: 1000, signal: stop.signal }))
      read += part.length;
  };
  await expect(slow()).rejects.toThrow('enough');
  expect(openFiles(folder)).toEqual([]);
});

test('readParts lets go of a file that is removed while it is read slowly', async () => {
  const { folder } = await fileOf(randomBytes(2 * MIB));
  const path = join(folder, 'any');
  const slow = async (): Promise<void> => {
    for await (const part of readParts(path, { bytesPerSecond: 16 * MIB, direct: true })) {
      if (part.length > 0) await rm(path, { force: true });
    }
  };
  await expect(slow()).rejects.toThrow('was removed while it was read');
  expect(readdirSync('/proc/self/fd').length).toBeGreaterThan(0);
  expect(openFiles(folder)).toEqual([]);
});

test('checkFile of a large file in a thread ends at the signal, and leaves no file open', async () => {
  const { folder, record } = await fileOf(randomBytes(9 * MIB));
  const stop = new AbortController();
  const check = checkFile(folder, { ...record, bytesPerSecond: MIB, signal: stop.signal });
  setTimeout(() => stop.abort(new Error('enough')), 300);
  const started = performance.now();
  await expect(check).rejects.toThrow('enough');
  expect(performance.now() - started).toBeLessThan(3000);
  await expect.poll(() => openFiles(folder)).toEqual([]);
});
