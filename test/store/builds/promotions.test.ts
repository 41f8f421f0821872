import { setTimeout as sleep } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { buildFolder } from '../../../src/dataset/builds/paths.ts';
import { goBack } from '../../../src/ingest/promote/go-back.ts';
import { openGateway } from '../../support/gateway.ts';
import { SILENT_LOG } from '../../support/ingest.ts';
import { openFiles } from '../../support/open-files.ts';
import { twoBuilds } from './builds.ts';

const PROMOTIONS = 100;
const CLIENTS = 4;

/** Next to no memory: a list waits for DuckDB, and a promotion can come between it and the documents of its rows. */
const NO_CACHE = { max: 1, ttlMs: 60_000 };
/** Two lists, and several keys of each kind, so that the one that is remembered is not the one that is asked for next. */
const NESTED = `{
  titlesByIds(ids: ["tt0000001", "tt0000002", "tt0000003"]) {
    primaryTitle
    credits { nodes { characters person { primaryName knownFor { primaryTitle } credits { nodes { title { primaryTitle } } } } } }
    directors { nodes { primaryName } }
    akas { nodes { title } }
  }
  nobody: person(id: "nm0000099") { primaryName }
  titles(first: 3) { nodes { primaryTitle } }
  people(first: 3) { nodes { primaryName } }
}`;

test(
  '100 promotions under load: no request fails, none is of two builds, and no build stays open',
  { timeout: 180_000 },
  async () => {
    const { folders, builds } = await twoBuilds();
    const word = new Map([
      [builds[0], 'One'],
      [builds[1], 'Two'],
    ]);
    const gateway = await openGateway(folders, {
      compare: false,
      caches: { titles: NO_CACHE, people: NO_CACHE, search: NO_CACHE },
    });
    const { store } = gateway;
    const done = new AbortController();
    const versions = new Set<number>();
    const wrong: unknown[] = [];
    let answers = 0;
    /** Requests during which another build was promoted: those that could mix two. */
    let crossed = 0;

    async function ask(): Promise<void> {
      while (!done.signal.aborted) {
        const before = store.state().build?.version;
        const { data, errors, extensions = {} } = await gateway.query(NESTED);
        const { buildId, version } = extensions['dataset'] as { buildId: string; version: number };
        const words = [...new Set(JSON.stringify(data).match(/\b(One|Two)\b/g))].join();
        if (errors !== undefined || words !== word.get(buildId)) wrong.push({ buildId, words, errors });
        if (store.state().build?.version !== before) crossed += 1;
        versions.add(version);
        answers += 1;
        await sleep(0);
      }
    }

    const clients = Array.from({ length: CLIENTS }, ask);
    for (let at = 0; at < PROMOTIONS; at += 1) {
      await goBack(builds[at % 2] ?? '', { folders, now: () => new Date(), log: SILENT_LOG });
      await store.refresh();
      const before = answers;
      // Each is asked for before the next one comes.
      await expect.poll(() => answers, { interval: 1 }).toBeGreaterThan(before + CLIENTS);
    }
    done.abort();
    await Promise.all(clients);

    expect(wrong).toEqual([]);
    expect(crossed).toBeGreaterThan(PROMOTIONS / 2);
    expect(store.state().build).toMatchObject({ id: builds[1], version: 2 + PROMOTIONS });
    // Of each promotion there was an answer at least.
    expect([...versions].sort((a, b) => a - b)).toEqual(Array.from({ length: PROMOTIONS + 1 }, (_, at) => at + 2));
    await expect.poll(() => store.inUse(builds[0])).toBe(false);
    expect(openFiles(buildFolder(folders, builds[0]))).toEqual([]);
    const open = openFiles(buildFolder(folders, builds[1])).filter((path) => /\.(duckdb|docs)$/.test(path));
    // Of all the times that the build was opened, one is left: each of its files is open once.
    expect(open).toHaveLength(new Set(open).size);
    await gateway.close();
    // A thread may still be hashing a file of the last build that was opened.
    await expect.poll(() => openFiles(folders.builds)).toEqual([]);
  },
);
