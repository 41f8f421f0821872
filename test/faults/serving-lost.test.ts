import { rename } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, onTestFinished, test, vi } from 'vitest';

import { buildFolder, MANIFEST_FILE } from '../../src/dataset/builds/paths.ts';
import { createLogger } from '../../src/process/logger.ts';
import { EVERYTHING, twoBuilds } from '../store/builds/builds.ts';
import { openGateway } from '../support/gateway.ts';

/* What a server does whose DuckDB gives up: every connection of the instance refuses every query from then on. */

/** A bug of DuckDB 1.5, which loses the instance: where it is mended another one is needed here. */
const POISON = 'SELECT typeof($1) AS t, $1::VARCHAR AS v';
const KEPT = { max: 1, ttlMs: 1 };

/** For a build to be opened, where others work on the same cores. */
const PATIENT = { timeout: 30_000 };

/** All titles, by a query that no memory has. */
const listSince = (year: number): string => `{ titles(filter: { year: { min: ${year} } }) { nodes { primaryTitle } } }`;

async function open(lookup: 'index' | 'parquet') {
  const { folders, builds } = await twoBuilds();
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  const log = createLogger({ level: 'info', pretty: false, destination });
  const caches = { titles: KEPT, people: KEPT, search: KEPT };
  const gateway = await openGateway(folders, { compare: false, lookup, caches, log });
  onTestFinished(() => gateway.close());
  return {
    gateway,
    folders,
    builds,
    count: (event: string): number => lines.filter((line) => line['event'] === event).length,
    readiness: async () => {
      const response = await gateway.fetch('/readyz');
      return [response.status, ((await response.json()) as { status: string }).status];
    },
    /** Loses the instance of the build that is served; answers with the lease of who did so. */
    poison: async () => {
      const lease = gateway.store.acquire() ?? expect.fail();
      await expect(lease.readers.pool.rows(POISON, ['x'])).rejects.toThrow(/INTERNAL|FATAL/);
      return lease;
    },
  };
}

test.each(['index', 'parquet'] as const)(
  'serving with LOOKUP=%s: requests beside a fatal error are right or told to come again, and right soon after',
  async (lookup) => {
    const { gateway, builds, count, readiness, poison } = await open(lookup);
    const right = await gateway.query(EVERYTHING);
    const all = await gateway.query(listSince(1));
    expect([right.errors, all.errors]).toEqual([undefined, undefined]);
    const asked = Array.from({ length: 40 }, (_, at) => gateway.query(at % 2 === 0 ? EVERYTHING : listSince(at)));
    const lease = await poison();
    asked.push(...Array.from({ length: 20 }, (_, at) => gateway.query(listSince(100 + at))));
    for (const { data, errors = [] } of await Promise.all(asked)) {
      const codes = errors.map(({ extensions }) => extensions?.['code']);
      expect(codes.filter((code) => code !== 'DATASET_UNAVAILABLE')).toEqual([]);
      if (errors.length === 0) expect([right.data, all.data]).toContainEqual(data);
    }
    lease.release();
    await vi.waitFor(() => expect(gateway.store.isLost()).toBe(false), PATIENT);
    expect([(await gateway.query(EVERYTHING)).data, (await gateway.query(listSince(2))).data]).toEqual([
      right.data,
      all.data,
    ]);
    expect([gateway.store.state().build?.id, await readiness()]).toEqual([builds[1], [200, 'ready']]);
    await vi.waitFor(() => expect([count('database lost'), count('build closed')]).toEqual([1, 1]), PATIENT);
  },
);

test('serving says that it is not ready, and why, while a lost build does not open again', async () => {
  const { gateway, folders, builds, readiness, poison } = await open('index');
  // No build can be opened: their manifests are elsewhere.
  const moved = builds.map((build) => join(buildFolder(folders, build), MANIFEST_FILE));
  for (const path of moved) await rename(path, `${path}.away`);
  (await poison()).release();
  await gateway.store.refresh();
  expect([await readiness(), gateway.store.isLost()]).toEqual([[503, 'reopening'], true]);
  const health = (await (await gateway.fetch('/health')).json()) as { status: string; warnings: string[] };
  expect([health.status, health.warnings.join()]).toEqual([
    'degraded',
    expect.stringContaining(`DuckDB has given up on build ${builds[1]}, which is being opened again`),
  ]);
  const refused = await gateway.fetch('/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: listSince(1) }),
  });
  expect([refused.status, refused.headers.get('retry-after'), await refused.json()]).toMatchObject([
    503,
    '1',
    { errors: [{ message: 'The database has failed and is being opened again: try again in a moment.' }] },
  ]);
  // What reads no database is answered all the same.
  const card = '{ title(id: "tt0000003") { primaryTitle } }';
  expect((await gateway.query(card)).data).toEqual({ title: { primaryTitle: 'Movie Two' } });
  for (const path of moved) await rename(`${path}.away`, path);
  await gateway.store.refresh();
  expect([await readiness(), gateway.store.state().problems]).toEqual([[200, 'ready'], []]);
  expect((await gateway.query(listSince(1))).errors).toBeUndefined();
});

test('serving opens a lost build again once, whoever still reads it as it was', async () => {
  const { gateway, count, poison } = await open('index');
  const lease = await poison();
  await vi.waitFor(() => expect(count('build opened')).toBe(2), PATIENT);
  for (let asked = 0; asked < 5; asked += 1) {
    await expect(lease.readers.pool.rows('SELECT 1', [])).rejects.toMatchObject({ code: 'DATASET_UNAVAILABLE' });
    await gateway.store.refresh();
  }
  lease.release();
  expect([count('build opened'), count('database lost'), gateway.store.isLost()]).toEqual([2, 1, false]);
});
