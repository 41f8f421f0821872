import { expect, onTestFinished, test } from 'vitest';

import { CREDIT_CATEGORIES, OTHER } from '../../src/dataset/words/vocabulary.ts';
import type { TitleFilter } from '../../src/store/model/model.ts';
import { peopleAtDegree } from '../../src/store/paths/degrees.ts';
import { findPaths } from '../../src/store/paths/find-paths.ts';
import type { PathStep } from '../../src/store/paths/find-paths.ts';
import { openBothModes } from '../support/both-modes.ts';
import { demoBuild } from '../support/demo-build.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { openGateway } from '../support/gateway.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';
import { nm, tt } from './tables.ts';

/* Paths and degrees, against a plain breadth-first search over the canonical tables of the demo build. */

const { index, tables } = await openBothModes((await demoBuild(0.001)).folders);

const NULL = '\\N';

interface Step {
  person: { id: string };
  title: { id: string };
  category: string;
  nextCategory: string;
  next: { id: string };
}
interface Path {
  degrees: number;
  steps: Step[];
}

const PATH = `query ($from: ID!, $to: ID!, $via: TitleFilter, $categories: [CreditCategory!], $maxDegrees: Int! = 6,
    $alternatives: Int! = 1) {
  path(from: $from, to: $to, via: $via, categories: $categories, maxDegrees: $maxDegrees, alternatives: $alternatives) {
    degrees steps { person { id } title { id } category nextCategory next { id } }
  }
}`;

async function path(variables: Record<string, unknown>, gateway = index): Promise<Path[] | null> {
  const { data, errors } = await gateway.query(PATH, variables);
  expect(errors, JSON.stringify(variables)).toBeUndefined();
  return (data as { path: Path[] | null }).path;
}

async function refusalOf(variables: Record<string, unknown>): Promise<unknown> {
  const { data, errors } = await index.query(PATH, variables);
  expect(data).toEqual({ path: null });
  expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  return errors?.[0]?.message;
}

interface CreditRow {
  person: number;
  title: number;
  category: string;
}

const CREDITS = await tables.rows<CreditRow>(
  'SELECT nconst AS person, tconst AS title, category FROM principals ORDER BY nconst, tconst, category',
);

/** Neighbours by person, in the order of titles and then of people. */
type Graph = Map<number, Map<number, number[]>>;

const inOrder = (set: Iterable<number>): number[] => [...set].sort((one, other) => one - other);

function graphOf(credits: readonly CreditRow[]): Graph {
  const people = new Map<number, Set<number>>();
  const titles = new Map<number, Set<number>>();
  for (const { person, title } of credits) {
    people.set(person, (people.get(person) ?? new Set()).add(title));
    titles.set(title, (titles.get(title) ?? new Set()).add(person));
  }
  return new Map(
    [...people].map(([person, of]) => [
      person,
      new Map(inOrder(of).map((title) => [title, inOrder(titles.get(title) ?? []).filter((one) => one !== person)])),
    ]),
  );
}

/** Steps from a person to everybody who is reached. */
function stepsFrom(graph: Graph, from: number): Map<number, number> {
  const steps = new Map([[from, 0]]);
  for (const [person, step] of steps) {
    for (const others of graph.get(person)?.values() ?? []) {
      for (const other of others) if (!steps.has(other)) steps.set(other, step + 1);
    }
  }
  return steps;
}

/** All shortest chains as texts of ids, in the order of these as numbers, at most so many. `toGo` is the steps to the goal. */
function chains(
  graph: Graph,
  { from, toGo, most }: { from: number; toGo: Map<number, number>; most: number },
): string[] {
  const found: string[] = [];
  const visit = (person: number, way: readonly string[]): void => {
    const left = toGo.get(person);
    if (left === undefined || found.length === most) return;
    if (left === 0) found.push(way.join(' '));
    for (const [title, others] of graph.get(person) ?? []) {
      for (const other of others) {
        if (found.length < most && toGo.get(other) === left - 1) visit(other, [...way, tt(title), nm(other)]);
      }
    }
  };
  visit(from, [nm(from)]);
  return found;
}

const textOf = (steps: readonly PathStep[]): string =>
  [steps[0]?.personId, ...steps.flatMap(({ titleId, nextId }) => [titleId, nextId])]
    .map((id, at) => (at % 2 === 0 ? nm(id) : tt(id)))
    .join(' ');

