import sql, { raw } from 'sql-template-tag';
import { expect, test } from 'vitest';

import { createLoaders } from '../../src/loaders/create-loaders.ts';
import type { BuildReaders } from '../../src/store/builds/build-readers.ts';
import type { TitleFilter } from '../../src/store/model/model.ts';
import { titlesIn } from '../../src/store/filters/listed-titles.ts';
import { openBothModes } from '../support/both-modes.ts';
import { demoBuild } from '../support/demo-build.ts';
import type { TestGateway } from '../support/gateway.ts';
import { tt } from './tables.ts';

/* Filters by ids: lists of titles that somebody keeps. */

const { index, parquet, tables } = await openBothModes((await demoBuild(0.01)).folders);
const MODES: [string, TestGateway][] = [
  ['index', index],
  ['parquet', parquet],
];

async function idsWhere(condition: string, most: number): Promise<number[]> {
  const rows = await tables.rows(
    `SELECT tconst FROM titles LEFT JOIN ratings USING (tconst) WHERE ${condition} ORDER BY hash(tconst) LIMIT ${most}`,
  );
  return rows.map(({ tconst }) => Number(tconst));
}

const KEPT = await idsWhere('true', 900);
/** No title has this id. */
const UNKNOWN = 'tt9999999';

async function withReaders<T>(gateway: TestGateway, use: (readers: BuildReaders) => Promise<T>): Promise<T> {
  const lease = gateway.store.acquire();
  if (lease === null) throw new Error('no build');
  try {
    return await use(lease.readers);
  } finally {
    lease.release();
  }
}

test.each(MODES)('titlesIn makes the rows of title_list, type for type, of the %s', async (_mode, gateway) => {
  await withReaders(gateway, async ({ queries, titles }) => {
    const ids = await idsWhere('true', 20_000);
    const listed = await titlesIn((keys) => titles.many(keys), { ids });
    const all = raw(`(FROM title_list WHERE tconst IN (${ids.join(',')}))`);
    const typesOf = async (from: typeof all) => queries.rows(sql`SELECT typeof(COLUMNS(*)) FROM ${from} LIMIT 1`);
    expect(await typesOf(listed)).toEqual(await typesOf(all));
    const rows = (from: typeof all) =>
      sql`SELECT * REPLACE (coalesce(primaryTitle, originalTitle) AS primaryTitle) FROM ${from}`;
    expect(await queries.rows(sql`SELECT count(*) FROM ${listed}`)).toEqual([[BigInt(ids.length)]]);
    expect(await queries.rows(sql`(${rows(listed)}) EXCEPT ALL (${rows(all)})`)).toEqual([]);
  });
});

test('a filter by ids reads no list of all titles', async () => {
  await withReaders(index, async (readers) => {
    const asked: string[] = [];
    const queries: BuildReaders['queries'] = Object.create(readers.queries, {
      rows: {
        value: (query: Parameters<typeof readers.queries.rows>[0], signal?: AbortSignal) => {
          asked.push(query.text);
          return readers.queries.rows(query, signal);
        },
      },
    }) as BuildReaders['queries'];
    const { titles } = createLoaders({ ...readers, queries }, { version: 1 });
    const filter: TitleFilter = { adult: 'INCLUDE', ids: KEPT, votes: { min: 5 }, akaRegions: { any: ['DE', 'US'] } };
    const list = titles.list(filter, [{ field: 'EPISODES', direction: 'DESC' }]);
    expect((await list.page({ limit: 10, backward: false })).rows.length).toBeGreaterThan(5);
    expect(await list.count()).toBeGreaterThan(5);
    for (const facet of ['genre', 'decade', 'akaRegion'] as const)
      expect((await titles.facet(filter, facet)).length).toBeGreaterThan(1);
    expect(await titles.random(filter, { seed: 'a', count: 3 })).toHaveLength(3);
    const { entries } = await titles.chart('MOST_VOTED', filter, 5);
    expect(await entries.count()).toBeGreaterThan(5);
    expect(asked.length).toBeGreaterThan(6);
    expect(asked.filter((text) => text.includes('title_list'))).toEqual([]);
  });
});

interface Answer {
  list: { totalCount: number; nodes: { id: string }[]; facets: { type: { value: string; count: number }[] } };
  chart: { totalCount: number; nodes: { title: { id: string }; previousRank: number | null }[] };
  random: { nodes: { id: string }[] };
}

const QUERY = `query ($filter: TitleFilter) {
  list: titles(filter: $filter, orderBy: [{ field: YEAR }, { field: TITLE, direction: ASC }], first: 100) {
    totalCount nodes { id } facets { type { value count } }
  }
  chart(kind: MOST_VOTED, filter: $filter, minVotes: 20) { totalCount nodes { title { id } previousRank } }
  random: randomTitles(filter: $filter, seed: "a", first: 100) { nodes { id } }
}`;

