import { afterAll, beforeAll, expect, test } from 'vitest';

import { GENRES, TITLE_TYPES } from '../../src/dataset/words/vocabulary.ts';
import { demoBuild } from '../support/demo-build.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { createFilters, seeded } from './random-filters.ts';
import type { RandomFilter } from './random-filters.ts';
import { nm, openTables, tt } from './tables.ts';
import type { Tables } from './tables.ts';

/*
 * Lists, counts and facets under random filters against plain SQL over the canonical tables of the demo build. A failure
 * names its filter, and the seed begins the same ones again.
 */

const SEED = Number(process.env['FILTER_SEED'] ?? 20_261_125);
const FILTERS = 150;
const FACET_EVERY = 6;
const MODE_EVERY = 15;

let index: TestGateway;
let parquet: TestGateway;
let tables: Tables;
let filters: ReturnType<typeof createFilters>;

beforeAll(async () => {
  const { folders } = await demoBuild(0.001);
  index = await openGateway(folders, { lookup: 'index', compare: false });
  parquet = await openGateway(folders, { lookup: 'parquet', compare: false });
  tables = await openTables(folders);
  await tables.rows(
    'CREATE TABLE all_titles AS FROM titles LEFT JOIN ratings USING (tconst) LEFT JOIN episodes USING (tconst)',
  );
  await tables.rows(`CREATE TABLE all_people AS
    SELECT names.*, count(principals.tconst) AS credits,
      count(principals.tconst) FILTER (NOT coalesce(isAdult, false)) AS plainCredits
    FROM names LEFT JOIN principals USING (nconst) LEFT JOIN titles ON titles.tconst = principals.tconst GROUP BY ALL`);
  const pick = async <T>(sql: string): Promise<T[]> => {
    const rows = await tables.rows<{ value: T }>(
      `SELECT value FROM (${sql}) AS picked(value) ORDER BY hash(value) LIMIT 60`,
    );
    return rows.map(({ value }) => value);
  };
  filters = createFilters(seeded(SEED), {
    regions: await pick('SELECT DISTINCT region FROM akas WHERE region IS NOT NULL'),
    languages: await pick('SELECT DISTINCT language FROM akas WHERE language IS NOT NULL'),
    professions: await pick('SELECT DISTINCT unnest(primaryProfession) FROM names'),
    people: await pick('SELECT nconst FROM principals GROUP BY nconst ORDER BY count(*) DESC LIMIT 60'),
    series: await pick('SELECT DISTINCT parentTconst FROM episodes WHERE parentTconst IS NOT NULL'),
    ids: await pick(
      'SELECT tconst FROM titles LEFT JOIN ratings USING (tconst) WHERE numVotes IS NOT NULL UNION ALL SELECT unnest([9999998, 9999999])',
    ),
    titles: await pick('SELECT primaryTitle FROM titles WHERE primaryTitle IS NOT NULL'),
    names: await pick('SELECT primaryName FROM names JOIN principals USING (nconst) WHERE primaryName IS NOT NULL'),
    characters: await pick('SELECT DISTINCT unnest(characters) FROM principals WHERE characters IS NOT NULL'),
  });
});

afterAll(async () => {
  await index.close();
  await parquet.close();
  tables.close();
});

