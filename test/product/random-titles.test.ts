import { parse } from 'graphql';
import { expect, test } from 'vitest';

import { leaseSource } from '../../src/service/lease-source.ts';
import { schema } from '../../src/graphql/schema.ts';
import { createAnswers } from '../../src/http/lane/answers.ts';
import { createQueryEngine } from '../../src/http/engine/query-engine.ts';
import { Wait } from '../../src/process/wait.ts';
import { ANONYMOUS } from '../support/clients.ts';
import { BOUNDS } from '../support/bounds.ts';
import { openBothModes } from '../support/both-modes.ts';
import { demoBuild } from '../support/demo-build.ts';
import { tt } from './tables.ts';

const { index, parquet, tables } = await openBothModes((await demoBuild(0.001)).folders, { compare: false });

const RANDOM = `query ($filter: TitleFilter, $seed: String, $first: Int = 1) {
  randomTitles(filter: $filter, seed: $seed, first: $first) { seed nodes { id } }
}`;

async function pick(variables: Record<string, unknown>, gateway = index): Promise<{ seed: string; ids: string[] }> {
  const { data, errors } = await gateway.query(RANDOM, variables);
  expect(errors, JSON.stringify(variables)).toBeUndefined();
  const { seed, nodes } = (data as { randomTitles: { seed: string; nodes: { id: string }[] } }).randomTitles;
  return { seed, ids: nodes.map(({ id }) => id) };
}

const FILTER = { types: { any: ['MOVIE'] }, year: { min: 1990, max: 1999 } };

test('randomTitles repeats itself for a seed, in both modes, and begins alike when more are asked for', async () => {
  const asked = { filter: FILTER, seed: '42' };
  const five = await pick({ ...asked, first: 5 });
  expect(new Set(five.ids).size).toBe(5);
  expect(await pick({ ...asked, first: 5 })).toEqual(five);
  expect(await pick({ ...asked, first: 5 }, parquet)).toEqual(five);
  expect((await pick({ ...asked, first: 20 })).ids.slice(0, 5)).toEqual(five.ids);
  expect((await pick({ ...asked, seed: '43', first: 5 })).ids).not.toEqual(five.ids);
});

test('randomTitles without a seed takes a new one, which repeats it', async () => {
  const [one, other] = [await pick({ first: 3 }), await pick({ first: 3 })];
  expect(one.seed).not.toBe(other.seed);
  expect(one.ids).not.toEqual(other.ids);
  expect(await pick({ seed: one.seed, first: 3 })).toEqual(one);
});

test('randomTitles picks from what fits the filter, and all of that where so many are asked for', async () => {
  const few = `startYear = 1994 AND titleType = 'movie' AND NOT isAdult ORDER BY tconst`;
  const rows = await tables.rows(`SELECT tconst FROM titles WHERE ${few}`);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.length).toBeLessThan(100);
  const { ids } = await pick({ filter: { ...FILTER, year: { min: 1994, max: 1994 } }, seed: '', first: 100 });
  expect(ids.toSorted()).toEqual(rows.map(({ tconst }) => tt(tconst)).toSorted());
});

test('randomTitles picks every title about as often, the first of each seed', async () => {
  const rows = await tables.rows(
    `SELECT tconst FROM titles WHERE startYear = 1994 AND titleType = 'movie' AND NOT isAdult`,
  );
  const counts = new Map(rows.map(({ tconst }) => [tt(tconst), 0]));
  const picks = 20 * rows.length;
  const filter = { ...FILTER, year: { min: 1994, max: 1994 } };
  for (let start = 0; start < picks; start += 50) {
    const seeds = Array.from({ length: Math.min(50, picks - start) }, (_, at) => `seed ${start + at}`);
    const fields = seeds.map((seed, at) => `p${at}: randomTitles(filter: $filter, seed: "${seed}") { nodes { id } }`);
    const { data } = await index.query(`query ($filter: TitleFilter) { ${fields.join(' ')} }`, { filter });
    for (const { nodes } of Object.values(data as Record<string, { nodes: { id: string }[] }>)) {
      const id = nodes[0]?.id ?? '';
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  expect(counts.size).toBe(rows.length);
  // Pearson's measure: its mean is the number of titles less one, its standard deviation the root of twice that.
  const measure = [...counts.values()].reduce((sum, count) => sum + (count - 20) ** 2 / 20, 0);
  expect(measure).toBeLessThan(rows.length + 4 * Math.sqrt(2 * rows.length));
});

test('randomTitles leaves adult titles out unless asked', async () => {
  const [row] = await tables.rows('SELECT count(*)::INTEGER AS count FROM titles WHERE isAdult');
  expect(row?.['count']).toBeGreaterThan(0);
  const { ids } = await pick({ filter: { adult: 'ONLY' }, seed: 'a', first: 100 });
  const keys = ids.map((id) => Number(id.slice(2)));
  const [plain] = await tables.rows(
    `SELECT count(*)::INTEGER AS count FROM titles WHERE isAdult AND tconst IN (${keys.join()})`,
  );
  expect(plain?.['count']).toBe(Math.min(100, Number(row?.['count'])));
  const most = await pick({ seed: 'a', first: 100 });
  const [adult] = await tables.rows(
    `SELECT count(*)::INTEGER AS count FROM titles WHERE isAdult AND tconst IN (${most.ids.map((id) => Number(id.slice(2))).join()})`,
  );
  expect(adult?.['count']).toBe(0);
});

test.each([
  [{ first: 101 }, 'first: 101 is more'],
  [{ first: -1 }, 'first: -1 is negative'],
  [{ seed: 'x'.repeat(101) }, 'seed: 101 characters are too many'],
  [{ seed: 'a\ud800' }, 'seed: half of a character'],
  [{ filter: { year: { min: 2, max: 1 } } }, 'filter.year: min 2 is greater'],
])('randomTitles refuses %j', async (variables, message) => {
  const { errors } = await index.query(RANDOM, variables);
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(errors?.[0]?.message).toContain(message);
});

test('randomTitles of none reads nothing', async () => {
  expect((await pick({ first: 0, seed: 'a' })).ids).toEqual([]);
});

test('randomTitles without a seed is not kept for others who ask the same', async () => {
  const store = leaseSource(index.store);
  const limits = {
    defaultPage: 20,
    maxPage: 100,
    maxLongPage: 500,
    maxSearchPage: 100,
    maxIds: 100,
    maxFilterIds: 1000,
  };
  const engine = createQueryEngine({ schema, store, limits, bounds: BOUNDS });
  const answers = createAnswers({ engine, store, cache: { max: 10, ttlMs: 60_000 } });
  for (const [seed, isKept] of [
    ['', false],
    ['(seed: "a")', true],
  ] as const) {
    const query = `{ randomTitles${seed} { seed nodes { id } } }`;
    const planned = engine.documents.of(parse(query), undefined);
    if (planned !== undefined) engine.documents.learn(query, undefined, planned);
    const ending = await answers.to(
      { query },
      { client: ANONYMOUS, allowance: undefined, key: query, wait: new Wait() },
    );
    expect(ending?.executed?.errors).toBeUndefined();
    expect(ending?.answer !== undefined).toBe(isKept);
    expect(answers.kept(query) !== undefined).toBe(isKept);
  }
});