/** A random number that is the same in each run. */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const WORDS: readonly string[] = Object.values(CREDIT_CATEGORIES);
const nameOf = (word: string): string => (WORDS.includes(word) ? word : OTHER);
const PLAIN: TitleFilter = { adult: 'EXCLUDE' };
/** Pairs of people with the same goal, for which a plain search is made once. */
const PAIRS_OF_GOAL = 120;

test.each<{ what: string; via?: TitleFilter; where?: string; categories?: string[]; goals: number }>([
  { what: 'all credits', goals: 6 },
  {
    what: 'films',
    via: { ...PLAIN, types: { any: ['movie'] } },
    where: "titleType = 'movie' AND NOT isAdult",
    goals: 3,
  },
  { what: 'all titles that are published', via: { adult: 'INCLUDE' }, where: 'true', goals: 2 },
  { what: 'casts', categories: ['actor', 'actress'], goals: 12 },
  {
    what: 'who made dramas',
    via: { ...PLAIN, genres: { any: ['Drama'] } },
    where: "list_contains(genres, 'Drama') AND NOT isAdult",
    categories: ['director', 'writer', 'producer', OTHER],
    goals: 3,
  },
])('path finds the shortest chains that a plain search finds, by $what', { timeout: 120_000 }, async (one) => {
  const { via, where, categories, goals } = one;
  const rows = where === undefined ? undefined : await tables.rows(`SELECT tconst FROM titles WHERE ${where}`);
  const allowed = rows && new Set(rows.map((row) => Number(row['tconst'])));
  const credits = CREDITS.filter(
    ({ title, category }) => allowed?.has(title) !== false && categories?.includes(nameOf(category)) !== false,
  );
  const graph = graphOf(credits);
  const people = [...new Set(CREDITS.map(({ person }) => person))];
  const isCredited = new Set(credits.map(({ person, title, category }) => `${person} ${title} ${nameOf(category)}`));
  const random = createRandom(goals);
  const lengths = new Set<number>();
  const lease = index.store.acquire() ?? expect.fail();
  onTestFinished(() => lease.release());
  for (let goal = 0; goal < goals; goal += 1) {
    const to = people[random(people.length)] ?? 0;
    const toGo = stepsFrom(graph, to);
    for (let pair = 0; pair < PAIRS_OF_GOAL; pair += 1) {
      const from = people[random(people.length)] ?? 0;
      const request = { from, to, via, categories, maxDegrees: 20, alternatives: 1 + random(20) };
      const found = (await findPaths(lease.readers, { request, signal: undefined })) ?? expect.fail();
      if (from === to) continue;
      expect([request, found.map(textOf)]).toEqual([
        request,
        chains(graph, { from, toGo, most: request.alternatives }),
      ]);
      for (const { personId, titleId, category, nextCategory, nextId } of found.flat()) {
        const ends = [`${personId} ${titleId} ${category}`, `${nextId} ${titleId} ${nextCategory}`];
        expect(ends.filter((end) => !isCredited.has(end))).toEqual([]);
      }
      lengths.add(found[0]?.length ?? 0);
    }
  }
  // The pairs say something: some are near, some far.
  expect(lengths.size).toBeGreaterThan(2);
});

const [FIRST = 0, SECOND = 0] = [...stepsFrom(graphOf(CREDITS), CREDITS[0]?.person ?? 0)]
  .filter(([, steps]) => steps === 0 || steps === 3)
  .map(([person]) => person);

test('path says nothing of people who are too far, alone or the same', async () => {
  expect((await path({ from: nm(FIRST), to: nm(SECOND) }))?.[0]?.degrees).toBe(3);
  expect((await path({ from: nm(FIRST), to: nm(SECOND), maxDegrees: 3 }))?.length).toBe(1);
  expect(await path({ from: nm(FIRST), to: nm(SECOND), maxDegrees: 2 })).toEqual([]);
  expect(await path({ from: nm(FIRST), to: nm(FIRST), alternatives: 3 })).toEqual([{ degrees: 0, steps: [] }]);
  expect(await path({ from: nm(FIRST), to: 'nm099999998' })).toBeNull();
  expect(await path({ from: 'nm099999998', to: 'nm099999998' })).toBeNull();
  const [lonely] = await tables.rows('SELECT nconst FROM names ANTI JOIN principals USING (nconst) LIMIT 1');
  expect(await path({ from: nm(FIRST), to: nm(lonely?.['nconst']) })).toEqual([]);
  expect(await path({ from: nm(lonely?.['nconst']), to: nm(lonely?.['nconst']) })).toEqual([{ degrees: 0, steps: [] }]);
  expect(await path({ from: nm(FIRST), to: nm(SECOND), via: { votes: { min: 1_000_000_000 } } })).toEqual([]);
});

