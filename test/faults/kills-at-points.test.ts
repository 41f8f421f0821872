import { afterAll, beforeAll, expect, test } from 'vitest';

import { pointerPath } from '../../src/dataset/builds/paths.ts';
import { readPointer } from '../../src/storage/builds/builds.ts';
import { canTrace, traceFileCalls } from '../support/file-calls.ts';
import { MAIN, openHouse } from './house.ts';
import type { House } from './house.ts';
import { sample, TIMEOUT_MS } from './how-many.ts';
import { disturbed } from './injected.ts';
import type { Injection } from './injected.ts';
import { tally } from './tally.ts';

const DIE_AT_LINE = new URL('children/die-at-line.ts', import.meta.url).href;

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.origin.close());

/** What the log names, such as `table written titles`. */
function nameOf({ event, file, table, lookup }: Record<string, unknown>): string {
  return [event, file ?? table ?? lookup].filter((part) => typeof part === 'string').join(' ');
}

test(
  'an ingest that is killed at a point that its log names leaves the served build, and the next run succeeds',
  {
    timeout: TIMEOUT_MS,
  },
  async (context) => {
    await house.origin.nextNight();
    const names = (await house.start().ended).log.map(nameOf);
    expect(names.length).toBeGreaterThan(40);
    const killed: string[] = [];
    for (const [at, name] of sample([...names.entries()], 3)) {
      await house.origin.nextNight();
      const before = await readPointer(house.folders);
      const settings = { NODE_OPTIONS: `--import=${DIE_AT_LINE}`, DIE_AT_LINE: String(at + 1) };
      const ended = await house.start({ settings }).ended;
      expect(ended).toMatchObject({ signal: 'SIGKILL' });
      expect(ended.log).toHaveLength(at);
      killed.push(name);
      if (at < names.indexOf('version updated')) expect(await readPointer(house.folders)).toEqual(before);
      await house.expectUnharmed();
      await house.expectRecovery();
    }
    expect(killed[0]).toBe('lock acquired');
    tally(context, 'killed at a point that the log names', killed.length);
  },
);

test(
  'an ingest that is killed before, between and after the renames of a promotion leaves a whole build served',
  {
    timeout: TIMEOUT_MS,
  },
  async (context) => {
    if (!(await canTrace())) return;
    await house.origin.nextNight();
    const calls = await traceFileCalls(MAIN, ['ingest'], { below: house.folders.meta, env: house.env });
    const syncs = (calls ?? []).filter(({ what }) => what === 'sync').map(({ path }) => path);
    const { folders } = house;
    // The only sync of this folder, after a build in it has got its name. Two more follow, around the pointer's rename.
    const named = syncs.indexOf(folders.builds);
    const metaBefore = syncs.slice(0, named).filter((path) => path === folders.meta).length;
    expect(syncs.slice(named)).toEqual([
      folders.builds,
      `${pointerPath(folders)}.new`,
      folders.meta,
      expect.stringContaining('runs.json'),
      folders.meta,
      expect.stringContaining('last-run.json'),
      folders.meta,
    ]);
    const points: (Omit<Injection, 'fault'> & { isPromoted: boolean })[] = [
      { call: 'fsync', nth: 1, path: folders.builds, isPromoted: false },
      { call: 'fsync', nth: 1, path: `${pointerPath(folders)}.new`, isPromoted: false },
      { call: 'rename', nth: 1, path: `${pointerPath(folders)}.new`, isPromoted: false },
      // By path, because how often others are synced before depends on the time that a run takes.
      { call: 'fsync', nth: metaBefore + 1, path: folders.meta, isPromoted: true },
    ];
    for (const { isPromoted, ...point } of sample(points.toReversed(), 2)) {
      await house.origin.nextNight();
      const before = await readPointer(folders);
      expect(await disturbed(house, { ...point, fault: 'KILL' })).toMatchObject({ wasHit: true });
      expect((await readPointer(folders))?.buildId !== before?.buildId).toBe(isPromoted);
      await house.expectUnharmed();
      await house.expectRecovery();
      tally(context, 'killed inside a promotion');
    }
  },
);
