import { expect, test } from 'vitest';

import { openBothModes } from '../../support/both-modes.ts';
import { buildOf } from '../source-files.ts';
import { tt } from '../tables.ts';
import { madeLines } from './made-lines.ts';

/* Grids against plain SQL over the canonical tables. */

const SERIES = 6;
const lines = madeLines({ titles: 160, people: 3, series: SERIES, episodes: 150, credits: 1 });
const LONG = 900_000;
const EMPTY = 800_000;
const long = Array.from({ length: 130 }, (_, at) => at);
const { index, parquet, tables } = await openBothModes(
  await buildOf(
    {
      ...lines,
      'title.basics': [
        ...(lines['title.basics'] ?? []),
        ...[EMPTY, LONG, ...long.map((at) => LONG + 1 + at)].map((id) =>
          [tt(id), id <= LONG ? 'tvSeries' : 'tvEpisode', 'Long', 'Long', 0, 2000, '\\N', '\\N', '\\N'].join('\t'),
        ),
      ],
      // Each of its numbers is 100 after the one before, which leaves 99 that are missing.
      'title.episode': [
        ...(lines['title.episode'] ?? []),
        ...long.map((at) => [tt(LONG + 1 + at), tt(LONG), 1, 100 * at].join('\t')),
      ],
    },
    'rating-grid',
  ),
);

interface Cell {
  seasonNumber: number | null;
  episodeNumber: number | null;
  state: string;
  episode: { id: string } | null;
  rating: { average: number; votes: number } | null;
}

interface Summary {
  average: number | null;
  best: Cell | null;
  worst: Cell | null;
  trend: number | null;
}

interface Season extends Summary {
  number: number | null;
  episodes: Cell[];
}

interface Grid extends Summary {
  seasons: Season[];
  votes: number;
  missing: number;
  unrated: number;
  isComplete: boolean;
}

const CELL = '{ seasonNumber episodeNumber state episode { id } rating { average votes } }';
const SUMMARY = `average best ${CELL} worst ${CELL} trend`;

async function gridOf(id: number): Promise<Grid> {
  const query = `{ title(id: "${tt(id)}") { ... on Series { ratingGrid {
    seasons { number episodes ${CELL} ${SUMMARY} } ${SUMMARY} votes missing unrated isComplete } } } }`;
  const { data, errors } = await index.query(query);
  expect(errors).toBeUndefined();
  expect((await parquet.query(query)).data).toEqual(data);
  return (data as { title: { ratingGrid: Grid } }).title.ratingGrid;
}

const EPISODES = `(SELECT tconst, seasonNumber, episodeNumber, averageRating::DOUBLE AS average, numVotes AS votes
  FROM episodes JOIN titles USING (tconst) LEFT JOIN ratings USING (tconst) WHERE parentTconst = $1)`;

/** All cells in their order. */
async function cellsBySql(id: number): Promise<unknown[]> {
  const rows = await tables.rows<Record<string, number | null>>(
    `WITH known AS ${EPISODES},
     following AS (SELECT seasonNumber, episodeNumber, lead(episodeNumber) OVER (PARTITION BY seasonNumber ORDER BY episodeNumber) AS next
       FROM (SELECT DISTINCT seasonNumber, episodeNumber FROM known WHERE seasonNumber IS NOT NULL AND episodeNumber IS NOT NULL)),
     missing AS (SELECT NULL AS tconst, seasonNumber, unnest(range(episodeNumber + 1, next)) AS episodeNumber, NULL AS average, NULL AS votes
       FROM following WHERE next - episodeNumber <= 101)
     SELECT * FROM (FROM known UNION ALL FROM missing) ORDER BY seasonNumber NULLS LAST, episodeNumber NULLS LAST, tconst`,
    [id],
  );
  return rows.map(({ tconst, seasonNumber, episodeNumber, average, votes }) => ({
    seasonNumber,
    episodeNumber: episodeNumber === null ? null : Number(episodeNumber),
    state: tconst === null ? 'MISSING' : average === null ? 'UNRATED' : 'RATED',
    episode: tconst === null ? null : { id: tt(tconst) },
    rating: average === null ? null : { average, votes },
  }));
}

