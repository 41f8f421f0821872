import { rm } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { buildFolder, tableFile } from '../../src/dataset/builds/paths.ts';
import { CHANGE_KINDS } from '../../src/dataset/tables/changes.ts';
import { openBothModes } from '../support/both-modes.ts';
import { changeManifest } from '../support/build-format.ts';
import { differencesOf, ingestNights, randomFiles, stateOf } from '../support/changing-nights.ts';
import type { ExpectedChange } from '../support/changing-nights.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { nm, tt } from './tables.ts';

/* Changes and histories of ratings over four builds, against comparisons of their tables one by one. */

const folders = foldersIn(newFolder('changes'));
const nights = [randomFiles(1), randomFiles(2), randomFiles(1), randomFiles(4)];
const builds = await ingestNights(folders, nights, { keepBuilds: 4 });
const [first = '', second = '', third = '', last = ''] = builds;
const states = new Map(
  await Promise.all(builds.map(async (buildId) => [buildId, await stateOf(folders, buildId)] as const)),
);
const { index, parquet } = await openBothModes(folders);

const CHANGES = `query ($since: ID, $kinds: [ChangeKind!], $adult: AdultContent! = EXCLUDE, $first: Int, $after: String,
    $last: Int, $before: String) {
  changes(since: $since, kinds: $kinds, adult: $adult, first: $first, after: $after, last: $last, before: $before) {
    totalCount
    nodes { kind id nameBefore nameAfter ratingBefore { average votes } ratingAfter { average votes }
      title { id primaryTitle } person { id primaryName } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}`;

interface Page {
  totalCount: number;
  nodes: unknown[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string };
}

async function changes(variables: Record<string, unknown>, gateway: TestGateway = index): Promise<Page> {
  const { data, errors } = await gateway.query(CHANGES, variables);
  expect(errors, JSON.stringify(variables)).toBeUndefined();
  return (data as { changes: Page }).changes;
}

async function allChanges(variables: Record<string, unknown>, gateway?: TestGateway): Promise<unknown[]> {
  const nodes: unknown[] = [];
  for (let page: Page | undefined; page === undefined || page.pageInfo.hasNextPage; nodes.push(...page.nodes)) {
    page = await changes({ first: 17, after: page?.pageInfo.endCursor, ...variables }, gateway);
  }
  return nodes;
}

/** As a client reads it. */
function shown({ kind: place, id, names: [nameBefore, nameAfter], ratings }: ExpectedChange): unknown {
  const kind = CHANGE_KINDS[place] ?? '';
  const isPerson = kind.startsWith('PERSON');
  const now = states.get(last);
  const name = isPerson ? now?.people.get(id) : now?.titles.get(id)?.name;
  const [ratingBefore, ratingAfter] = ratings.map((one) => one && { average: one[0], votes: one[1] });
  return {
    kind,
    id: isPerson ? nm(id) : tt(id),
    nameBefore,
    nameAfter,
    ratingBefore,
    ratingAfter,
    title: isPerson || name === undefined ? null : { id: tt(id), primaryTitle: name ?? tt(id) },
    person: !isPerson || name === undefined ? null : { id: nm(id), primaryName: name ?? nm(id) },
  };
}

function differences(since: string): ExpectedChange[] {
  const [was, is] = [states.get(since), states.get(last)];
  if (was === undefined || is === undefined) throw new Error(`no build ${since}`);
  const between = builds.slice(builds.indexOf(since) + 1, -1).toReversed();
  return differencesOf(was, is, { between: between.flatMap((buildId) => states.get(buildId) ?? []) });
}

test.each([
  ['first', first],
  ['second', second],
  ['third', third],
])('changes since the %s build are its differences, by kind, votes and id, page by page', async (_which, since) => {
  const expected = differences(since);
  expect(new Set(expected.map(({ kind }) => kind)).size).toBe(CHANGE_KINDS.length);
  expect(await allChanges({ since, adult: 'INCLUDE' })).toEqual(expected.map(shown));
  expect(await allChanges({ since, adult: 'INCLUDE' }, parquet)).toEqual(expected.map(shown));
  const plain = expected.filter(({ isAdult }) => !isAdult);
  expect(plain.length).toBeLessThan(expected.length);
  expect(await allChanges({ since })).toEqual(plain.map(shown));
  expect(await allChanges({ since, adult: 'ONLY' })).toEqual(expected.filter(({ isAdult }) => isAdult).map(shown));
  expect((await changes({ since, first: 0 })).totalCount).toBe(plain.length);
});

test('changes without since are those since the build before, whose ids dataset.previousBuildIds has', async () => {
  expect(await changes({ first: 500 })).toEqual(await changes({ since: third, first: 500 }));
  const { data } = await index.query('{ dataset { buildId previousBuildIds } }');
  expect(data).toEqual({ dataset: { buildId: last, previousBuildIds: [third, second, first] } });
});

