import { readFileSync } from 'node:fs';
import { cp, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { readChart } from '../../src/store/charts/chart.ts';
import type { SearchIndex } from '../../src/store/search/terms/search-index.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { sourceFile } from '../../src/dataset/sources/imdb.ts';
import { openBothModes } from '../support/both-modes.ts';
import { demoBuild } from '../support/demo-build.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { ingestInto } from '../support/ingest.ts';
import { tt } from './tables.ts';

/* Places in charts by the ratings of the build before, against plain SQL, where the second night has others. */

const RATINGS = sourceFile('title.ratings');

/** The demo data, and a night later: ratings have moved up and down, some titles have lost theirs, others got one. */
async function twoNights(): Promise<Folders> {
  const { files } = await demoBuild(0.001);
  const from = newFolder('nights');
  await cp(files, from, { recursive: true });
  const path = join(from, RATINGS);
  const [header = '', ...lines] = gunzipSync(readFileSync(path)).toString().trimEnd().split('\n');
  const rows = lines.map((line) => line.split('\t') as [string, string, string]);
  const folders = foldersIn(newFolder('rank-changes'));
  const night = async (ratings: readonly (readonly string[])[]): Promise<void> => {
    await writeFile(path, gzipSync([header, ...ratings.map((row) => row.join('\t')), ''].join('\n')));
    expect(await ingestInto(folders, { from })).toMatchObject({ status: 'promoted' });
  };
  await night(rows.filter((_, at) => at % 10 !== 0));
  await night(
    rows
      .filter((_, at) => at % 10 !== 1)
      .map(([id, average, votes], at) => [
        id,
        Math.min(10, Math.max(1, Number(average) + (at % 7) / 10 - 0.3)).toFixed(1),
        String(Number(votes) + (at % 3) * 5),
      ]),
  );
  return folders;
}

const { index, parquet, tables } = await openBothModes(await twoNights());

interface Place {
  rank: number;
  previousRank: number | null;
  rankChange: number | null;
  title: { id: string };
}

const CHART = `query ($kind: ChartKind!, $filter: TitleFilter, $minVotes: Int, $first: Int, $after: String, $last: Int,
    $offset: Int) {
  chart(kind: $kind, filter: $filter, minVotes: $minVotes, first: $first, after: $after, last: $last, offset: $offset) {
    nodes { rank previousRank rankChange title { id } }
    pageInfo { hasNextPage endCursor }
  }
}`;

interface Page {
  nodes: Place[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

async function chart(variables: Record<string, unknown>, gateway = index): Promise<Page> {
  const { data, errors } = await gateway.query(CHART, variables);
  expect(errors, JSON.stringify(variables)).toBeUndefined();
  return (data as { chart: Page }).chart;
}

const MOVIES = `titleType IN ('movie', 'tvMovie') AND NOT isAdult`;
const BEST = 'weighted DESC, numVotes DESC, tconst';

/** Of the ratings in a table: each title with its place. */
const placesIn = (table: string, { minVotes, where, order }: { minVotes: number; where: string; order: string }) => `(
  WITH candidates AS (
    SELECT tconst, averageRating::DOUBLE AS rating, numVotes
    FROM titles JOIN ${table} USING (tconst) WHERE numVotes >= ${minVotes} AND ${where}),
  mean AS (SELECT sum(round(rating * 10)::BIGINT)::DOUBLE / 10 / count(*) AS mean FROM candidates),
  weights AS (
    SELECT tconst, numVotes, (numVotes * rating + ${minVotes}::DOUBLE * mean) / (numVotes + ${minVotes}::DOUBLE) AS weighted
    FROM candidates, mean)
  SELECT tconst, row_number() OVER (ORDER BY ${order})::INTEGER AS place FROM weights)`;

test.each([
  { kind: 'TOP_RATED_MOVIES', minVotes: 20, where: MOVIES, order: BEST },
  {
    kind: 'TOP_RATED_MOVIES',
    minVotes: 5,
    filter: { year: { min: 1980, max: 2009 }, genres: { any: ['DRAMA', 'COMEDY'] }, rating: { min: 5.5, max: 8 } },
    where: `${MOVIES} AND startYear BETWEEN 1980 AND 2009 AND list_has_any(genres, ['Drama', 'Comedy'])
      AND averageRating BETWEEN 5.5 AND 8`,
    order: BEST,
  },
  {
    kind: 'TOP_RATED_SERIES',
    minVotes: 1,
    filter: { hasRating: true },
    where: `titleType IN ('tvSeries', 'tvMiniSeries') AND NOT isAdult`,
    order: BEST,
  },
  { kind: 'MOST_VOTED', minVotes: 10, where: 'NOT isAdult', order: 'numVotes DESC, weighted DESC, tconst' },
  {
    // Titles of a text are looked up first, and then named by their keys.
    kind: 'LOWEST_RATED',
    minVotes: 5,
    filter: { adult: 'INCLUDE', primaryTitle: { contains: 'a' }, votes: { min: 8, max: 400 } },
    where: `contains(lower(coalesce(primaryTitle, originalTitle)), 'a') AND numVotes BETWEEN 8 AND 400`,
    order: 'weighted, numVotes DESC, tconst',
  },
])('places of $kind under $filter, now and before, are those of SQL', async ({ kind, filter, ...set }) => {
  const rows = await tables.rows<{ tconst: number; rank: number; previous: number | null }>(`
    SELECT now.tconst, now.place AS rank, before.place AS previous
    FROM ${placesIn('ratings', set)} AS now LEFT JOIN ${placesIn('ratings_before', set)} AS before USING (tconst)
    ORDER BY now.place`);
  const changes = rows.flatMap(({ rank, previous }) => (previous === null ? [] : [previous - rank]));
  for (const found of [changes.some((change) => change > 0), changes.some((change) => change < 0)]) {
    expect(found).toBe(true);
  }
  expect(changes.length).toBeLessThan(rows.length);
  const expected = rows.map(({ tconst, rank, previous }) => ({
    rank,
    previousRank: previous,
    rankChange: previous === null ? null : previous - rank,
    title: { id: tt(tconst) },
  }));
  const asked = { kind, filter, minVotes: set.minVotes };
  const nodes: Place[] = [];
  for (let page: Page | undefined; page === undefined || page.pageInfo.hasNextPage; nodes.push(...page.nodes)) {
    page = await chart({ ...asked, first: 100, after: page?.pageInfo.endCursor });
  }
  expect(nodes).toEqual(expected);
  expect((await chart({ ...asked, last: 7 })).nodes).toEqual(expected.slice(-7));
  expect((await chart({ ...asked, first: 4, offset: 6 })).nodes).toEqual(expected.slice(6, 10));
  expect((await chart({ ...asked, first: 100 }, parquet)).nodes).toEqual(expected.slice(0, 100));
});

test('earlier places are read for a page at once, and only when they are asked for', async () => {
  const lease = index.store.acquire();
  if (lease === null) throw new Error('there is no build');
  const asked: string[] = [];
  const queries: SearchIndex = {
    ...lease.readers.queries,
    rows(query) {
      asked.push(query.text);
      return lease.readers.queries.rows(query);
    },
  };
  const wanted = { kind: 'MOST_VOTED', filter: { adult: 'EXCLUDE' }, minVotes: 10 } as const;
  const { entries } = await readChart({ ...lease.readers, queries }, wanted);
  const { rows } = await entries.page({ limit: 20, backward: false });
  expect(rows).toHaveLength(20);
  expect(asked.filter((sql) => sql.includes('ratings_before'))).toEqual([]);
  asked.length = 0;
  const places = await Promise.all(rows.map(({ item }) => item.previousRank()));
  await rows[0]?.item.previousRank();
  expect(new Set(places).size).toBeGreaterThan(10);
  // Its mean, then the places.
  expect(asked).toHaveLength(2);
  lease.release();
});