test.each(MODES)(
  'lists, facets, charts and random titles have the listed titles alone, in the %s',
  async (_mode, gateway) => {
    const ids = [...KEPT.map(tt), UNKNOWN, tt(KEPT[0] ?? 0)];
    const { data, errors } = await gateway.query(QUERY, { filter: { ids, adult: 'INCLUDE', year: { min: 1990 } } });
    expect(errors).toBeUndefined();
    const { list, chart, random } = data as Answer;
    const among = `tconst IN (${KEPT.join(',')}) AND startYear >= 1990`;
    const rows = await tables.rows(`SELECT tconst, titleType, numVotes FROM titles LEFT JOIN ratings USING (tconst)
    WHERE ${among} ORDER BY startYear DESC, coalesce(primaryTitle, originalTitle), tconst`);
    const expected = rows.map(({ tconst }) => tt(tconst));
    expect(list.totalCount).toBe(rows.length);
    expect(list.nodes.map(({ id }) => id)).toEqual(expected.slice(0, 100));
    expect(list.facets.type.reduce((sum, { count }) => sum + count, 0)).toBe(rows.length);
    expect(chart.totalCount).toBe(rows.filter(({ numVotes }) => Number(numVotes) >= 20).length);
    expect(chart.totalCount).toBeGreaterThan(10);
    expect(new Set(random.nodes.map(({ id }) => id)).size).toBe(100);
    for (const { id } of random.nodes) expect(expected).toContain(id);
  },
);

test.each(MODES)('similar titles and paths go by the listed titles, in the %s', async (_mode, gateway) => {
  const similar = `query ($filter: TitleFilter) {
    title(id: "tt0900001") { similar(first: 50, filter: $filter) { nodes { title { id } } } }
  }`;
  const similarIds = async (filter: object): Promise<string[]> => {
    const { data, errors } = await gateway.query(similar, { filter: { adult: 'INCLUDE', ...filter } });
    expect(errors).toBeUndefined();
    const { title } = data as { title: { similar: { nodes: { title: { id: string } }[] } } };
    return title.similar.nodes.map((node) => node.title.id);
  };
  const all = await similarIds({});
  const few = [all[7], all[2], UNKNOWN].map(String);
  expect(await similarIds({ ids: few })).toEqual([all[2], all[7]]);
  expect(await similarIds({ ids: [] })).toEqual([]);

  const path = `query ($via: TitleFilter) {
    path(from: "nm0900001", to: "nm0900010", via: $via) { steps { title { id } } }
  }`;
  const stepsVia = async (via?: object): Promise<string[][]> => {
    const { data, errors } = await gateway.query(path, { via });
    expect(errors).toBeUndefined();
    const found = (data as { path: { steps: { title: { id: string } }[] }[] }).path;
    return found.map(({ steps }) => steps.map(({ title }) => title.id));
  };
  const [steps = []] = await stepsVia();
  expect(steps.length).toBeGreaterThan(0);
  expect(await stepsVia({ ids: steps, adult: 'INCLUDE' })).toEqual([steps]);
  expect(await stepsVia({ ids: [UNKNOWN] })).toEqual([]);
});

async function countOf(filter: object): Promise<unknown> {
  return (await index.query('query ($filter: TitleFilter) { titles(filter: $filter) { totalCount } }', { filter }))
    .data;
}

test('an empty list of ids matches nothing, and null is no filter', async () => {
  expect(await countOf({ ids: [] })).toEqual({ titles: { totalCount: 0 } });
  expect(await countOf({ ids: null })).toEqual(await countOf({}));
});

test('words of primary titles are found among listed titles, also where a title has an original one alone', async () => {
  const query = 'query ($filter: TitleFilter) { titles(filter: $filter, first: 100) { nodes { id } } }';
  const words = { primaryTitle: { words: 'the' }, adult: 'INCLUDE' };
  const all = (await index.query(query, { filter: words })).data as { titles: { nodes: { id: string }[] } };
  const ids = all.titles.nodes.map(({ id }) => id);
  expect(ids.length).toBeGreaterThan(20);
  const listed = await index.query(query, { filter: { ...words, ids: [...ids, ...KEPT.slice(0, 1).map(tt)] } });
  expect((listed.data as typeof all).titles.nodes.slice(0, ids.length)).toEqual(all.titles.nodes);
});

test.each([
  [{ ids: ['tt0900001', 'tt12'] }, /^filter\.ids\[1\]: "tt12" is not an IMDb id/],
  [{ ids: ['nm0900001'] }, /^filter\.ids\[0\]: "nm0900001" is the id of a person/],
  [{ ids: Array.from({ length: 1001 }, (_, at) => tt(at + 1)) }, /^filter\.ids: 1001 ids are too many, at most 1000/],
])('a filter by ids is refused with the place of what is wrong', async (filter, message) => {
  const { errors } = await index.query('query ($filter: TitleFilter) { titles(filter: $filter) { totalCount } }', {
    filter,
  });
  expect(errors).toMatchObject([{ message: expect.stringMatching(message) as string }]);
  expect(errors?.[0]?.extensions).toEqual({ code: 'BAD_USER_INPUT' });
});
