import { expect, test } from 'vitest';

import { MOST_SIMILAR } from '../../src/dataset/similarity/measure.ts';
import { createLoaders } from '../../src/loaders/create-loaders.ts';
import { openBothModes } from '../support/both-modes.ts';
import { demoBuild } from '../support/demo-build.ts';
import { tt } from './tables.ts';

/* Similar titles of the demo build, against the comparison of all pairs and the tables. */

const { index, parquet, tables } = await openBothModes((await demoBuild(0.01)).folders);

const FILM = 'tt0900001';
const REMAKE = 'tt0900003';

interface Reason {
  kind: string;
  detail: string;
  weight: number;
}
interface Row {
  score: number;
  title: { id: string; isAdult: boolean };
  reasons: Reason[];
}
interface List {
  totalCount: number;
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const LIST = `totalCount nodes { score title { id isAdult } reasons { kind detail weight } } pageInfo { hasNextPage endCursor }`;
const SIMILAR = `query ($id: ID!, $first: Int, $after: String, $minScore: Float, $filter: TitleFilter) {
  title(id: $id) { similar(first: $first, after: $after, minScore: $minScore, filter: $filter) { ${LIST} } }
}`;
const SIMILAR_TO = `query ($ids: [ID!]!, $first: Int, $minScore: Float, $filter: TitleFilter) {
  similarTo(titleIds: $ids, first: $first, minScore: $minScore, filter: $filter) { ${LIST} }
}`;
const COMPARE = `query ($a: ID!, $b: ID!) {
  compare(a: $a, b: $b) {
    __typename
    similarity { score reasons { kind detail weight } }
    ... on TitleComparison {
      a { id } b { id } sharedGenres
      sharedPeople(first: 100) { totalCount nodes { person { id } categoriesInA categoriesInB } }
    }
  }
}`;

async function similar(variables: Record<string, unknown>, gateway = index): Promise<List> {
  const { data, errors } = await gateway.query(SIMILAR, { filter: { adult: 'INCLUDE' }, first: 50, ...variables });
  expect(errors, JSON.stringify(variables)).toBeUndefined();
  return (data as { title: { similar: List } }).title.similar;
}

async function similarTo(variables: Record<string, unknown>): Promise<List> {
  const { data, errors } = await index.query(SIMILAR_TO, { first: 50, ...variables });
  expect(errors).toBeUndefined();
  return (data as { similarTo: List }).similarTo;
}

const compared = await tables.rows<{ id: number; isAdult: boolean }>(
  'SELECT tconst AS id, isAdult FROM titles JOIN ratings USING (tconst) WHERE numVotes >= 500 ORDER BY tconst',
);

test('similar has the greatest scores of all pairs, which are those of compare', async () => {
  const lease = index.store.acquire();
  if (lease === null) throw new Error('no build');
  try {
    const { similarity } = createLoaders(lease.readers, lease);
    expect(compared.length).toBeGreaterThan(300);
    for (const { id } of compared.filter((_, at) => at % 9 === 0)) {
      const scores = await Promise.all(
        compared.map(async (other) => (other.id === id ? 0 : ((await similarity.of(id, other.id))?.score ?? -1))),
      );
      const { nodes, totalCount } = await similar({ id: tt(id) });
      expect(nodes.map(({ score }) => score)).toEqual(
        scores
          .filter((score) => score > 0)
          .toSorted((one, other) => other - one)
          .slice(0, MOST_SIMILAR),
      );
      expect(totalCount).toBe(nodes.length);
      for (const { score, title, reasons } of nodes) {
        expect(scores[compared.findIndex((one) => tt(one.id) === title.id)]).toBe(score);
        expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 2);
      }
    }
  } finally {
    lease.release();
  }
});

