import { closeSync, openSync, statfsSync, writeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import type { Folders } from '../../src/dataset/builds/paths.ts';
import { readPointer } from '../../src/storage/builds/builds.ts';
import { mountDisk } from '../support/small-disk.ts';
import { openHouse } from './house.ts';
import { sample, TIMEOUT_MS } from './how-many.ts';
import { tally } from './tally.ts';

const DISK_KIB = 64 * 1024;
const NAMES = ['downloads', 'builds', 'meta', 'tmp'] as const;
/** What is left free on a disk: nothing, a page, some files, and some tables. */
const FREE_KIB = [0, 4, 12, 40, 400, 2000];

/** Fills a disk but for so much. */
function fill(folder: string, freeKib: number): string {
  const path = join(folder, 'ballast');
  const { bavail, bsize } = statfsSync(folder);
  const file = openSync(path, 'w');
  try {
    let left = bavail * bsize - freeKib * 1024;
    while (left > 0) left -= writeSync(file, Buffer.alloc(Math.min(left, 2 ** 20)));
  } finally {
    closeSync(file);
  }
  return path;
}

test(
  'ingests run with each folder on a disk of its own, and leave the served build where one of these is full',
  {
    timeout: TIMEOUT_MS,
  },
  async (context) => {
    const disks: Partial<Folders> = {};
    for (const name of NAMES) {
      const disk = mountDisk(DISK_KIB);
      if (disk === undefined) return;
      disks[name] = disk;
    }
    const house = await openHouse(disks);
    onTestFinished(() => house.origin.close());
    await house.expectUnharmed();
    tally(context, 'folders on mounts of their own', NAMES.length);
    const fulls = NAMES.flatMap((name) => FREE_KIB.map((freeKib) => ({ name, freeKib })));
    for (const { name, freeKib } of sample(fulls, 4)) {
      await house.origin.nextNight();
      const before = await readPointer(house.folders);
      const ballast = fill(house.folders[name], freeKib);
      const { code, said } = await house.start().ended;
      if (code !== 0) {
        expect(said).toMatch(/^failed in step [a-z]+: [^\n]*(no space|ENOSPC)[^\n]*\n$/i);
        expect(await readPointer(house.folders)).toEqual(before);
      }
      // Of tmp nothing is needed for so few rows; of the others some free sizes do.
      if (freeKib === 0 && name !== 'tmp') expect([name, code]).toEqual([name, 1]);
      await house.expectUnharmed();
      await rm(ballast);
      await house.expectRecovery();
      tally(context, `disk full: ${name}`);
    }
  },
);
