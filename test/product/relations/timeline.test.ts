import { expect, test } from 'vitest';

import { CREDIT_CATEGORIES, GENRES, TITLE_TYPES } from '../../../src/dataset/words/vocabulary.ts';
import { nm, tt } from '../tables.ts';
import { openPeople, PEOPLE } from './made-people.ts';

/* What a person has done, by years and in numbers, against plain SQL over the canonical tables. */

const { index, parquet, tables } = await openPeople('timeline');
const IDS = PEOPLE.filter((id) => id <= 8);

interface Period {
  startYear: number;
  endYear: number;
  titles: number;
  credits: number;
  rating: { average: number; votes: number } | null;
  bestTitle: { id: string; primaryTitle: string } | null;
}

interface Timeline {
  periods: Period[];
  gaps: { startYear: number; endYear: number }[];
  undated: number;
}

async function ask<T>(id: number, field: string): Promise<T> {
  const query = `{ person(id: "${nm(id)}") { field: ${field} } }`;
  const { data, errors } = await index.query(query);
  expect(errors, query).toBeUndefined();
  expect((await parquet.query(query)).data, query).toEqual(data);
  return (data as { person: { field: T } }).person.field;
}

const CATEGORIES = {
  '': 'true',
  ', category: ACTOR': "category = 'actor'",
  ', category: OTHER': "category = 'choir'",
  ', category: COMPOSER': "category = 'composer'",
} as const;

const cases = IDS.flatMap((id) =>
  (['YEAR', 'DECADE'] as const).flatMap((by) =>
    Object.entries(CATEGORIES).map(([args, where]) => ({ id, by, args, where })),
  ),
);

test.each(cases)('timeline of $id by $by with $args equals plain SQL', async ({ id, by, args, where }) => {
  const found = await ask<Timeline>(
    id,
    `timeline(by: ${by}${args}) { periods { startYear endYear titles credits rating { average votes }
      bestTitle { id primaryTitle } } gaps { startYear endYear } undated }`,
  );
  const length = by === 'YEAR' ? 1 : 10;
  const rows = await tables.rows<Record<string, number | null>>(
    `WITH own AS (SELECT tconst, count(*) AS credits, any_value(startYear) // ${length} * ${length} AS start,
        any_value(if(titles.tconst IS NULL, NULL, averageRating))::DOUBLE AS average,
        any_value(if(titles.tconst IS NULL, NULL, numVotes)) AS votes
      FROM principals LEFT JOIN titles USING (tconst) LEFT JOIN ratings USING (tconst)
      WHERE nconst = $1 AND ${where} GROUP BY tconst)
     SELECT start, count(*)::INTEGER AS titles, sum(credits)::INTEGER AS credits, sum(average * votes) / nullif(sum(votes), 0) AS average,
       sum(votes)::INTEGER AS votes, first(tconst ORDER BY average DESC, votes DESC, tconst) FILTER (average IS NOT NULL) AS best
     FROM own GROUP BY start ORDER BY start NULLS LAST`,
    [id],
  );
  const dated = rows.filter(({ start }) => start !== null);
  expect(
    found.periods.map(({ rating: _rating, bestTitle, ...period }) => ({ ...period, best: bestTitle?.id ?? null })),
  ).toEqual(
    dated.map(({ start, titles, credits, best }) => ({
      startYear: start,
      endYear: Number(start) + length - 1,
      titles,
      credits,
      best: best === null ? null : tt(best),
    })),
  );
  for (const [at, { rating }] of found.periods.entries()) {
    const { average = null, votes = null } = dated[at] ?? {};
    if (average === null) expect(rating).toBeNull();
    else expect(rating?.average).toBeCloseTo(average, 9);
    if (average !== null) expect(rating?.votes).toBe(votes);
  }
  expect(found.undated).toBe(rows.find(({ start }) => start === null)?.titles ?? 0);
  const years = dated.map(({ start }) => Number(start));
  const between = years.slice(1).map((year, at) => ({ startYear: (years[at] ?? 0) + length, endYear: year - 1 }));
  expect(found.gaps).toEqual(between.filter(({ startYear, endYear }) => startYear <= endYear));
});

test('timelines have periods, gaps and titles without a year', async () => {
  const { periods, gaps, undated } = await ask<Timeline>(
    1,
    'timeline { periods { startYear } gaps { startYear } undated }',
  );
  expect([periods.length > 3, gaps.length > 1, undated > 1]).toEqual([true, true, true]);
});

const enumOf = (words: Record<string, string>, word: string): string =>
  Object.entries(words).find(([, one]) => one === word)?.[0] ?? 'OTHER';

test.each(IDS)('credit summary of %i equals plain SQL', async (id) => {
  const found = await ask(
    id,
    `creditSummary { credits titles firstYear lastYear categories { category categoryName count }
      titleTypes { titleType titleTypeName count } genres { genre genreName count } }`,
  );
  const [numbers] = await tables.rows(
    `SELECT count(*)::INTEGER AS credits, count(DISTINCT tconst)::INTEGER AS titles, min(startYear) AS firstYear, max(startYear) AS lastYear
     FROM principals LEFT JOIN titles USING (tconst) WHERE nconst = $1`,
    [id],
  );
  const shares = async (select: string) =>
    tables.rows<{ word: string; count: number }>(
      `SELECT word, count(*)::INTEGER AS count FROM (${select}) GROUP BY word ORDER BY count DESC, word`,
      [id],
    );
  const OWN = 'FROM (SELECT DISTINCT tconst FROM principals WHERE nconst = $1) JOIN titles USING (tconst)';
  const categories = await shares('SELECT category AS word FROM principals WHERE nconst = $1');
  const types = await shares(`SELECT titleType AS word ${OWN}`);
  const genres = await shares(`SELECT unnest(genres) AS word ${OWN}`);
  expect(found).toEqual({
    ...numbers,
    categories: categories.map(({ word, count }) => ({
      category: enumOf(CREDIT_CATEGORIES, word),
      categoryName: word,
      count,
    })),
    titleTypes: types.map(({ word, count }) => ({ titleType: enumOf(TITLE_TYPES, word), titleTypeName: word, count })),
    genres: genres.map(({ word, count }) => ({ genre: enumOf(GENRES, word), genreName: word, count })),
  });
});
