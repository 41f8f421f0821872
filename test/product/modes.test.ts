import { afterAll, beforeAll, expect, test } from 'vitest';

import { demoBuild } from '../support/demo-build.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { nm, openTables, tt } from './tables.ts';
import type { Tables } from './tables.ts';

/* Random questions to the demo build: both modes answer the same, and what SQL over the canonical tables says. */

const ASKED = 100;

let index: TestGateway;
let parquet: TestGateway;
let tables: Tables;
let titleIds: string[];
let personIds: string[];

let seed = 7;
function random(below: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}
function oneOf<T>(values: readonly T[]): T {
  return values[random(values.length)] as T;
}

beforeAll(async () => {
  const { folders } = await demoBuild(0.01);
  // Questions by chance may be dear.
  const bounds = { cost: { mode: 'measure' as const, most: 2_000_000 } };
  index = await openGateway(folders, { lookup: 'index', bounds });
  parquet = await openGateway(folders, { lookup: 'parquet', bounds });
  tables = await openTables(folders);
  const pick = async (sql: string): Promise<number[]> => {
    const [row] = await tables.rows<{ keys: number[] }>(`SELECT list(key ORDER BY hash(key)) AS keys FROM (${sql})`);
    return row?.keys ?? [];
  };
  // Those that exist, those that dangle, and those of nothing.
  const titles = await pick(
    '(SELECT tconst AS key FROM titles USING SAMPLE 400 ROWS (reservoir, 1)) UNION SELECT parentTconst FROM episodes WHERE parentTconst < 1000000 OR parentTconst > 900000',
  );
  const people = await pick('SELECT nconst AS key FROM principals USING SAMPLE 400 ROWS (reservoir, 1)');
  titleIds = [...titles.slice(0, 400).map(tt), 'tt0900990', 'tt0900991', 'tt999999999', 'tt0000000'];
  personIds = [...people.map(nm), 'nm0900990', 'nm999999999'];
});

afterAll(async () => {
  await index.close();
  await parquet.close();
  tables.close();
});

async function askBoth(query: string): Promise<unknown> {
  const [one, other] = await Promise.all([index.query(query), parquet.query(query)]);
  expect(one.errors, query).toBeUndefined();
  expect({ data: other.data, errors: other.errors }, query).toEqual({ data: one.data, errors: undefined });
  return one.data;
}

const SCALARS = [
  'id',
  'primaryTitle',
  'originalTitle',
  'titleTypeName',
  'isAdult',
  'startYear',
  'endYear',
  'runtimeMinutes',
  'genreNames',
  'rating { average votes }',
];
const DIRECTION = ['ASC', 'DESC'];

/** A random selection of a title's fields, with less below at each level. */
function titleFields(depth: number): string {
  const fields = ['__typename id', ...SCALARS.filter(() => random(2) === 0)];
  if (depth === 0) return fields.join(' ');
  const first = 1 + random(6);
  const below = [
    () =>
      `credits(first: ${first}) { totalCount nodes { billingOrder categoryName job characters person { ${personFields(depth - 1)} } } }`,
    () => `cast(first: ${first}) { nodes { characters person { ${personFields(depth - 1)} } } }`,
    () => `directors(first: ${first}) { totalCount nodes { ${personFields(depth - 1)} } }`,
    () => `writers(first: ${first}) { totalCount nodes { ${personFields(depth - 1)} } }`,
    () =>
      `akas(first: ${first}) { totalCount nodes { ordering title region language types attributes isOriginalTitle } }`,
    () => `displayTitle(region: "${oneOf(['DE', 'us', 'FR', 'XX'])}")`,
    () =>
      `... on Series { seasonCount seasons { number episodes(first: ${first}) { totalCount nodes { ... on Title { ${titleFields(depth - 1)} } } } } }`,
    () =>
      `... on Series { top: episodes(first: ${first}, orderBy: [{ field: ${oneOf(['RATING', 'VOTES', 'YEAR', 'NUMBER'])}, direction: ${oneOf(DIRECTION)} }]) { nodes { id episodeNumber } } }`,
    () =>
      '... on Episode { seasonNumber episodeNumber series { id primaryTitle } previousEpisode { id } nextEpisode { id rating { votes } } }',
  ];
  const chosen = below.filter(() => random(3) === 0).slice(0, 3);
  return [...fields, ...chosen.map((make) => make())].join(' ');
}

