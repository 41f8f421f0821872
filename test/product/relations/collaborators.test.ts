import { expect, test } from 'vitest';

import { nm, tt } from '../tables.ts';
import { collaboratorsOf } from '../../../src/store/relations/collaborators.ts';
import type { Bounds } from '../../../src/store/relations/collaborators.ts';
import { openPeople } from './made-people.ts';

/* Who worked with whom, against plain SQL over the canonical tables. */

const { index, parquet, tables } = await openPeople('collaborators');

async function ask<T>(query: string): Promise<T> {
  const { data, errors } = await index.query(query);
  expect(errors, query).toBeUndefined();
  expect((await parquet.query(query)).data, query).toEqual(data);
  return data as T;
}

interface Collaborator {
  person: { id: string };
  titleCount: number;
  averageRating: number | null;
  firstYear: number | null;
  lastYear: number | null;
  sharedTitles: { totalCount: number };
}

interface List<T> {
  totalCount: number;
  nodes: T[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

async function walk(id: number, args: string): Promise<Collaborator[]> {
  const rows: Collaborator[] = [];
  for (let after = ''; ;) {
    const query = `{ person(id: "${nm(id)}") { collaborators(first: 3${args}${after}) { totalCount
      nodes { person { id } titleCount averageRating firstYear lastYear sharedTitles(first: 0) { totalCount } }
      pageInfo { hasNextPage endCursor } } } }`;
    const { collaborators } = (await ask<{ person: { collaborators: List<Collaborator> } }>(query)).person;
    rows.push(...collaborators.nodes);
    if (!collaborators.pageInfo.hasNextPage) {
      expect(rows).toHaveLength(collaborators.totalCount);
      return rows;
    }
    after = `, after: "${collaborators.pageInfo.endCursor}"`;
  }
}

const OWN = `(SELECT DISTINCT tconst FROM principals JOIN titles USING (tconst) WHERE nconst = $1)`;

async function bySql(id: number, { where, least, order }: { where: string; least: number; order: string }) {
  const rows = await tables.rows<Record<string, number | null>>(
    `WITH shared AS (SELECT DISTINCT nconst, tconst FROM principals
       WHERE nconst <> $1 AND tconst IN ${OWN} AND ${where} AND nconst IN (SELECT nconst FROM names))
     SELECT nconst, count(*)::INTEGER AS titles, avg(averageRating)::DOUBLE AS rating, min(startYear) AS first, max(startYear) AS last,
       any_value(primaryName) AS name
     FROM shared JOIN titles USING (tconst) LEFT JOIN ratings USING (tconst) JOIN names USING (nconst)
     GROUP BY nconst HAVING count(*) >= ${least} ORDER BY ${order}, nconst`,
    [id],
  );
  return rows.map(({ nconst, titles, rating, first, last }) => ({ nconst, titles, rating, first, last }));
}

const CATEGORIES = {
  '': 'true',
  ', category: DIRECTOR': "category = 'director'",
  ', category: OTHER': "category = 'choir'",
};
const ORDERS = {
  '': 'titles DESC, round(rating, 9) DESC NULLS LAST, last DESC NULLS LAST, first DESC NULLS LAST',
  ', orderBy: [{ field: RATING, direction: ASC }]': 'round(rating, 9) NULLS LAST, titles DESC, last DESC, first DESC',
  ', orderBy: [{ field: NAME, direction: ASC }, { field: RECENT }]':
    'name NULLS LAST, last DESC NULLS LAST, titles DESC, round(rating, 9) DESC NULLS LAST, first DESC',
};

const cases = [1, 2, 8].flatMap((id) =>
  Object.entries(CATEGORIES).flatMap(([args, where]) =>
    Object.entries(ORDERS).flatMap(([orderBy, order], at) => ({
      id,
      args: args + orderBy,
      where,
      order,
      least: 1 + at * 3,
    })),
  ),
);

test.each(cases)('collaborators of $id with $args and at least $least titles equal plain SQL', async (one) => {
  const found = await walk(one.id, `${one.args}, minTitles: ${one.least}`);
  const wanted = await bySql(one.id, one);
  expect(
    found.map(({ person, titleCount, firstYear, lastYear }) => [person.id, titleCount, firstYear, lastYear]),
  ).toEqual(wanted.map(({ nconst, titles, first, last }) => [nm(nconst), titles, first, last]));
  for (const [at, { averageRating, titleCount, sharedTitles }] of found.entries()) {
    const rating = wanted[at]?.rating ?? null;
    if (rating === null) expect(averageRating).toBeNull();
    else expect(averageRating).toBeCloseTo(rating, 9);
    expect(sharedTitles.totalCount).toBe(titleCount);
  }
});

test.each(['TITLES', 'RATING', 'RECENT', 'NAME'] as const)(
  'collaborators by %s are the same by documents and by a query over all credits',
  async (field) => {
    const lease = index.store.acquire();
    if (lease === null) throw new Error('there is no build');
    try {
      const { readers } = lease;
      const reading = {
        ...readers,
        personCredits: async (id: number) => (await readers.personCredits.many([id]))[0] ?? null,
        people: async (id: number) => (await readers.people.many([id]))[0] ?? null,
      };
      for (const personId of [1, 2, 8]) {
        const request = {
          personId,
          category: undefined,
          minTitles: 1,
          orderBy: [{ field, direction: 'DESC' as const }],
        };
        const read = async (bounds?: Bounds) => {
          const list = await collaboratorsOf(reading, request, bounds);
          const { rows } = await list.page({ limit: 100, backward: false });
          return { order: list.order, rows: rows.map(({ key }) => key), count: await list.count() };
        };
        const wanted = await read({ titles: 0, credits: 0 });
        expect(wanted.count).toBeGreaterThan(3);
        expect(await read()).toEqual(wanted);
      }
    } finally {
      lease.release();
    }
  },
);

interface Shared {
  title: { id: string };
  people: { person: { id: string }; categories: string[] }[];
}

const SHARED = '{ totalCount nodes { title { id } people { person { id } categories } } }';

test.each([[[1, 2]], [[8, 1]], [[1, 2, 5, 8]], [[3, 4, 5, 6, 7]]])(
  'sharedTitles of %j equal plain SQL',
  async (ids) => {
    const { sharedTitles } = await ask<{ sharedTitles: List<Shared> }>(
      `{ sharedTitles(personIds: ${JSON.stringify(ids.map(nm))}, first: 100) ${SHARED} }`,
    );
    const rows = await tables.rows<{ tconst: number }>(
      `SELECT tconst FROM principals JOIN titles USING (tconst) WHERE nconst IN (${ids.join(', ')})
     GROUP BY tconst, startYear HAVING count(DISTINCT nconst) = ${ids.length} ORDER BY startYear DESC NULLS LAST, tconst`,
    );
    expect(sharedTitles.totalCount).toBe(rows.length);
    expect(sharedTitles.nodes.map(({ title }) => title.id)).toEqual(rows.slice(0, 100).map(({ tconst }) => tt(tconst)));
    for (const { people } of sharedTitles.nodes) {
      expect(people.map(({ person }) => person.id)).toEqual(ids.map(nm));
      expect(people.every(({ categories }) => categories.length > 0)).toBe(true);
    }
  },
);

test('compare tells what two people share', async () => {
  const { compare } = await ask<{ compare: Record<string, unknown> }>(
    `{ compare(a: "nm0000002", b: "nm0000005") { similarity { score } ... on PersonComparison { a { id } b { id } firstSharedYear lastSharedYear
       sharedTitles(first: 100) ${SHARED} } } }`,
  );
  const other = await ask<{ sharedTitles: unknown }>(
    `{ sharedTitles(personIds: ["nm0000002", "nm0000005"], first: 100) ${SHARED} }`,
  );
  const [years] = await tables.rows<{ first: number; last: number }>(
    `SELECT min(startYear) AS first, max(startYear) AS last FROM titles
     WHERE tconst IN (SELECT tconst FROM principals WHERE nconst = 2) AND tconst IN (SELECT tconst FROM principals WHERE nconst = 5)`,
  );
  expect(compare).toEqual({
    similarity: null,
    a: { id: 'nm0000002' },
    b: { id: 'nm0000005' },
    firstSharedYear: years?.first,
    lastSharedYear: years?.last,
    sharedTitles: other.sharedTitles,
  });
});

test('people who are not in the data share nothing that could be told', async () => {
  const query = `{ sharedTitles(personIds: ["nm0000001", "nm0000010"]) { totalCount } compare(a: "nm0000001", b: "nm0000010") { __typename } }`;
  expect(await ask(query)).toEqual({ sharedTitles: null, compare: null });
});

test.each([
  ['one person', '{ sharedTitles(personIds: ["nm0000001"]) { totalCount } }', /2 to 10/],
  [
    'eleven people',
    `{ sharedTitles(personIds: ${JSON.stringify(Array.from({ length: 11 }, (_, at) => nm(at + 1)))}) { totalCount } }`,
    /2 to 10/,
  ],
  ['a person twice', '{ sharedTitles(personIds: ["nm0000001", "nm0000001"]) { totalCount } }', /personIds\[1\].*twice/],
  ['a title', '{ sharedTitles(personIds: ["nm0000001", "tt0000001"]) { totalCount } }', /personIds\[1\].*title/],
  ['a person with themselves', '{ compare(a: "nm0000001", b: "nm0000001") { __typename } }', /same id/],
  ['a person with a title', '{ compare(a: "nm0000001", b: "tt0000001") { __typename } }', /not one of each/],
  ['no shared title', '{ person(id: "nm0000001") { collaborators(minTitles: 0) { totalCount } } }', /minTitles: 0/],
])('bad input is refused with its reason: %s', async (_, query, reason) => {
  const { errors } = await index.query(query);
  expect(errors?.[0]).toMatchObject({ message: expect.stringMatching(reason), extensions: { code: 'BAD_USER_INPUT' } });
});
