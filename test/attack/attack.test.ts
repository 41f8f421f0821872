import { expect, onTestFinished, test } from 'vitest';

import { seeded } from '../product/random-filters.ts';
import { demoBuild } from '../support/demo-build.ts';
import { ATTACKS } from './attacks.ts';
import { dearDocuments } from './dearest.ts';
import { startProbes } from './probes.ts';
import { many, send } from './send.ts';
import { startTarget } from './target.ts';

const ROUNDS = 2;
/** What no attack is answered with. */
const NEVER = /no answer|INTERNAL_SERVER_ERROR|50[024]/;

/** All attacks, and what a generator makes up: `npm run attack` says how long others wait meanwhile. */
test('a server under attack answers others, keeps no memory, and stops when it is told to', async () => {
  const { folders } = await demoBuild(0.001);
  const target = await startTarget(folders.meta);
  let isRunning = true;
  onTestFinished(async () => {
    if (isRunning) await target.stop?.();
  });
  const dear = dearDocuments(seeded(2), { count: 10, most: 2_000_000 });
  const made = dear.map((query) => ({ name: query, run: (url: string) => many(4, () => send(url, query)) }));
  const heaps: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { name, run } of [...ATTACKS, ...made]) {
      const probes = await startProbes(target.url);
      const outcomes = await run(target.url);
      const { failed } = await probes.stop();
      expect({ name, failed }).toEqual({ name, failed: 0 });
      expect(
        [...outcomes.keys()].filter((outcome) => NEVER.test(outcome)),
        name,
      ).toEqual([]);
    }
    const view = await target.look?.();
    heaps.push(view?.heapMib ?? NaN);
  }
  const [first = 0, last = 0] = [heaps[0], heaps.at(-1)];
  expect(last).toBeLessThan(first + 30);
  const end = await target.stop?.();
  isRunning = false;
  expect(end?.code).toBe(0);
}, 300_000);