function personFields(depth: number): string {
  const fields = ['id primaryName', ...['birthYear', 'deathYear', 'primaryProfessions'].filter(() => random(2) === 0)];
  if (depth === 0) return fields.join(' ');
  const order = `orderBy: [{ field: ${oneOf(['YEAR', 'VOTES', 'RATING', 'BILLING'])}, direction: ${oneOf(DIRECTION)} }]`;
  if (random(2) === 0) fields.push(`knownFor { ${titleFields(depth - 1)} }`);
  if (random(2) === 0) {
    fields.push(
      `credits(first: ${1 + random(8)}, ${order}) { totalCount nodes { billingOrder categoryName title { ${titleFields(depth - 1)} } } }`,
    );
  }
  return fields.join(' ');
}

test('random ids answer the same in both modes', async () => {
  for (let at = 0; at < 4; at += 1) {
    const titles = Array.from({ length: ASKED }, () => oneOf(titleIds));
    const people = Array.from({ length: ASKED }, () => oneOf(personIds));
    const data = await askBoth(`{
      titlesByIds(ids: ${JSON.stringify(titles)}) { ${SCALARS.join(' ')} }
      peopleByIds(ids: ${JSON.stringify(people)}) { id primaryName birthYear deathYear primaryProfessions }
    }`);
    const { titlesByIds, peopleByIds } = data as Record<'titlesByIds' | 'peopleByIds', ({ id: string } | null)[]>;
    expect(titlesByIds.map((title, place) => title === null || title.id === titles[place])).not.toContain(false);
    expect(peopleByIds.map((person, place) => person === null || person.id === people[place])).not.toContain(false);
    expect(titlesByIds.filter((title) => title !== null).length).toBeGreaterThan(ASKED / 2);
  }
});

test('random nested queries answer the same in both modes', async () => {
  for (let at = 0; at < 24; at += 1) {
    const ids = JSON.stringify(Array.from({ length: 1 + random(5) }, () => oneOf(at % 2 === 0 ? titleIds : personIds)));
    await askBoth(
      at % 2 === 0
        ? `{ titlesByIds(ids: ${ids}) { ${titleFields(3)} } }`
        : `{ peopleByIds(ids: ${ids}) { ${personFields(3)} } }`,
    );
  }
});

test('random titles have the values, ratings and credits of SQL', async () => {
  const keys = titleIds.slice(0, ASKED).map((id) => Number(id.slice(2)));
  const data = await askBoth(`{ titlesByIds(ids: ${JSON.stringify(keys.map(tt))}) {
    ${SCALARS.join(' ')} credits(first: 500) { totalCount nodes { billingOrder categoryName characters } }
  } }`);
  const rows = await tables.rows(
    `SELECT titles.*, averageRating, numVotes,
       (SELECT count(*) FROM principals WHERE principals.tconst = titles.tconst)::INTEGER AS credits,
       (SELECT list(ordering ORDER BY ordering) FROM principals WHERE principals.tconst = titles.tconst) AS orderings,
       (SELECT list(category ORDER BY ordering) FROM principals WHERE principals.tconst = titles.tconst) AS categories
     FROM titles LEFT JOIN ratings USING (tconst) WHERE tconst IN (${keys.join()})`,
  );
  const byKey = new Map(rows.map((row) => [row['tconst'], row]));
  const answers = (data as { titlesByIds: (Record<string, unknown> | null)[] }).titlesByIds;
  for (const [at, key] of keys.entries()) {
    const row = byKey.get(key);
    if (row === undefined) {
      expect(answers[at]).toBeNull();
      continue;
    }
    const {
      credits,
      primaryTitle: _,
      ...title
    } = answers[at] as Record<string, unknown> & {
      credits: { totalCount: number; nodes: { billingOrder: number; categoryName: string }[] };
    };
    expect(title).toEqual({
      id: tt(key),
      originalTitle: row['originalTitle'],
      titleTypeName: row['titleType'],
      isAdult: row['isAdult'],
      startYear: row['startYear'],
      endYear: row['endYear'],
      runtimeMinutes: row['runtimeMinutes'],
      genreNames: row['genres'] ?? [],
      rating: row['numVotes'] === null ? null : { average: row['averageRating'], votes: row['numVotes'] },
    });
    expect(credits.totalCount).toBe(row['credits']);
    expect(credits.nodes.map(({ billingOrder }) => billingOrder)).toEqual(row['orderings'] ?? []);
    expect(credits.nodes.map(({ categoryName }) => categoryName)).toEqual(row['categories'] ?? []);
  }
});
