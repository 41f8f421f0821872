import { expect, test } from 'vitest';

import type { Folders } from '../../src/dataset/builds/paths.ts';
import { openEngine } from '../../src/export/load/open-engine.ts';
import { EXPORT_TABLES } from '../../src/export/shape/export-tables.ts';
import { parseTarget } from '../../src/export/targets/target.ts';
import { rowsOf, tableAt } from '../support/databases/tds-server/catalogue.ts';
import type { TdsDatabase } from '../support/databases/tds-server/tds-server.ts';
import { demoBuild } from '../support/demo-build.ts';
import { oddBuild } from './odd-build.ts';
import { openTdsServer } from './sqlserver-server.ts';
import type { TestSqlServer } from './sqlserver-server.ts';
import { testEngine } from './test-engine.ts';

let opened: TestSqlServer;
const { database, run } = testEngine({
  engine: 'sqlserver',
  open: async () => (opened = await openTdsServer()),
});
const server = (): TdsDatabase => opened.server.database;

let madeOnce: Promise<Folders> | undefined;
const odd = (): Promise<Folders> => (madeOnce ??= oddBuild());

/** Names of the foreign keys of the served tables. */
const keys = (): string[] =>
  EXPORT_TABLES.flatMap(({ name }) => tableAt(server().catalogue, `dbo.${name}`).foreignKeys.map((key) => key.name));

/** An export that has something to do: the same one again has not. */
let votes = 1;
const another = (): { minVotes: number } => ({ minVotes: (votes += 1) });

test('a connection that is cut in the middle of a bulk load leaves the old tables, and the next run goes on', async () => {
  const { folders } = await demoBuild(0.001);
  await run(await odd());
  const before = server().catalogue.objects.get('dbo.title_principals');
  server().cutBulkAfter = 100_000;
  expect(await run(folders)).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/^could not load \w+ at sqlserver:.*: the connection was cut/),
  });
  expect(server().cutBulkAfter).toBeUndefined();
  expect(server().catalogue.objects.get('dbo.title_principals')).toBe(before);
  const outcome = await run(folders);
  expect(outcome).toMatchObject({ status: 'exported' });
});

test('tables, columns and views say what they are, and have their indexes', async () => {
  await run(await odd());
  const { objects } = server().catalogue;
  for (const { name, columns, key } of EXPORT_TABLES) {
    const table = tableAt(server().catalogue, `dbo.${name}`);
    expect([...table.comments.keys()], name).toEqual(['', ...columns.map((column) => column.name)]);
    expect(table.key, name).toEqual(key);
  }
  expect(objects.get('dbo.top_rated_movies')).toMatchObject({ kind: 'view', comments: { size: 1 } });
  expect(tableAt(server().catalogue, 'dbo.title_basics').indexes).toEqual([
    'title_basics_by_type',
    'title_basics_words',
  ]);
  expect([...server().catalogue.schemas]).not.toContain('dbo_marquee_loading');
});

test('a lock that is not free is asked for again, and nothing has changed until it is', async () => {
  const folders = await odd();
  await run(folders);
  for (const number of [1222, 1205]) {
    server().refusals.push({ pattern: /^DROP TABLE \[dbo\]\.\[title_crew\]/, number, message: 'no lock', times: 1 });
    expect(await run(folders, { selection: another() })).toMatchObject({ status: 'exported' });
  }
  expect(server().refusals).toEqual([]);
});

test('rights that were given on tables, columns and views are there on those that replace them', async () => {
  const folders = await odd();
  await run(folders);
  const granted = [
    {
      place: 'dbo.title_ratings',
      state: 'GRANT_WITH_GRANT_OPTION',
      permission: 'SELECT',
      grantee: 'a]b',
      column: null,
    },
    { place: 'dbo.name_basics', state: 'GRANT', permission: 'SELECT', grantee: 'reader', column: 'primaryName' },
    { place: 'dbo.movies_with_ratings', state: 'DENY', permission: 'SELECT', grantee: 'guest', column: null },
  ];
  server().catalogue.grants = granted;
  expect(await run(folders, { selection: another() })).toMatchObject({ status: 'exported' });
  expect(server().catalogue.grants).toEqual(expect.arrayContaining(granted));
  expect(server().catalogue.grants).toHaveLength(granted.length);
});

