import { expect, test } from 'vitest';

import { openBothModes } from '../support/both-modes.ts';
import { demoBuild } from '../support/demo-build.ts';
import { tt } from './tables.ts';

/* Charts against plain SQL over the canonical tables of the demo build. */

const { index, parquet, tables } = await openBothModes((await demoBuild(0.001)).folders);

interface Entry {
  rank: number;
  weightedRating: number;
  rating: { average: number; votes: number };
  title: { id: string };
}
interface Chart {
  kind: string;
  formula: string;
  minVotes: number;
  meanRating: number | null;
  totalCount: number;
  nodes: Entry[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

const CHART = `query ($kind: ChartKind!, $filter: TitleFilter, $minVotes: Int, $first: Int, $after: String, $last: Int,
    $before: String, $offset: Int) {
  chart(kind: $kind, filter: $filter, minVotes: $minVotes, first: $first, after: $after, last: $last, before: $before,
      offset: $offset) {
    kind formula minVotes meanRating totalCount
    nodes { rank weightedRating rating { average votes } title { id } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

async function chart(variables: Record<string, unknown>, gateway = index): Promise<Chart> {
  const { data, errors } = await gateway.query(CHART, variables);
  expect(errors, JSON.stringify(variables)).toBeUndefined();
  return (data as { chart: Chart }).chart;
}

const MOVIES = `titleType IN ('movie', 'tvMovie')`;
const BEST = 'weighted DESC, numVotes DESC, tconst';

interface Case {
  kind: string;
  filter?: unknown;
  minVotes: number;
  where: string;
  order: string;
}

const CASES: Case[] = [
  { kind: 'TOP_RATED_MOVIES', minVotes: 20, where: `${MOVIES} AND NOT isAdult`, order: BEST },
  {
    kind: 'TOP_RATED_MOVIES',
    minVotes: 5,
    filter: { year: { min: 1980, max: 1999 }, genres: { any: ['DRAMA', 'COMEDY'] }, adult: 'INCLUDE' },
    where: `${MOVIES} AND startYear BETWEEN 1980 AND 1999 AND list_has_any(genres, ['Drama', 'Comedy'])`,
    order: BEST,
  },
  {
    kind: 'TOP_RATED_SERIES',
    minVotes: 1,
    where: `titleType IN ('tvSeries', 'tvMiniSeries') AND NOT isAdult`,
    order: BEST,
  },
  { kind: 'MOST_VOTED', minVotes: 10, where: 'NOT isAdult', order: 'numVotes DESC, weighted DESC, tconst' },
  {
    kind: 'LOWEST_RATED',
    minVotes: 30,
    filter: { adult: 'ONLY' },
    where: 'isAdult',
    order: 'weighted, numVotes DESC, tconst',
  },
];

test.each(CASES)('chart of $kind under $filter is that of SQL', async ({ kind, filter, minVotes, where, order }) => {
  const rows = await tables.rows<{ tconst: number; weighted: number; mean: number }>(`
    WITH candidates AS (
      SELECT tconst, averageRating::DOUBLE AS rating, numVotes FROM titles JOIN ratings USING (tconst)
      WHERE numVotes >= ${minVotes} AND ${where}),
    mean AS (SELECT sum(round(rating * 10)::BIGINT)::DOUBLE / 10 / count(*) AS mean FROM candidates)
    SELECT tconst, mean, (numVotes * rating + ${minVotes}::DOUBLE * mean) / (numVotes + ${minVotes}::DOUBLE) AS weighted,
      numVotes
    FROM candidates, mean ORDER BY ${order}`);
  expect(rows.length).toBeGreaterThan(12);
  const ids = rows.map(({ tconst }) => tt(tconst));
  const asked = { kind, filter, minVotes };

  const first = await chart({ ...asked, first: 5 });
  expect(first).toMatchObject({ kind, minVotes, totalCount: rows.length });
  expect(first.meanRating).toBeCloseTo(rows[0]?.mean ?? 0, 10);
  expect(first.nodes.map(({ title, rank }) => [rank, title.id])).toEqual(ids.slice(0, 5).map((id, at) => [at + 1, id]));
  for (const { weightedRating, rating } of first.nodes) {
    const all = rating.votes + minVotes;
    const byFormula = (rating.votes / all) * rating.average + (minVotes / all) * (first.meanRating ?? 0);
    expect(weightedRating).toBeCloseTo(byFormula, 10);
  }
  const second = await chart({ ...asked, first: 5, after: first.pageInfo.endCursor });
  expect(second.nodes.map(({ title, rank }) => [rank, title.id])).toEqual(
    ids.slice(5, 10).map((id, at) => [at + 6, id]),
  );
  const back = await chart({ ...asked, last: 2, before: second.pageInfo.startCursor });
  expect(back.nodes).toEqual(first.nodes.slice(3));
  const jumped = await chart({ ...asked, first: 5, offset: 5 });
  expect(jumped.nodes).toEqual(second.nodes);
  const end = await chart({ ...asked, last: 3 });
  expect(end.nodes.map(({ rank }) => rank)).toEqual([rows.length - 2, rows.length - 1, rows.length]);
  expect(end.nodes.map(({ title }) => title.id)).toEqual(ids.slice(-3));
  expect(await chart({ ...asked, first: 5 }, parquet)).toEqual(first);
});

test('chart of nothing is empty and has no mean', async () => {
  const empty = await chart({ kind: 'MOST_VOTED', minVotes: 2_000_000_000 });
  expect(empty).toMatchObject({ nodes: [], totalCount: 0, meanRating: null });
});

test('chart asks for 1,000 votes unless told otherwise', async () => {
  expect(await chart({ kind: 'MOST_VOTED' })).toMatchObject({ minVotes: 1000 });
});

test.each([
  [{ minVotes: -1 }, 'minVotes: -1 is too few'],
  [{ minVotes: 0 }, 'minVotes: 0 is too few'],
  [{ first: 101 }, 'first: 101 is more'],
  [{ filter: { votes: { min: 3, max: 2 } } }, 'filter.votes: min 3 is greater'],
])('chart refuses %j', async (variables, message) => {
  const { errors } = await index.query(CHART, { kind: 'MOST_VOTED', ...variables });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(errors?.[0]?.message).toContain(message);
});

test('chart refuses the cursor of another chart', async () => {
  const { pageInfo } = await chart({ kind: 'MOST_VOTED', minVotes: 10, first: 1 });
  const { errors } = await index.query(CHART, { kind: 'LOWEST_RATED', minVotes: 10, after: pageInfo.endCursor });
  expect(errors?.[0]?.message).toContain('another list');
});