test('path refuses what has no meaning, and says what to send', async () => {
  const both = { from: nm(FIRST), to: nm(SECOND) };
  expect(await refusalOf({ ...both, maxDegrees: 0 })).toBe(
    'maxDegrees: 0 is out of bounds. Send a number from 1 to 20.',
  );
  expect(await refusalOf({ ...both, maxDegrees: 21 })).toMatch(/^maxDegrees: 21 /);
  expect(await refusalOf({ ...both, alternatives: 0 })).toMatch(/^alternatives: 0 /);
  expect(await refusalOf({ ...both, from: 'tt0111161' })).toMatch(/^from: "tt0111161" is the id of a title/);
  expect(await refusalOf({ ...both, to: 'me' })).toMatch(/^to: "me" is not an IMDb id/);
});

test.each<[at: string, via: Record<string, unknown>]>([
  ['via.year', { year: { min: 2000, max: 1990 } }],
  ['via.series[0]', { series: ['nm0000001'] }],
  ['via.credits.any[0].personId', { credits: { any: [{ personId: 'tt0000001' }] } }],
  ['via.people.allNames', { people: { allNames: Array.from({ length: 200 }, () => 'A B') } }],
  ['via.primaryTitle.matches', { primaryTitle: { matches: '(' } }],
  ['via.genre.matches', { genre: { matches: '(' } }],
  ['via.person.matches', { person: { matches: '(' } }],
  ['via.akaRegions.any[0]', { akaRegions: { any: ['NOWHERE'] } }],
  ['via.akaLanguages.any[0]', { akaLanguages: { any: ['nothing'] } }],
])('path names %s where that is wrong', async (at, via) => {
  const message = String(await refusalOf({ from: nm(FIRST), to: nm(SECOND), via }));
  expect(message).toContain(`${at}: `);
  expect(message).not.toContain('filter.');
});

test('path names what IMDb credits and does not publish by its id', async () => {
  const folders = foldersIn(newFolder());
  const rows = {
    'title.principals': [
      ['tt0000009', '1', 'nm0000001', 'actor', NULL, NULL],
      ['tt0000009', '2', 'nm0000009', 'stunts', NULL, NULL],
      ['tt0000009', '3', 'nm0000001', 'director', NULL, NULL],
      ['tt0000001', '1', 'nm0000002', 'actress', NULL, NULL],
      ['tt0000001', '2', 'nm0000009', 'writer', NULL, NULL],
    ],
  };
  const outcome = await ingestInto(folders, { from: await writeSources(newFolder(), { rows }) });
  expect(outcome).toMatchObject({ status: 'promoted' });
  const gateway = await openGateway(folders);
  onTestFinished(() => gateway.close());
  const { data, errors } = await gateway.query(`{ path(from: "nm0000001", to: "nm0000002") { degrees steps {
    title { __typename id primaryTitle genres rating { votes } } category nextCategory
    next { id primaryName birthYear primaryProfessions knownFor { id } }
  } } }`);
  expect(errors).toBeUndefined();
  const unpublished = {
    id: 'nm0000009',
    primaryName: 'nm0000009',
    birthYear: null,
    primaryProfessions: [],
    knownFor: [],
  };
  const [one] = (data as { path: { degrees: number; steps: unknown[] }[] }).path;
  expect(one?.degrees).toBe(2);
  expect(one?.steps[0]).toEqual({
    title: { __typename: 'OtherTitle', id: 'tt0000009', primaryTitle: 'tt0000009', genres: [], rating: null },
    category: 'ACTOR',
    nextCategory: 'OTHER',
    next: unpublished,
  });
  expect(one?.steps[1]).toMatchObject({ title: { id: 'tt0000001' }, category: 'WRITER', nextCategory: 'ACTRESS' });
});

const DEGREES = `query ($id: ID!, $n: Int!, $first: Int, $after: String) { person(id: $id) {
  degrees { degrees { degree people } reachable mean }
  atDegree(n: $n, first: $first, after: $after) { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } }
} }`;

interface Degrees {
  degrees: { degrees: { degree: number; people: number }[]; reachable: number; mean: number | null };
  atDegree: {
    totalCount: number;
    nodes: { id: string }[];
    pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
  };
}

