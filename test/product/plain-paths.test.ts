import { expect, onTestFinished, test } from 'vitest';

import { ClientError } from '../../src/errors.ts';
import { CREDIT_CATEGORIES, OTHER } from '../../src/dataset/words/vocabulary.ts';
import type { BuildReaders } from '../../src/store/builds/build-readers.ts';
import { degreesOf, peopleAtDegree } from '../../src/store/paths/degrees.ts';
import { findPaths } from '../../src/store/paths/find-paths.ts';
import type { PathRequest } from '../../src/store/paths/find-paths.ts';
import { createPlainPaths } from '../../src/store/paths/plain/plain-paths.ts';
import { openBothModes } from '../support/both-modes.ts';
import { demoBuild } from '../support/demo-build.ts';
import type { TestGateway } from '../support/gateway.ts';

/* Paths and degrees by queries over the tables, against the graph of credits, which paths.test.ts compares with a plain search. */

const { index, parquet, tables } = await openBothModes((await demoBuild(0.001)).folders);

function readersOf({ store }: TestGateway): BuildReaders {
  const lease = store.acquire() ?? expect.fail();
  onTestFinished(() => lease.release());
  return lease.readers;
}

const CREDITED = (await tables.rows('SELECT DISTINCT nconst FROM principals ORDER BY nconst')).map(({ nconst }) =>
  Number(nconst),
);

/** People at even places of a list that is the same in each run. */
function some(count: number, seed: number): number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return CREDITED[Math.floor((state / 2 ** 32) * CREDITED.length)] ?? 0;
  });
}

const CATEGORIES = [...Object.values(CREDIT_CATEGORIES), OTHER];
const PAIRS = 15;

test.each<{ what: string } & Partial<PathRequest>>([
  { what: 'all credits' },
  { what: 'many alternatives', alternatives: 100 },
  { what: 'films', via: { adult: 'EXCLUDE', types: { any: ['movie'] } }, alternatives: 7 },
  { what: 'no titles', via: { adult: 'EXCLUDE', votes: { min: 1_000_000_000 } } },
  { what: 'casts', categories: ['actor', 'actress'], alternatives: 3 },
  { what: 'all categories by name', categories: CATEGORIES, alternatives: 3 },
  {
    what: 'crews of dramas',
    via: { adult: 'INCLUDE', genres: { any: ['Drama'] } },
    categories: ['director', 'actor', OTHER],
  },
  { what: 'two steps', maxDegrees: 2 },
])('path is from the tables what it is from the graph, by $what', { timeout: 60_000 }, async ({ what, ...wanted }) => {
  const [graph, plain] = [readersOf(index), readersOf(parquet)];
  const lengths = new Set<number | undefined>();
  const [from, to] = [some(PAIRS, what.length), some(PAIRS, 100 + what.length)];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const ends = { from: from[pair] ?? 0, to: to[pair] ?? 0 };
    const request = { ...ends, maxDegrees: 20, alternatives: 1, ...wanted };
    const expected = await findPaths(graph, { request, signal: undefined });
    expect([ends, await findPaths(plain, { request, signal: undefined })]).toEqual([ends, expected]);
    lengths.add(expected?.[0]?.length);
  }
  // The pairs say something, but for titles that there are none of.
  expect(lengths.size).toBeGreaterThan(what === 'no titles' ? 0 : 1);
});

test("path is from the tables what it is from the graph for people without credits, unknown, the same, and of a title's number", async () => {
  const [lonely] = await tables.rows('SELECT nconst FROM names ANTI JOIN principals USING (nconst) LIMIT 1');
  const [one = 0] = CREDITED;
  // The number of the last one is that of a title, too.
  const people = [one, Number(lonely?.['nconst']), 99_999_998, 900_002, 900_001];
  for (const from of people) {
    for (const to of people) {
      const request = { from, to, maxDegrees: 6, alternatives: 2 };
      const expected = await findPaths(readersOf(index), { request, signal: undefined });
      expect([request, await findPaths(readersOf(parquet), { request, signal: undefined })]).toEqual([
        request,
        expected,
      ]);
    }
  }
});

test('degrees and atDegree are from the tables what they are from the graph', { timeout: 60_000 }, async () => {
  const [graph, plain] = [readersOf(index), readersOf(parquet)];
  for (const person of [...some(6, 5), 99_999_998]) {
    const expected = await degreesOf(graph.paths, { person, signal: undefined });
    expect([person, await degreesOf(plain.paths, { person, signal: undefined })]).toEqual([person, expected]);
    for (const degree of [1, 2, expected.counts.length, expected.counts.length + 1, 100_000].filter((at) => at > 0)) {
      const [listed, plainly] = [graph, plain].map((readers) =>
        peopleAtDegree(readers, { person, degree, signal: undefined }),
      );
      let after: readonly unknown[] | undefined;
      for (let page = 0; page < 4; page += 1) {
        const request = { limit: 1 + 5 * page, backward: false, ...(after !== undefined && { after }) } as never;
        const found = (await listed?.page(request)) ?? expect.fail();
        expect(await plainly?.page(request)).toEqual(found);
        after = found.rows.at(-1)?.key ?? after;
      }
      expect(await plainly?.count()).toBe(await listed?.count());
    }
  }
});

test('degrees from the tables end as QUERY_TIMEOUT where all levels together take too long, and with who has gone', async () => {
  const { pool } = readersOf(parquet);
  const [person = 0] = CREDITED;
  let asked = 0;
  const slow = {
    rows: async (...query: Parameters<typeof pool.rows>) => {
      asked += 1;
      await new Promise((resolve) => setTimeout(resolve, 40));
      return pool.rows(...query);
    },
  };
  const plain = createPlainPaths({ pool: slow, timeoutMs: 60 });
  const error = await plain.ask('degrees', { person }, { key: 'one' }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ClientError);
  expect(error).toMatchObject({ code: 'QUERY_TIMEOUT' });
  expect(asked).toBeLessThan(4);
  const leaving = new AbortController();
  const patient = createPlainPaths({ pool: slow, timeoutMs: 60_000 });
  const left = patient.ask('degrees', { person }, { key: 'one', signal: leaving.signal });
  leaving.abort(new Error('gone'));
  await expect(left).rejects.toThrow('gone');
  const asksBefore = asked;
  // What nobody waits for asks no further query; whoever asks anew gets an answer.
  expect(await patient.ask('degrees', { person }, { key: 'one' })).not.toEqual([]);
  expect(asked).toBeGreaterThan(asksBefore);
});