test('a table or view that no export has made is replaced only where that is asked for', async () => {
  const folders = await odd();
  await run(folders);
  const { catalogue } = server();
  const [schema, url] = [`we]ird 'x"`, `${database().url}&schema=${encodeURIComponent(`we]ird 'x"`)}`];
  const target = parseTarget(url);
  expect(await run(folders, { target, replace: false })).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/there is no schema we\]ird 'x" in the database: create it first/),
  });
  catalogue.schemas.add(schema);
  catalogue.objects.set(`${schema}.title_ratings`, { ...tableAt(catalogue, 'dbo.title_crew'), foreignKeys: [] });
  catalogue.objects.set(`${schema}.movies_with_ratings`, { kind: 'view', select: 'SELECT 1', comments: new Map() });
  expect(await run(folders, { target, replace: false })).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(/that no export made: title_ratings, movies_with_ratings; --replace replaces them/),
  });
  expect(await run(folders, { target, replace: true })).toMatchObject({ status: 'exported' });
  expect(server().catalogue.objects.get(`${schema}.movies_with_ratings`)).toMatchObject({
    select: expect.stringContaining(`FROM [we]]ird 'x"].title_basics b JOIN [we]]ird 'x"].title_ratings r`),
  });
});

test('what others have bound to a table is never dropped: the export says what stands in its way', async () => {
  const folders = await odd();
  await run(folders);
  const { objects } = server().catalogue;
  objects.set('dbo.mine', { kind: 'view', select: 'SCHEMABINDING title_ratings', comments: new Map() });
  objects.set('dbo.notes', {
    ...tableAt(server().catalogue, 'dbo.title_ratings'),
    foreignKeys: [{ name: 'notes_title', column: 'tconst', to: 'dbo.title_basics' }],
  });
  expect(await run(folders, { selection: another() })).toMatchObject({
    status: 'failed',
    reason: expect.stringMatching(
      /the foreign key notes_title of notes needs title_basics, \[dbo\]\.\[mine\] needs title_ratings; drop these/,
    ),
  });
  for (const name of ['dbo.mine', 'dbo.notes']) server().catalogue.objects.delete(name);
});

test('foreign keys are there where all rows honour them, and none after a truncate', async () => {
  const folders = await odd();
  await run(folders, { selection: another() });
  // The demo data has dangling rows in every table, as IMDb's has.
  await run(folders);
  expect(keys().sort()).toEqual([
    'title_akas_titleId',
    'title_crew_tconst',
    'title_episode_parentTconst',
    'title_episode_tconst',
    'title_principals_nconst',
    'title_principals_tconst',
    'title_ratings_tconst',
  ]);
  const engine = await openEngine(parseTarget(database().url), { sessions: 1 });
  try {
    expect((await engine.exported()).map(({ exportedAt }) => Number.isNaN(Date.parse(exportedAt)))).not.toContain(true);
    await engine.truncate(EXPORT_TABLES);
    expect(keys()).toEqual([]);
    expect([...(await engine.counts(EXPORT_TABLES, 'served')).values()]).toEqual(EXPORT_TABLES.map(() => 0));
    expect((await engine.exported()).map(({ rows }) => rows)).toEqual(EXPORT_TABLES.map(() => 0));
    expect(rowsOf(tableAt(server().catalogue, 'dbo.title_basics'))).toEqual([]);
  } finally {
    await engine.close();
  }
  // The empty tables are an export's still.
  expect(await run(folders, { replace: false })).toMatchObject({ status: 'exported', unchanged: [] });
});
