import { afterAll, beforeAll, expect, test } from 'vitest';

import { createLoaders } from '../../src/loaders/create-loaders.ts';
import type { Lease } from '../../src/store/builds/store.ts';
import { linesOf } from '../store/builds/builds.ts';
import { buildOf } from '../product/source-files.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';

let gateway: TestGateway;
let lease: Lease;

beforeAll(async () => {
  // Nothing is remembered between requests, so that every batch is seen.
  const cache = { max: 1, ttlMs: 1 };
  const folders = await buildOf(linesOf('One'), 'loaders');
  gateway = await openGateway(folders, { caches: { titles: cache, people: cache, search: cache } });
  const acquired = gateway.store.acquire();
  if (acquired === null) throw new Error('there is no build');
  lease = acquired;
});

afterAll(async () => {
  lease.release();
  await gateway.close();
});

const loadersOf = () => createLoaders(lease.readers, lease);

test('createLoaders joins the keys of one tick', async () => {
  gateway.takeBatches();
  const { titles, people } = loadersOf();
  const found = await Promise.all([titles.byId(1), people.byId(1), titles.byId(2), titles.byId(1), titles.byId(99)]);
  expect(found.map((each) => each?.id ?? null)).toEqual([1, 1, 2, 1, null]);
  expect(gateway.takeBatches().toSorted((a, b) => a.lookup.localeCompare(b.lookup))).toEqual([
    { lookup: 'person', keys: 1 },
    { lookup: 'title', keys: 3 },
  ]);
});

test('createLoaders asks for a key once in a request', async () => {
  const { titles } = loadersOf();
  await titles.byId(3);
  gateway.takeBatches();
  await titles.byId(3);
  expect(gateway.takeBatches()).toEqual([]);
});

test('createLoaders knows nothing of entities that have nothing', async () => {
  const loaders = loadersOf();
  const all = { limit: 10, backward: false };
  const lists = await Promise.all([
    loaders.credits.ofTitle(99, {}),
    loaders.credits.ofPerson(99, {}, [{ field: 'VOTES', direction: 'DESC' }]),
    loaders.crew.ofTitle(99, 'directors'),
    loaders.akas.ofTitle(99, {}),
    loaders.episodes.ofSeries(99, undefined, [{ field: 'NUMBER', direction: 'ASC' }]),
  ]);
  for (const list of lists) {
    expect(await list.count()).toBe(0);
    expect(await list.page(all)).toEqual({ rows: [], hasNextPage: false, hasPreviousPage: false });
  }
  expect(await loaders.titles.byId(99)).toBeNull();
  expect((await loaders.titles.byId(1))?.rating).toEqual({ average: 7.1, votes: 50, titleId: 1 });
  expect(await loaders.akas.displayTitle(99, { audience: { region: 'DE' }, primaryTitle: '' })).toBeNull();
  expect(await loaders.episodes.seasons(99)).toEqual([]);
  const movie = await loaders.titles.byId(3);
  if (movie === null) throw new Error('the movie is not there');
  expect(await loaders.episodes.neighbours(movie)).toEqual({ previous: null, next: null });
});