interface List {
  totalCount: number;
  nodes: { id: string }[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
  facets: Record<string, { value: string; count: number; filter: unknown }[]>;
}

const KINDS = {
  titles: { type: 'TitleFilter', facets: ['genre', 'type', 'decade', 'ratingBucket', 'runtimeBucket', 'akaRegion'] },
  people: { type: 'PersonFilter', facets: ['profession', 'birthDecade', 'deathDecade'] },
} as const;
type Kind = keyof typeof KINDS;

async function ask(
  kind: Kind,
  {
    filter,
    selection,
    paging = 'first: 50',
    gateway = index,
  }: { filter: unknown; selection: string; paging?: string; gateway?: TestGateway },
): Promise<List> {
  const query = `query ($filter: ${KINDS[kind].type}) { list: ${kind}(filter: $filter, ${paging}) { ${selection} } }`;
  const { data, errors } = await gateway.query(query, { filter });
  expect(errors, `seed ${SEED}: ${JSON.stringify(filter)}`).toBeUndefined();
  return (data as { list: List }).list;
}

const PAGE = 'totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

/** The list forward and backward by pages, the count, and the other mode, against ids in the right order. */
async function expectList(kind: Kind, { filter, expected, at }: { filter: unknown; expected: string[]; at: number }) {
  const what = `seed ${SEED}, filter ${at}: ${JSON.stringify(filter)}`;
  const first = await ask(kind, { filter, selection: PAGE });
  expect(first.totalCount, what).toBe(expected.length);
  expect(
    first.nodes.map(({ id }) => id),
    what,
  ).toEqual(expected.slice(0, 50));
  expect(first.pageInfo.hasNextPage, what).toBe(expected.length > 50);
  if (first.pageInfo.hasNextPage) {
    const next = await ask(kind, { filter, selection: PAGE, paging: `first: 7, after: "${first.pageInfo.endCursor}"` });
    expect(
      next.nodes.map(({ id }) => id),
      what,
    ).toEqual(expected.slice(50, 57));
    const back = await ask(kind, {
      filter,
      selection: PAGE,
      paging: `last: 7, before: "${next.pageInfo.startCursor}"`,
    });
    expect(
      back.nodes.map(({ id }) => id),
      what,
    ).toEqual(expected.slice(43, 50));
  }
  const last = await ask(kind, { filter, selection: PAGE, paging: 'last: 3' });
  expect(
    last.nodes.map(({ id }) => id),
    what,
  ).toEqual(expected.slice(-3));
  if (at % MODE_EVERY !== 0) return;
  const selection = `${PAGE} facets { ${KINDS[kind].facets.map((name) => `${name} { value count filter }`).join(' ')} }`;
  const [one, other] = await Promise.all([index, parquet].map((gateway) => ask(kind, { filter, selection, gateway })));
  expect(other, what).toEqual(one);
}

/** Each bucket is as large as the list that its filter gives. */
async function expectFacets(kind: Kind, { filter, at }: { filter: unknown; at: number }): Promise<number> {
  const names = KINDS[kind].facets;
  const { facets } = await ask(kind, {
    filter,
    paging: 'first: 0',
    selection: `facets { ${names.map((name) => `${name} { value count filter }`).join(' ')} }`,
  });
  const buckets = names.flatMap((name) => (facets[name] ?? []).map((bucket) => Object.assign(bucket, { name })));
  for (const { name, value, count, filter: narrowed } of buckets) {
    const { totalCount } = await ask(kind, { filter: narrowed, selection: 'totalCount', paging: 'first: 0' });
    expect(totalCount, `seed ${SEED}, filter ${at}, ${name} ${value}: ${JSON.stringify(narrowed)}`).toBe(count);
    expect(count).toBeGreaterThan(0);
  }
  return buckets.length;
}

async function titlesOf({ sql }: Pick<RandomFilter, 'sql'>): Promise<string[]> {
  const rows = await tables.rows(
    `SELECT tconst FROM all_titles WHERE ${sql} ORDER BY numVotes DESC NULLS LAST, tconst`,
  );
  return rows.map(({ tconst }) => tt(tconst));
}

async function peopleOf({ sql }: Pick<RandomFilter, 'sql'>): Promise<string[]> {
  const rows = await tables.rows(`SELECT nconst FROM all_people WHERE ${sql} ORDER BY credits DESC NULLS LAST, nconst`);
  return rows.map(({ nconst }) => nm(nconst));
}

test.each([
  ['titles', titlesOf],
  ['people', peopleOf],
] as const)('%s under random filters are those of SQL, and so are counts and facets', async (kind, rowsOf) => {
  let [found, buckets] = [0, 0];
  for (let at = 0; at < FILTERS; at += 1) {
    const { filter, sql } = kind === 'titles' ? filters.title() : filters.person();
    const expected = await rowsOf({ sql });
    if (expected.length > 0) found += 1;
    await expectList(kind, { filter, expected, at });
    if (at % FACET_EVERY === 0) buckets += await expectFacets(kind, { filter, at });
  }
  // A generator whose filters fit nothing would test nothing.
  expect(found).toBeGreaterThan(FILTERS / 3);
  expect(buckets).toBeGreaterThan(100);
});

test('facets of all titles are those of SQL, and know no value that nothing has', async () => {
  const { facets } = await ask('titles', {
    filter: {},
    paging: 'first: 0',
    selection: 'facets { genre { value count } type { value count } akaRegion { value count } }',
  });
  const known = Object.entries({ ...GENRES })
    .map(([name, word]) => `WHEN '${word}' THEN '${name}'`)
    .join(' ');
  const genres = await tables.rows(`
    SELECT value, count(DISTINCT tconst)::INTEGER AS count
    FROM (SELECT tconst, CASE word ${known} ELSE 'OTHER' END AS value
      FROM (SELECT tconst, unnest(genres) AS word FROM titles WHERE NOT isAdult)) GROUP BY value`);
  expect(new Set(facets['genre']?.map((bucket) => JSON.stringify(bucket)))).toEqual(
    new Set(genres.map((bucket) => JSON.stringify(bucket))),
  );
  const regions = await tables.rows(`SELECT region AS value, count(DISTINCT tconst)::INTEGER AS count
    FROM akas JOIN titles USING (tconst) WHERE NOT isAdult AND region IS NOT NULL GROUP BY region ORDER BY count DESC, value`);
  expect(facets['akaRegion']).toEqual(regions);
  const sums = facets['type']?.reduce((sum, { count }) => sum + count, 0);
  const [row] = await tables.rows('SELECT count(*)::INTEGER AS count FROM titles WHERE NOT isAdult');
  expect(sums).toBe(row?.['count']);
});

test.each([
  ...Object.keys(TITLE_TYPES).map((name) => ({ types: { any: [name] } })),
  ...Object.keys(GENRES).map((name) => ({ genres: { any: [name] } })),
  ...['EXCLUDE', 'INCLUDE', 'ONLY'].map((adult) => ({ adult })),
  { types: { any: ['OTHER'] } },
  { genres: { any: ['OTHER'] } },
])('the filter %j has rows', async (filter) => {
  const wanted = { adult: 'INCLUDE', ...filter };
  const { totalCount } = await ask('titles', { filter: wanted, selection: 'totalCount', paging: 'first: 0' });
  expect(totalCount).toBeGreaterThan(0);
});

function countsOf(adult: string): string {
  return `{
    titles(filter: { ${adult} }) { totalCount facets { genre { value count } } }
    chart(kind: MOST_VOTED, filter: { ${adult} }) { totalCount }
    people(filter: { credits: { min: 1${adult && ', '}${adult} } }) { totalCount }
  }`;
}

test('adult: null leaves adult titles out, as no word of them does', async () => {
  for (const gateway of [index, parquet]) {
    const [none, nothing, included] = await Promise.all(
      ['', 'adult: null', 'adult: INCLUDE'].map(async (adult) => (await gateway.query(countsOf(adult))).data),
    );
    expect(nothing).toEqual(none);
    for (const list of ['titles', 'chart', 'people']) {
      const countIn = (data: unknown) => (data as Record<string, { totalCount: number }>)[list]?.totalCount;
      expect([list, countIn(nothing)]).not.toEqual([list, countIn(included)]);
    }
  }
});
