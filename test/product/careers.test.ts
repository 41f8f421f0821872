import { expect, test } from 'vitest';

import { openBothModes } from '../support/both-modes.ts';
import { demoBuild } from '../support/demo-build.ts';
import { nm, tt } from './tables.ts';

/* People by category, and series by size, against plain SQL over the canonical tables of the demo build. */

const { index, parquet, tables } = await openBothModes((await demoBuild(0.001)).folders);

interface Career {
  person: { id: string };
  titles: number;
  ratedTitles: number;
  meanRating: number | null;
  votes: number;
}
interface List {
  totalCount: number;
  nodes: Career[];
  pageInfo: { hasNextPage: boolean; startCursor: string; endCursor: string };
}

const CAREERS = `query ($category: CreditCategory!, $titleTypes: [TitleType!], $adult: AdultContent = EXCLUDE,
    $minTitles: Int, $minRatedTitles: Int, $orderBy: CareerOrderField = TITLES, $first: Int, $after: String,
    $last: Int, $before: String) {
  careers(category: $category, titleTypes: $titleTypes, adult: $adult, minTitles: $minTitles,
      minRatedTitles: $minRatedTitles, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    totalCount nodes { person { id } titles ratedTitles meanRating votes } pageInfo { hasNextPage startCursor endCursor }
  }
}`;

async function careers(variables: Record<string, unknown>, gateway = index): Promise<List> {
  const { data, errors } = await gateway.query(CAREERS, variables);
  expect(errors, JSON.stringify(variables)).toBeUndefined();
  return (data as { careers: List }).careers;
}

const MEAN_FIRST = 'meanRating DESC NULLS LAST, votes DESC, ratedTitles DESC, titles DESC, nconst';

test.each([
  { asked: { category: 'ACTOR' }, where: `category = 'actor' AND NOT isAdult`, having: 'true' },
  {
    asked: { category: 'DIRECTOR', titleTypes: ['MOVIE', 'TV_MOVIE'], minRatedTitles: 2, orderBy: 'MEAN_RATING' },
    where: `category = 'director' AND titleType IN ('movie', 'tvMovie') AND NOT isAdult`,
    having: 'ratedTitles >= 2',
    order: MEAN_FIRST,
  },
  {
    asked: { category: 'DIRECTOR', minTitles: 2, orderBy: 'MEAN_RATING', adult: 'INCLUDE' },
    where: `category = 'director'`,
    having: 'titles >= 2',
    order: MEAN_FIRST,
  },
  {
    asked: { category: 'ACTRESS', adult: 'ONLY', orderBy: 'VOTES' },
    where: `category = 'actress' AND isAdult`,
    having: 'true',
    order: 'votes DESC, titles DESC, meanRating DESC NULLS LAST, ratedTitles DESC, nconst',
  },
])('careers of $asked are those of SQL', async ({ asked, where, having, order }) => {
  const rows = await tables.rows<Record<string, number>>(`
    WITH done AS (
      SELECT DISTINCT nconst, tconst, round(averageRating * 10)::INTEGER AS tenths, numVotes
      FROM principals JOIN titles USING (tconst) JOIN (SELECT nconst FROM names) USING (nconst)
      LEFT JOIN ratings USING (tconst)
      WHERE titleType <> 'tvEpisode' AND ${where})
    SELECT nconst, count(*)::INTEGER AS titles, count(tenths)::INTEGER AS ratedTitles,
      sum(tenths)::DOUBLE / 10 / nullif(count(tenths), 0) AS meanRating, coalesce(sum(numVotes), 0)::INTEGER AS votes
    FROM done GROUP BY nconst HAVING ${having}
    ORDER BY ${order ?? 'titles DESC, votes DESC, meanRating DESC NULLS LAST, ratedTitles DESC, nconst'}`);
  expect(rows.length).toBeGreaterThan(12);
  const expected = rows.map(({ nconst, meanRating, ...rest }) => ({
    person: { id: nm(nconst) },
    ...rest,
    meanRating: meanRating === null ? null : expect.closeTo(Number(meanRating), 10),
  }));
  const first = await careers({ ...asked, first: 6 });
  expect(first.totalCount).toBe(rows.length);
  expect(first.nodes).toEqual(expected.slice(0, 6));
  const second = await careers({ ...asked, first: 6, after: first.pageInfo.endCursor });
  expect(second.nodes).toEqual(expected.slice(6, 12));
  const back = await careers({ ...asked, last: 2, before: second.pageInfo.startCursor });
  expect(back.nodes).toEqual(first.nodes.slice(4));
  expect((await careers({ ...asked, last: 3 })).nodes).toEqual(expected.slice(-3));
  expect(await careers({ ...asked, first: 6 }, parquet)).toEqual(first);
});

test.each([
  [{ minTitles: 0 }, 'minTitles: 0 is too few'],
  [{ minRatedTitles: -1 }, 'minRatedTitles: -1 is too few'],
  [{ titleTypes: ['MOVIE', 'TV_EPISODE'] }, 'careers do not count episodes'],
  [{ first: 101 }, 'first: 101 is more'],
])('careers refuse %j', async (variables, message) => {
  const { errors } = await index.query(CAREERS, { category: 'ACTOR', ...variables });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  expect(errors?.[0]?.message).toContain(message);
});

test.each(['DESC', 'ASC'])('series by number of episodes %s are those of SQL', async (direction) => {
  const rows = await tables.rows(`
    SELECT tconst FROM titles LEFT JOIN (
      SELECT parentTconst AS tconst, count(*) AS episodes
      FROM episodes JOIN titles USING (tconst) WHERE titleType = 'tvEpisode' GROUP BY parentTconst
    ) USING (tconst)
    WHERE titleType IN ('tvSeries', 'tvMiniSeries') AND NOT isAdult ORDER BY episodes ${direction} NULLS LAST, tconst`);
  const ids = rows.map(({ tconst }) => tt(tconst));
  const query = `query ($after: String) { titles(
    filter: { types: { any: [TV_SERIES, TV_MINI_SERIES] } }, orderBy: [{ field: EPISODES, direction: ${direction} }],
    first: 10, after: $after) { totalCount nodes { id } pageInfo { endCursor } } }`;
  for (const gateway of [index, parquet]) {
    let after: string | null = null;
    for (const start of [0, 10]) {
      const { data, errors } = await gateway.query(query, { after });
      expect(errors).toBeUndefined();
      const { titles } = data as {
        titles: { totalCount: number; nodes: { id: string }[]; pageInfo: { endCursor: string } };
      };
      expect(titles.totalCount).toBe(ids.length);
      expect(titles.nodes.map(({ id }) => id)).toEqual(ids.slice(start, start + 10));
      after = titles.pageInfo.endCursor;
    }
  }
});
