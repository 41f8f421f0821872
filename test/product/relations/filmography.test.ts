import { expect, test } from 'vitest';

import { nm, tt } from '../tables.ts';
import { openPeople } from './made-people.ts';

/* Credits of which the episodes are folded, against plain SQL over the canonical tables. */

const { index, parquet, tables } = await openPeople('filmography');
const PEOPLE = [1, 2, 5, 8];

interface Credit {
  title: { id: string } | null;
  category: string;
  billingOrder: number;
  job: string | null;
  characters: string[] | null;
  episodeCount: number | null;
}

interface List {
  totalCount: number;
  nodes: Credit[];
  pageInfo: { endCursor: string | null; startCursor: string | null; hasNextPage: boolean };
}

async function read(id: number, args: string): Promise<List> {
  const query = `{ person(id: "${nm(id)}") { credits(episodes: BY_SERIES, ${args}) { totalCount
    nodes { title { id } categoryName billingOrder job characters episodeCount }
    pageInfo { endCursor startCursor hasNextPage } } } }`;
  const { data, errors } = await index.query(query);
  expect(errors, query).toBeUndefined();
  expect((await parquet.query(query)).data, query).toEqual(data);
  return (data as { person: { credits: List } }).person.credits;
}

/** All rows, by pages. */
async function walk(id: number, args: string): Promise<Credit[]> {
  const first = await read(id, `${args} first: 500`);
  const rows = first.nodes;
  for (let page = first; page.pageInfo.hasNextPage;) {
    page = await read(id, `${args} first: 37, after: "${page.pageInfo.endCursor}"`);
    rows.push(...page.nodes);
  }
  expect(rows).toHaveLength(first.totalCount);
  return rows;
}

const ORDERS = {
  'YEAR DESC': 'startYear DESC NULLS LAST',
  'VOTES DESC': 'numVotes DESC NULLS LAST',
  'RATING ASC': 'averageRating ASC NULLS LAST',
  'BILLING ASC': 'ordering',
} as const;

async function bySql(id: number, { where, order }: { where: string; order: keyof typeof ORDERS }): Promise<unknown[]> {
  const rows = await tables.rows<Record<string, never>>(
    `WITH credits AS (
       SELECT p.tconst, p.ordering, p.category, p.job, p.characters, e.parentTconst AS series,
         coalesce(t.titleType = 'tvEpisode' AND s.titleType IN ('tvSeries', 'tvMiniSeries'), false) AS folds
       FROM principals p LEFT JOIN titles t USING (tconst) LEFT JOIN episodes e USING (tconst)
       LEFT JOIN titles s ON s.tconst = e.parentTconst WHERE nconst = $1),
     own AS (SELECT *, row_number() OVER (PARTITION BY tconst, category ORDER BY ordering) AS nth FROM credits WHERE NOT folds),
     groups AS (SELECT series, category, count(DISTINCT tconst) AS episodes, min((tconst, ordering)) AS first
       FROM credits WHERE folds GROUP BY ALL),
     shown AS (
       SELECT own.tconst AS shown, own.category, own.tconst, ordering, job, characters,
         CASE WHEN nth = 1 THEN episodes END AS episodes
       FROM own LEFT JOIN groups ON groups.series = own.tconst AND groups.category = own.category
       UNION ALL
       SELECT groups.series, groups.category, credits.tconst, credits.ordering, job, characters, episodes
       FROM groups JOIN credits ON (credits.tconst, credits.ordering) = groups.first
       WHERE NOT EXISTS (SELECT 1 FROM own WHERE own.tconst = groups.series AND own.category = groups.category))
     SELECT shown.*, titleType IS NOT NULL AS isThere, numVotes, averageRating, startYear
     FROM shown LEFT JOIN titles ON titles.tconst = shown.shown
       LEFT JOIN ratings ON ratings.tconst = titles.tconst
     WHERE ${where} ORDER BY ${ORDERS[order]}, shown, ordering, shown.tconst`,
    [id],
  );
  return rows.map(({ shown, isThere, category, ordering, job, characters, episodes }) => ({
    title: isThere ? { id: tt(shown) } : null,
    categoryName: category,
    billingOrder: ordering,
    job,
    characters,
    episodeCount: episodes === null ? null : Number(episodes),
  }));
}

const FILTERS = {
  '': 'true',
  'categories: [ACTOR, OTHER],': "category IN ('actor', 'choir')",
  'titleTypes: [TV_SERIES, MOVIE],': "titleType IN ('tvSeries', 'movie')",
  'titleTypes: [TV_EPISODE], categories: [SELF],': "titleType = 'tvEpisode' AND category = 'self'",
} as const;

const cases = PEOPLE.flatMap((id) =>
  Object.entries(FILTERS).flatMap(([args, where]) =>
    (Object.keys(ORDERS) as (keyof typeof ORDERS)[]).map((order) => ({ id, args, where, order })),
  ),
);

test.each(cases)('credits by series of $id with $args in the order $order equal plain SQL', async (one) => {
  const { id, args, where, order } = one;
  const [field, direction] = order.split(' ');
  const found = await walk(id, `${args} orderBy: [{ field: ${field}, direction: ${direction} }]`);
  expect(found).toEqual(await bySql(id, { where, order }));
});

test('credits by series have all kinds of rows', async () => {
  const rows = await walk(1, '');
  expect(rows.some(({ episodeCount }) => (episodeCount ?? 0) > 20)).toBe(true);
  expect(rows.some(({ title }) => title === null)).toBe(true);
  const [row] = await tables.rows<{ episodes: string }>(
    `SELECT count(DISTINCT tconst) AS episodes FROM principals JOIN titles USING (tconst) WHERE nconst = 1 AND titleType = 'tvEpisode'`,
  );
  // So many that their series are found by one query.
  expect(Number(row?.episodes)).toBeGreaterThan(500);
});

test('credits by series have cursors of their own', async () => {
  const { pageInfo } = await read(1, 'first: 3');
  const { errors } = await index.query(
    `{ person(id: "nm0000001") { credits(first: 3, after: "${pageInfo.endCursor}") { totalCount } } }`,
  );
  expect(errors?.[0]?.message).toMatch(/made in another list/);
});

test('credits by series page backward to the first row', async () => {
  const rows = await walk(2, '');
  const { pageInfo, nodes } = await read(2, 'last: 4');
  expect(nodes).toEqual(rows.slice(-4));
  expect((await read(2, `last: 3, before: "${pageInfo.startCursor}"`)).nodes).toEqual(rows.slice(-7, -4));
});

test('credits as a list have no count of episodes', async () => {
  const { data } = await index.query('{ person(id: "nm0000002") { credits(first: 500) { nodes { episodeCount } } } }');
  const { nodes } = (data as { person: { credits: { nodes: { episodeCount: null }[] } } }).person.credits;
  expect(new Set(nodes.map(({ episodeCount }) => episodeCount))).toEqual(new Set([null]));
});