test('changes of some kinds are those alone', async () => {
  const kinds = ['RATING_MOVED', 'PERSON_REMOVED', 'RATING_MOVED'];
  const expected = differences(first).filter(({ kind }) => kinds.includes(CHANGE_KINDS[kind] ?? ''));
  expect(await allChanges({ since: first, kinds, adult: 'INCLUDE' })).toEqual(expected.map(shown));
  expect(await changes({ kinds: [] })).toEqual(await changes({}));
});

test('changes are read backward too', async () => {
  const expected = differences(third).filter(({ isAdult }) => !isAdult);
  const page = await changes({ last: 5 });
  expect(page.nodes).toEqual(expected.slice(-5).map(shown));
  const before = await changes({ last: 5, before: page.pageInfo.startCursor });
  expect(before.nodes).toEqual(expected.slice(-10, -5).map(shown));
});

test('since the present build nothing has changed', async () => {
  expect(await changes({ since: last })).toMatchObject({ totalCount: 0, nodes: [] });
});

test.each(['20200101T000000Z', '', 'x'.repeat(1000)])(
  'since a build that is not known is an error which names those that are (%#)',
  async (since) => {
    const { data, errors } = await index.query(CHANGES, { since });
    expect(data).toEqual({ changes: null });
    expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
    for (const known of builds) expect(errors?.[0]?.message).toContain(known);
    expect(errors?.[0]?.message.length).toBeLessThan(400);
  },
);

test('a cursor of the changes since one build is refused for those since another', async () => {
  const { pageInfo } = await changes({ since: first, first: 3 });
  const { errors } = await index.query(CHANGES, { since: second, after: pageInfo.endCursor });
  expect(errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
});

test.each(['index', 'parquet'] as const)(
  'Rating.history has the rating of each build, oldest first (%s)',
  async (mode) => {
    const gateway = { index, parquet }[mode];
    const titles = [...(states.get(last)?.titles.keys() ?? [])];
    gateway.takeBatches();
    const { data, errors } = await gateway.query(
      `query ($ids: [ID!]!) { titlesByIds(ids: $ids) { id rating { history { buildId average votes } } } }`,
      { ids: titles.slice(0, 90).map(tt) },
    );
    expect(errors).toBeUndefined();
    const expected = titles.slice(0, 90).map((id) => {
      const points = builds.flatMap((buildId) => {
        const rating = states.get(buildId)?.ratings.get(id) ?? null;
        return rating === null ? [] : [{ buildId, average: rating[0], votes: rating[1] }];
      });
      return { id: tt(id), rating: states.get(last)?.ratings.has(id) === true ? { history: points } : null };
    });
    expect(data).toEqual({ titlesByIds: expected });
    expect(new Set(expected.map(({ rating }) => rating?.history.length))).toEqual(new Set([undefined, 1, 2, 3, 4]));
  },
);

test('Rating.history of the ratings of a change is that of its title', async () => {
  const { data } = await index.query(
    `{ changes(kinds: [RATING_MOVED], first: 1) { nodes { ratingBefore { history { builtAt } }
      title { rating { history { builtAt } } } } } }`,
  );
  const [node] = (data as { changes: { nodes: { ratingBefore: unknown; title: { rating: unknown } }[] } }).changes
    .nodes;
  expect(node?.ratingBefore).toEqual(node?.title.rating);
});

async function openAfter(count: number, change: (buildId: string, at: typeof folders) => Promise<void>) {
  const own = foldersIn(newFolder());
  const ids = await ingestNights(own, nights.slice(0, count));
  await change(ids.at(-1) ?? '', own);
  const gateway = await openGateway(own);
  onTestFinished(() => gateway.close());
  return gateway;
}

const WITHOUT = `{ dataset { previousBuildIds } changes { totalCount nodes { id } }
  title(id: "tt0000001") { rating { history { average votes } } } }`;
const NOTHING = {
  dataset: { previousBuildIds: [] },
  changes: { totalCount: 0, nodes: [] },
  title: { rating: { history: [{ average: 6.9, votes: 100 }] } },
};

test('the first build has no changes, and histories of one point', async () => {
  const gateway = await openAfter(1, async () => undefined);
  expect((await gateway.query(WITHOUT)).data).toEqual(NOTHING);
  const { errors } = await gateway.query(CHANGES, { since: last });
  expect(errors?.[0]?.message).toContain('There is no earlier build to ask for');
});

test('a build that was made before there were changes has none', async () => {
  const gateway = await openAfter(2, async (buildId, own) => {
    await changeManifest(own, buildId, (manifest) => ({
      ...manifest,
      tables: manifest.tables.filter(({ name }) => name !== 'changes'),
    }));
    await rm(join(buildFolder(own, buildId), tableFile('changes')));
  });
  expect((await gateway.query(WITHOUT)).data).toEqual(NOTHING);
});

test('changes are unaffected by the removal of the builds that they are since', async () => {
  const own = foldersIn(newFolder());
  const ids = await ingestNights(own, nights, { keepBuilds: 4 });
  for (const buildId of ids.slice(0, -1)) await rm(buildFolder(own, buildId), { recursive: true });
  const gateway = await openGateway(own);
  onTestFinished(() => gateway.close());
  expect(await allChanges({ since: ids[0], adult: 'INCLUDE' }, gateway)).toEqual(differences(first).map(shown));
});