async function degrees(variables: Record<string, unknown>): Promise<Degrees> {
  const { data, errors } = await index.query(DEGREES, variables);
  expect(errors, JSON.stringify(variables)).toBeUndefined();
  return (data as { person: Degrees }).person;
}

test('person.degrees counts whom a plain search reaches', { timeout: 60_000 }, async () => {
  const graph = graphOf(CREDITS);
  const known = await tables.rows(
    'SELECT DISTINCT nconst FROM principals SEMI JOIN names USING (nconst) ORDER BY nconst',
  );
  const random = createRandom(5);
  for (let round = 0; round < 10; round += 1) {
    const person = Number(known[random(known.length)]?.['nconst']);
    const counts: number[] = [];
    for (const step of stepsFrom(graph, person).values()) if (step > 0) counts[step - 1] = (counts[step - 1] ?? 0) + 1;
    const reachable = counts.reduce((sum, count) => sum + count, 0);
    const steps = counts.reduce((sum, count, at) => sum + count * (at + 1), 0);
    const found = await degrees({ id: nm(person), n: 2 });
    expect(found.degrees).toEqual({
      degrees: counts.map((people, at) => ({ degree: at + 1, people })),
      reachable,
      mean: reachable === 0 ? null : expect.closeTo(steps / reachable, 9),
    });
    expect(found.atDegree.totalCount).toBe(counts[1] ?? 0);
  }
});

test('person.atDegree pages through the people at a distance, in the order of their ids', async () => {
  const expected = [...stepsFrom(graphOf(CREDITS), FIRST)]
    .filter(([, steps]) => steps === 2)
    .map(([person]) => person)
    .sort((one, other) => one - other)
    .map(nm);
  expect(expected.length).toBeGreaterThan(10);
  const found: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { atDegree } = await degrees({ id: nm(FIRST), n: 2, first: 7, after });
    expect([atDegree.totalCount, atDegree.pageInfo.hasPreviousPage]).toEqual([expected.length, after !== null]);
    found.push(...atDegree.nodes.map(({ id }) => id));
    after = atDegree.pageInfo.endCursor;
    if (!atDegree.pageInfo.hasNextPage) break;
  }
  expect(found).toEqual(expected);
  expect((await degrees({ id: nm(FIRST), n: 100 })).atDegree).toMatchObject({ totalCount: 0, nodes: [] });
  const { errors } = await index.query(DEGREES, { id: nm(FIRST), n: 0 });
  expect(errors?.[0]?.message).toBe('n: 0 is out of bounds. Send a number of steps, 1 or more.');
});

test('person.atDegree lists every distance of many people, in pages of any size', { timeout: 60_000 }, async () => {
  const graph = graphOf(CREDITS);
  const random = createRandom(9);
  const people = [...graph.keys()];
  const lease = index.store.acquire() ?? expect.fail();
  onTestFinished(() => lease.release());
  for (let round = 0; round < 12; round += 1) {
    const person = people[random(people.length)] ?? 0;
    const reached = [...stepsFrom(graph, person)];
    const furthest = reached.reduce((most, [, steps]) => Math.max(most, steps), 0);
    for (let degree = 1; degree <= furthest + 1; degree += 1) {
      const expected = inOrder(reached.filter(([, steps]) => steps === degree).map(([one]) => one));
      const list = peopleAtDegree(lease.readers, { person, degree, signal: undefined });
      const found: number[] = [];
      for (let after: readonly (string | number | null)[] | undefined; ;) {
        const request = { limit: 1 + random(1000), backward: false, ...(after !== undefined && { after }) };
        const page = await list.page(request);
        found.push(...page.rows.map(({ item }) => item.id));
        expect([page.hasPreviousPage, page.hasNextPage]).toEqual([after !== undefined, found.length < expected.length]);
        after = page.rows.at(-1)?.key;
        if (!page.hasNextPage) break;
      }
      expect([person, degree, found]).toEqual([person, degree, expected]);
      expect(await list.count()).toBe(expected.length);
    }
  }
});

test('person.atDegree refuses a cursor of another person or another distance', async () => {
  const { atDegree } = await degrees({ id: nm(FIRST), n: 2, first: 1 });
  const after = atDegree.pageInfo.endCursor;
  for (const other of [
    { id: nm(SECOND), n: 2, after },
    { id: nm(FIRST), n: 1, after },
  ])
    expect((await index.query(DEGREES, other)).errors?.[0]?.message).toMatch(/^after: this cursor was made in another/);
});
