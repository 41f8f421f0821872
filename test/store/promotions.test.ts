import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { buildFolder } from '../../src/dataset/layout.ts';
import { goBack } from '../../src/ingest/go-back.ts';
import { openGateway } from '../support/gateway.ts';
import { SILENT_LOG } from '../support/ingest.ts';
import { openFiles } from '../support/open-files.ts';
import { EVERYTHING, twoBuilds } from './builds.ts';

const PROMOTIONS = 100;
const CLIENTS = 2;

test(
  '100 promotions under load: no request fails, none is of two builds, and no build stays open',
  { timeout: 180_000 },
  async () => {
    const { folders, builds } = await twoBuilds();
    const word = new Map([
      [builds[0], 'One'],
      [builds[1], 'Two'],
    ]);
    const gateway = await openGateway(folders);
    const { store } = gateway;
    const done = new AbortController();
    const versions = new Set<number>();
    const wrong: unknown[] = [];
    let answers = 0;

    async function ask(): Promise<void> {
      while (!done.signal.aborted) {
        const { data, errors, extensions = {} } = await gateway.query(EVERYTHING);
        const { buildId, version } = extensions['dataset'] as { buildId: string; version: number };
        const words = [...new Set(JSON.stringify(data).match(/\b(One|Two)\b/g))].join();
        if (errors !== undefined || words !== word.get(buildId)) wrong.push({ buildId, words, errors });
        versions.add(version);
        answers += 1;
        await sleep(0);
      }
    }

    const clients = Array.from({ length: CLIENTS }, ask);
    for (let at = 0; at < PROMOTIONS; at += 1) {
      const before = answers;
      await goBack(builds[at % 2] ?? '', { folders, now: () => new Date(), log: SILENT_LOG });
      await store.refresh();
      // Each is asked for before the next one comes.
      await expect.poll(() => answers, { interval: 1 }).toBeGreaterThan(before + CLIENTS);
    }
    done.abort();
    await Promise.all(clients);

    expect(wrong).toEqual([]);
    expect(store.state().build).toMatchObject({ id: builds[1], version: 2 + PROMOTIONS });
    // Of each promotion there was an answer at least.
    expect([...versions].sort((a, b) => a - b)).toEqual(Array.from({ length: PROMOTIONS + 1 }, (_, at) => at + 2));
    await expect.poll(() => store.inUse(builds[0])).toBe(false);
    expect(openFiles(buildFolder(folders, builds[0]))).toEqual([]);
    const open = openFiles(buildFolder(folders, builds[1])).filter((path) => path.endsWith('.duckdb'));
    // Of all the times that the build was opened, one is left: each of its files is open once.
    expect(open).toHaveLength(new Set(open).size);
    await gateway.close();
    expect(openFiles(folders.builds)).toEqual([]);
  },
);
