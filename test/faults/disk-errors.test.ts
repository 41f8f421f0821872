import { afterAll, beforeAll, expect, test } from 'vitest';

import { readPointer } from '../../src/storage/builds/builds.ts';
import { listBuildIds } from '../../src/storage/files/list-folder.ts';
import { leftovers } from '../ingest/small-build.ts';
import { canTrace, traceFileCalls } from '../support/file-calls.ts';
import { MAIN, openHouse } from './house.ts';
import type { House } from './house.ts';
import { sample, TIMEOUT_MS } from './how-many.ts';
import { disturbed } from './injected.ts';
import { tally } from './tally.ts';

/** What names the place of a failure: a file of IMDb, a table, an index, or a path. */
const PLACE = /[a-z]+\.[a-z]+\.tsv\.gz|table [a-z_]+|lookup [a-z_]+|\/[a-z_]+(\.json|\/)|\/(house|parquet_builds)/;

let house: House;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.origin.close());

test.for(['rename', 'fsync'] as const)(
  'an ingest whose nth %s fails says where, leaves the served build, and the next run succeeds',
  { timeout: TIMEOUT_MS },
  async (call, context) => {
    if (!(await canTrace())) return;
    await house.origin.nextNight();
    const calls = await traceFileCalls(MAIN, ['ingest'], { below: house.folders.meta, env: house.env });
    const all = (calls ?? []).filter(({ what }) => what === (call === 'fsync' ? 'sync' : 'rename'));
    expect(all.length).toBeGreaterThan(20);
    for (const nth of sample([...all.keys()], 2)) {
      await house.origin.nextNight();
      const before = await listBuildIds(house.folders);
      const { wasHit, ...ended } = await disturbed(house, { call, nth: nth + 1, fault: 'EIO' });
      // Where the record of a run is written late or early, another run has a call more or less.
      if (!wasHit) continue;
      expect(ended.signal).toBe(null);
      if (ended.code !== 0) expect(ended.said).toMatch(/^failed in step [a-z]+: [^\n]+\n$/);
      if (ended.code !== 0) expect(ended.said).toMatch(PLACE);
      // It lives, and so it cleans up itself: a build that was never served too.
      expect(await leftovers(house.folders)).toEqual([]);
      const served = (await readPointer(house.folders))?.buildId;
      const ids = await listBuildIds(house.folders);
      expect(ids.filter((id) => !before.includes(id) && id !== served)).toEqual([]);
      await house.expectUnharmed();
      await house.expectRecovery();
      tally(context, `error in ${call}`);
    }
  },
);
