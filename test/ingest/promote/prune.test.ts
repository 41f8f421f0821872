import { cp, readdir } from 'node:fs/promises';

import { expect, test } from 'vitest';

import { buildFolder, pointerPath } from '../../../src/dataset/builds/paths.ts';
import { replaceJson } from '../../../src/storage/files/durable.ts';
import { pruneBuilds } from '../../../src/ingest/promote/prune.ts';
import { changeManifest } from '../../support/build-format.ts';
import { SILENT_LOG } from '../../support/ingest.ts';
import { copyOfSmallBuild } from '../small-build.ts';

const MINUTE_MS = 60_000;

function id(hour: number): string {
  return `20261121T${hour}0000Z`;
}
function time(hour: number): string {
  return `2026-11-21T${hour}:00:00.000Z`;
}

/** Builds by the hour, 10 and later, at which each was made. The last one is served, since twenty minutes later. */
async function builtAt(hours: readonly number[]) {
  const folders = await copyOfSmallBuild();
  const [first = ''] = await readdir(folders.builds);
  for (const [at, hour] of hours.entries()) {
    await cp(buildFolder(folders, first), buildFolder(folders, id(hour)), { recursive: true });
    await changeManifest(folders, id(hour), (manifest) => ({
      ...manifest,
      buildId: id(hour),
      version: at + 2,
      builtAt: time(hour),
    }));
  }
  const [previous = 0, last = 0] = hours.slice(-2);
  const manifestSha256 = 'of no interest';
  await replaceJson(pointerPath(folders), {
    buildId: id(last),
    version: hours.length + 1,
    promotedAt: time(last).replace(':00:', ':20:'),
    manifestSha256,
    previousBuildId: id(previous),
  });
  /** Hours of the builds that are left. */
  async function prune(options: { keepBuilds: number; graceMinutes?: number; now: string; inUse?: number }) {
    const { keepBuilds, graceMinutes = 0, now, inUse } = options;
    await pruneBuilds(folders, {
      keepBuilds,
      graceMs: graceMinutes * MINUTE_MS,
      now: () => new Date(`2026-11-21T${now}Z`),
      inUse: (build) => inUse !== undefined && build === id(inUse),
      log: SILENT_LOG,
    });
    return (await readdir(folders.builds)).filter((name) => name !== first).map((name) => Number(name.slice(9, 11)));
  }
  return { prune };
}

test('pruneBuilds leaves a build that was replaced less than the grace ago, and removes it afterwards', async () => {
  const { prune } = await builtAt([10, 11, 12, 13]);
  // Replaced at 11 and 12 o'clock, and at 13:20.
  expect(await prune({ keepBuilds: 1, graceMinutes: 100, now: '13:30:00' })).toEqual([11, 12, 13]);
  expect(await prune({ keepBuilds: 1, graceMinutes: 100, now: '13:39:59' })).toEqual([11, 12, 13]);
  expect(await prune({ keepBuilds: 1, graceMinutes: 100, now: '13:40:00' })).toEqual([12, 13]);
  expect(await prune({ keepBuilds: 1, graceMinutes: 100, now: '14:59:59' })).toEqual([12, 13]);
  expect(await prune({ keepBuilds: 1, graceMinutes: 100, now: '15:00:00' })).toEqual([13]);
});

test('pruneBuilds keeps as many as it is told, and what is in use, however old', async () => {
  const { prune } = await builtAt([10, 11, 12, 13]);
  const now = '23:00:00';
  expect(await prune({ keepBuilds: 4, now })).toEqual([10, 11, 12, 13]);
  expect(await prune({ keepBuilds: 2, now, inUse: 10 })).toEqual([10, 12, 13]);
  expect(await prune({ keepBuilds: 1, now })).toEqual([13]);
});

test('pruneBuilds removes a build that was replaced under a clock far ahead, and not one of a clock a little ahead', async () => {
  const { prune } = await builtAt([10, 11, 12, 13]);
  expect(await prune({ keepBuilds: 1, graceMinutes: 20, now: '10:50:00' })).toEqual([10, 13]);
});