/** Of a series, or of a season; `season` is SQL. */
async function summaryBySql(id: number, season = 'true') {
  const placed = `(SELECT *, CASE WHEN seasonNumber IS NOT NULL AND episodeNumber IS NOT NULL
      THEN dense_rank() OVER (PARTITION BY episodeNumber IS NULL ORDER BY seasonNumber NULLS LAST, episodeNumber) END AS place
    FROM ${EPISODES} WHERE ${season})`;
  const order = 'votes DESC, seasonNumber NULLS LAST, episodeNumber NULLS LAST, tconst';
  const [row] = await tables.rows<Record<string, number | null>>(
    `SELECT avg(average) AS average, coalesce(sum(votes), 0)::INTEGER AS votes,
       CASE WHEN count(DISTINCT place) FILTER (average IS NOT NULL) > 1 THEN regr_slope(average, place) END AS trend,
       count(*) FILTER (average IS NULL) AS unrated,
       (SELECT tconst FROM ${placed} WHERE average IS NOT NULL ORDER BY average DESC, ${order} LIMIT 1) AS best,
       (SELECT tconst FROM ${placed} WHERE average IS NOT NULL ORDER BY average, ${order} LIMIT 1) AS worst
     FROM ${placed}`,
    [id],
  );
  if (row === undefined) throw new Error('no row');
  return row;
}

function expectSummary({ average, best, worst, trend }: Summary, wanted: Record<string, number | null>): void {
  expect([best, worst].map((cell) => cell?.episode?.id ?? null)).toEqual(
    [wanted['best'], wanted['worst']].map((id) => (id == null ? null : tt(id))),
  );
  for (const [found, other] of [
    [average, wanted['average']],
    [trend, wanted['trend']],
  ] as const) {
    if (other == null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(other, 9);
  }
}

test.each(Array.from({ length: SERIES }, (_, at) => at + 1))(
  'rating grid of series %i equals plain SQL',
  async (id) => {
    const grid = await gridOf(id);
    const cells = grid.seasons.flatMap(({ episodes }) => episodes);
    expect(cells).toEqual(await cellsBySql(id));
    for (const { number, ...season } of grid.seasons) {
      expect(season.episodes.every(({ seasonNumber }) => seasonNumber === number)).toBe(true);
      expectSummary(season, await summaryBySql(id, `seasonNumber IS NOT DISTINCT FROM ${String(number)}`));
    }
    const wanted = await summaryBySql(id);
    expectSummary(grid, wanted);
    expect(grid.votes).toBe(wanted['votes']);
    expect(grid.unrated).toBe(Number(wanted['unrated']));
    expect(grid.missing).toBe(cells.filter(({ state }) => state === 'MISSING').length);
  },
);

test('rating grids have every kind of cell, seasons without a number last, and numbers too far apart', async () => {
  const grids = await Promise.all(Array.from({ length: SERIES }, (_, at) => gridOf(at + 1)));
  const cells = grids.flatMap(({ seasons }) => seasons.flatMap(({ episodes }) => episodes));
  expect(new Set(cells.map(({ state }) => state))).toEqual(new Set(['RATED', 'UNRATED', 'MISSING']));
  expect(grids.some(({ seasons }) => seasons.at(-1)?.number === null)).toBe(true);
  expect(grids.some(({ isComplete }) => !isComplete)).toBe(true);
});

test('rating grid has at most 5,000 missing cells, and all of its episodes', async () => {
  const grid = await gridOf(LONG);
  const cells = grid.seasons.flatMap(({ episodes }) => episodes);
  expect(cells.filter(({ state }) => state === 'UNRATED')).toHaveLength(130);
  expect(grid.missing).toBe(99 * 50);
  expect(grid).toMatchObject({ isComplete: false, average: null, best: null, worst: null, trend: null, votes: 0 });
});

test('rating grid of a series without episodes is empty and complete', async () => {
  expect(await gridOf(EMPTY)).toEqual({
    seasons: [],
    average: null,
    best: null,
    worst: null,
    trend: null,
    votes: 0,
    missing: 0,
    unrated: 0,
    isComplete: true,
  });
});
