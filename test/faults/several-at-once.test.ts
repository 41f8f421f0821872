import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';

import { openHouse } from './house.ts';
import type { House, Running } from './house.ts';
import { ALL, TIMEOUT_MS } from './how-many.ts';
import { tally } from './tally.ts';

const HELD = 'title.ratings.tsv.gz';
const AT_ONCE = ALL ? 8 : 3;
const BUSY = { code: 75, said: 'busy: another ingest is running on this data folder\n' };

let house: House;
/** The origin keeps a file back until it is told to give it: who holds the lock goes on until then. */
let give: () => void;
let asked: Promise<void>;

beforeAll(async () => {
  house = await openHouse();
});

afterAll(() => house.origin.close());

beforeEach(async () => {
  await house.origin.nextNight();
  const body = readFileSync(join(house.origin.folder, HELD));
  const given = Promise.withResolvers<void>();
  const reached = Promise.withResolvers<void>();
  house.origin.answer(HELD, (_, response) => {
    reached.resolve();
    void given.promise.then(() => response.end(body));
  });
  asked = reached.promise;
  give = () => {
    house.origin.answer(HELD, undefined);
    given.resolve();
  };
});

/** An ingest that holds the lock. */
async function holder(): Promise<Running> {
  const running = house.start();
  await Promise.race([asked, running.ended]);
  return running;
}

test(
  'of several ingests that start at once one wins, and all others are told that it is busy',
  {
    timeout: TIMEOUT_MS,
  },
  async (context) => {
    const running = Array.from({ length: AT_ONCE }, () => house.start());
    const ends: unknown[] = [];
    const others = Promise.withResolvers<void>();
    const codes = running.map(async ({ ended }) => {
      const { code, said } = await ended;
      ends.push({ code, said });
      if (ends.length === AT_ONCE - 1) others.resolve();
      return code;
    });
    await others.promise;
    expect(ends).toEqual(Array.from({ length: AT_ONCE - 1 }, () => BUSY));
    give();
    expect((await Promise.all(codes)).filter((code) => code === 0)).toHaveLength(1);
    await house.expectUnharmed();
    await house.expectRecovery();
    tally(context, 'ingests at once', AT_ONCE);
  },
);

test(
  'an ingest that is stopped keeps the lock, and ends its run when it goes on',
  {
    timeout: TIMEOUT_MS,
  },
  async (context) => {
    const { child, ended } = await holder();
    child.kill('SIGSTOP');
    try {
      expect(await house.start().ended).toMatchObject(BUSY);
      await house.expectUnharmed();
    } finally {
      child.kill('SIGCONT');
    }
    give();
    expect(await ended).toMatchObject({ code: 0 });
    await house.expectUnharmed();
    await house.expectRecovery();
    tally(context, 'holder of the lock stopped');
  },
);

test(
  'an ingest that is killed leaves the lock free at once, and its run is on record',
  {
    timeout: TIMEOUT_MS,
  },
  async (context) => {
    const { child, ended } = await holder();
    child.kill('SIGKILL');
    expect(await ended).toMatchObject({ signal: 'SIGKILL' });
    give();
    expect(await house.start().ended).toMatchObject({ code: 0 });
    const runs = readFileSync(join(house.folders.meta, 'runs.json'), 'utf8');
    expect(runs).toContain('it was killed, or the machine stopped');
    await house.expectUnharmed();
    await house.expectRecovery();
    tally(context, 'holder of the lock killed');
  },
);
