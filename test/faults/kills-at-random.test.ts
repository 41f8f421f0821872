import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { sourceFile, SOURCES } from '../../src/dataset/sources/imdb.ts';
import { hash32, unit32 } from '../../src/demo/chance/random.ts';
import { openHouse } from './house.ts';
import type { House } from './house.ts';
import { ALL, sample, TIMEOUT_MS } from './how-many.ts';
import { tally } from './tally.ts';

const SEED = 19;
const MOMENTS = ALL ? 200 : 4;

let house: House;
/** How long an ingest takes from its start as a process to its end, while nobody disturbs it. */
let runMs: number;

beforeAll(async () => {
  house = await openHouse();
  await house.origin.nextNight();
  const before = performance.now();
  await house.start().ended;
  runMs = performance.now() - before;
});

afterAll(() => house.origin.close());

test(
  'an ingest that is killed at random moments leaves the served build, and the next run succeeds',
  {
    timeout: TIMEOUT_MS,
  },
  async (context) => {
    let killed = 0;
    for (let moment = 0; moment < MOMENTS; moment += 1) {
      await house.origin.nextNight();
      const { child, ended } = house.start();
      // Spread evenly over the run, with a jitter: no stretch of it is left out.
      await Promise.race([ended, sleep(((moment + unit32(hash32(SEED, 0, moment))) / MOMENTS) * runMs)]);
      child.kill('SIGKILL');
      const { signal } = await ended;
      if (signal === 'SIGKILL') killed += 1;
      await house.expectUnharmed();
      await house.expectRecovery();
    }
    expect(killed).toBeGreaterThan(MOMENTS / 3);
    tally(context, 'killed at a random moment', killed);
  },
);

test(
  'an ingest that is killed while a file arrives goes on with it in the next run',
  {
    timeout: TIMEOUT_MS,
  },
  async (context) => {
    for (const { name } of sample(SOURCES.slice(2), 1)) {
      const file = sourceFile(name);
      await house.origin.nextNight();
      const body = readFileSync(join(house.origin.folder, file));
      const arrived = Promise.withResolvers<void>();
      house.origin.answer(file, (_, response) => {
        response.writeHead(200, { etag: '"tonight"', 'content-length': body.length });
        response.write(body.subarray(0, body.length / 2), () => arrived.resolve());
      });
      const { child, ended } = house.start();
      await Promise.race([arrived.promise, ended]);
      await sleep(100);
      child.kill('SIGKILL');
      expect(await ended).toMatchObject({ signal: 'SIGKILL' });
      house.origin.answer(file, undefined);
      await house.expectUnharmed();
      await house.expectRecovery();
      tally(context, 'killed while a file arrives');
    }
  },
);