test('feature_counts has the rated titles of each genre, word and person', async () => {
  const lease = index.store.acquire();
  if (lease === null) throw new Error('no build');
  const counted = await lease.readers.pool.rows('SELECT kind, feature, person, titles FROM feature_counts', []);
  lease.release();
  const rated = 'FROM titles SEMI JOIN ratings USING (tconst)';
  const plain = await tables.rows<Record<string, string | number>>(`
    SELECT 'TITLES' AS kind, '' AS feature, 0 AS person, count(*) AS titles ${rated}
    UNION ALL SELECT 'GENRE', genre, 0, count(*) FROM (SELECT unnest(genres) AS genre ${rated}) GROUP BY genre
    UNION ALL SELECT 'GENRE', 'Drama,Western', 0, count(*) ${rated} WHERE list_has_all(genres, ['Drama', 'Western'])
    UNION ALL SELECT 'WORD', 'orpheum', 0, count(*) ${rated} WHERE regexp_matches(primaryTitle, '(?i)\\borpheum\\b')
    UNION ALL SELECT 'PERSON', '', nconst, count(*) FROM (
      SELECT nconst, tconst FROM principals
      UNION ALL SELECT unnest(directors), tconst FROM crew UNION ALL SELECT unnest(writers), tconst FROM crew
    ) SEMI JOIN ratings USING (tconst) GROUP BY nconst HAVING count(*) >= 8`);
  const found = new Map(
    counted.map(([kind, feature, person, number]) => [JSON.stringify([kind, feature, person]), Number(number)]),
  );
  for (const { kind, feature, person, titles } of plain) {
    const key = JSON.stringify([kind, feature, person]);
    expect([key, found.get(key)]).toEqual([key, Number(titles)]);
  }
  const people = counted.filter(([kind]) => kind === 'PERSON');
  expect(people).toHaveLength(plain.filter(({ kind }) => kind === 'PERSON').length);
});

test('similar puts the remake first, in both directions, for its series', async () => {
  for (const [id, first] of [
    [FILM, REMAKE],
    [REMAKE, FILM],
  ] as const) {
    const { nodes } = await similar({ id, first: 1 });
    expect(nodes[0]?.title.id).toBe(first);
    expect(nodes[0]?.reasons[0]).toMatchObject({ kind: 'SERIES', detail: 'midnight at the orpheum' });
  }
});

test('similar keeps adult titles among themselves, and leaves them out by default', async () => {
  const adult = compared.find(({ isAdult }) => isAdult);
  const id = tt(adult?.id ?? 0);
  const { nodes } = await similar({ id });
  expect(nodes.length).toBeGreaterThan(0);
  expect(nodes.every(({ title }) => title.isAdult)).toBe(true);
  expect((await similar({ id, filter: null })).nodes).toEqual([]);
  expect((await similar({ id, filter: { adult: 'ONLY' } })).nodes).toEqual(nodes);
  expect((await similar({ id: FILM, filter: { adult: 'ONLY' } })).nodes).toEqual([]);
});

test('similar answers the same from the tables', async () => {
  for (const { id } of compared.filter((_, at) => at % 40 === 0))
    expect(await similar({ id: tt(id) }, parquet)).toEqual(await similar({ id: tt(id) }));
});

test('similar pages by cursor, and filters by score and by the parts of a title filter', async () => {
  const all = await similar({ id: FILM });
  expect(all.totalCount).toBe(MOST_SIMILAR);
  const pages: Row[] = [];
  let after: string | null = null;
  do {
    const page: List = await similar({ id: FILM, first: 7, after });
    pages.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  expect(pages).toEqual(all.nodes);

  const least = all.nodes[9]?.score ?? 0;
  const above = await similar({ id: FILM, minScore: least });
  expect(above.nodes).toEqual(all.nodes.filter(({ score }) => score >= least));

  const series = await similar({ id: FILM, filter: { types: { any: ['TV_SERIES'] } } });
  const rows = await tables.rows<{ tconst: number }>(`SELECT tconst FROM titles WHERE titleType = 'tvSeries'`);
  const ids = new Set(rows.map(({ tconst }) => tt(tconst)));
  expect(series.nodes.length).toBeGreaterThan(0);
  expect(series.nodes).toEqual(all.nodes.filter(({ title }) => ids.has(title.id)));
});

test('similar has nothing for a title with too few votes, which compare compares all the same', async () => {
  const [few] = await tables.rows<{ tconst: number }>(
    'SELECT tconst FROM titles JOIN ratings USING (tconst) WHERE numVotes < 500 AND NOT isAdult ORDER BY numVotes DESC LIMIT 1',
  );
  const id = tt(few?.tconst);
  expect(await similar({ id })).toMatchObject({ totalCount: 0, nodes: [] });
  const { data } = await index.query(COMPARE, { a: id, b: FILM });
  expect((data as { compare: { similarity: { score: number } } }).compare.similarity.score).toBeGreaterThan(0);
});

test('similarTo has none of the titles, and the mean of the scores of their lists', async () => {
  const ids = [FILM, REMAKE, 'tt0900100'];
  const lists = await Promise.all(ids.map((id) => similar({ id })));
  const sums = new Map<string, number>();
  for (const { score, title } of lists.flatMap(({ nodes }) => nodes))
    sums.set(title.id, (sums.get(title.id) ?? 0) + score);
  for (const id of ids) sums.delete(id);
  const { nodes, totalCount } = await similarTo({ ids: [...ids, FILM], filter: { adult: 'INCLUDE' } });
  expect(totalCount).toBe(MOST_SIMILAR);
  const wanted = [...sums.values()].toSorted((one, other) => other - one).slice(0, MOST_SIMILAR);
  for (const [at, { score, title }] of nodes.entries()) {
    expect(score).toBeCloseTo((wanted[at] ?? 0) / 3, 3);
    expect(score).toBeCloseTo((sums.get(title.id) ?? 0) / 3, 3);
  }
  const one = await similarTo({ ids: [FILM], filter: { adult: 'INCLUDE' } });
  expect(one.nodes).toEqual((await similar({ id: FILM })).nodes);
});

test('compare is the same both ways, and has the people and genres of both titles', async () => {
  const { nodes } = await similar({ id: FILM, first: 8 });
  for (const { score, title, reasons } of nodes) {
    const [there, back] = await Promise.all([
      index.query(COMPARE, { a: FILM, b: title.id }),
      index.query(COMPARE, { a: title.id, b: FILM }),
    ]);
    expect((there.data as { compare: unknown }).compare).toMatchObject({
      __typename: 'TitleComparison',
      a: { id: FILM },
      b: { id: title.id },
      similarity: { score, reasons },
    });
    expect((back.data as { compare: { similarity: unknown } }).compare.similarity).toMatchObject({ score });
    const both = [FILM, title.id].map(
      (id) => `SELECT nconst FROM (
      SELECT nconst, tconst FROM principals
      UNION ALL SELECT unnest(directors), tconst FROM crew UNION ALL SELECT unnest(writers), tconst FROM crew
    ) WHERE tconst = ${Number(id.slice(2))}`,
    );
    const rows = await tables.rows<{ nconst: number }>(
      `SELECT nconst FROM (${both.join(' INTERSECT ')}) SEMI JOIN names USING (nconst)`,
    );
    const shared = (there.data as { compare: { sharedPeople: { nodes: { person: { id: string } }[] } } }).compare;
    expect(new Set(shared.sharedPeople.nodes.map(({ person }) => Number(person.id.slice(2))))).toEqual(
      new Set(rows.map(({ nconst }) => nconst)),
    );
  }
});

test.each([
  ['one of each', { a: FILM, b: 'nm0900001' }, 'not one of each'],
  ['the same title', { a: FILM, b: FILM }, 'the same id'],
  ['no id', { a: 'film', b: FILM }, 'is not an IMDb id'],
])('compare refuses %s', async (_what, variables, message) => {
  const { errors } = await index.query(COMPARE, variables);
  expect(errors?.[0]?.message).toContain(message);
  expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
});

test('compare is null where a title is not in the data', async () => {
  const { data, errors } = await index.query(COMPARE, { a: FILM, b: 'tt99999999' });
  expect([data, errors]).toEqual([{ compare: null }, undefined]);
});

const MANY = Array.from({ length: 21 }, (_, at) => tt(compared[at]?.id ?? 0));

test.each([
  ['no id', { ids: [] }, '0 ids were given, 1 to 20 are needed'],
  ['21 ids', { ids: MANY }, '21 ids were given'],
  ['an unknown id', { ids: [FILM, 'tt99999999'] }, 'titleIds[1]: no title has the id tt99999999'],
  ['a person', { ids: ['nm0900001'] }, 'titleIds[0]'],
  ['a score below 0', { ids: [FILM], minScore: -0.1 }, 'minScore'],
  ['a score above 1', { ids: [FILM], minScore: 1.1 }, 'minScore'],
  ['a negative page', { ids: [FILM], first: -1 }, 'first'],
])('similarTo refuses %s', async (_what, variables, message) => {
  const { errors } = await index.query(SIMILAR_TO, variables);
  expect(errors?.[0]?.message).toContain(message);
  expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
});
