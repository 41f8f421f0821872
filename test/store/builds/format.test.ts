import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';

import { NEWER_TABLES } from '../../../src/dataset/tables/newer-tables.ts';
import { buildFolder, tableFile } from '../../../src/dataset/builds/paths.ts';
import { DOCUMENT_KINDS } from '../../../src/dataset/indexes/document-kinds.ts';
import { BUILD_FORMAT, OLDEST_SERVED_FORMAT } from '../../../src/dataset/builds/manifest.ts';
import { SORTED_TABLES } from '../../../src/dataset/indexes/sorted-tables.ts';
import { changeManifest, recordOf, setFormat } from '../../support/build-format.ts';
import { openGateway } from '../../support/gateway.ts';
import { indexFile } from '../../support/index-file.ts';
import { EVERYTHING, twoBuilds } from './builds.ts';
import type { TwoBuilds } from './builds.ts';

const OLDER = BUILD_FORMAT - 1;
const NEWER = BUILD_FORMAT + 1;

/** What a store says and serves that opens these folders. */
async function serve({ folders }: Pick<TwoBuilds, 'folders'>) {
  const gateway = await openGateway(folders);
  try {
    const { build, problems } = gateway.store.state();
    const { data, errors } = await gateway.query(EVERYTHING);
    if (build !== null) expect(errors).toBeUndefined();
    return { build: build?.id, problems, words: [...new Set(JSON.stringify(data).match(/\b(One|Two)\b/g))] };
  } finally {
    await gateway.close();
  }
}

test('store serves a build of an older format from its tables, says so, and opens no index', async () => {
  const { folders, builds } = await twoBuilds();
  const [, current] = builds;
  await setFormat(folders, current, OLDER);
  // An index that was opened would be named as one that does not open.
  for (const { name } of [...DOCUMENT_KINDS, ...SORTED_TABLES])
    await writeFile(join(buildFolder(folders, current), indexFile(name)), 'older');
  expect(await serve({ folders })).toEqual({
    build: current,
    words: ['Two'],
    problems: [
      `build ${current} is of the older format ${OLDER} (now ${BUILD_FORMAT}): ` +
        'it is served from its Parquet tables, slower, until an ingest has made it anew',
    ],
  });
});

test.each([
  ['newer', NEWER, 'needs the newer program or an ingest'],
  ['too old', OLDEST_SERVED_FORMAT - 1, 'needs an ingest'],
])('store refuses a build of a %s format by its number and serves another', async (_what, format, advice) => {
  const { folders, builds } = await twoBuilds();
  const [older, current] = builds;
  await setFormat(folders, current, format);
  const served = await serve({ folders });
  expect(served).toMatchObject({ build: older, words: ['One'] });
  expect(served.problems).toEqual([
    expect.stringMatching(
      new RegExp(`names build ${current}, which is of format ${format}, .*${advice}: serving ${older} instead$`),
    ),
  ]);
  await setFormat(folders, older, format);
  expect(await serve({ folders })).toEqual({
    build: undefined,
    words: [],
    problems: [expect.stringMatching(`of format ${format}, .*${advice}: and there is no other$`)],
  });
});

/** Makes the current build one of an older format, whose table lacks a column. */
async function leaveOut(
  { folders, builds: [, current] }: TwoBuilds,
  { table, column }: { table: string; column: string },
): Promise<void> {
  await setFormat(folders, current, OLDER);
  const folder = buildFolder(folders, current);
  const file = join(folder, tableFile(table));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`CREATE TABLE older AS SELECT * EXCLUDE ${column} FROM '${file}'`);
  await connection.run(`COPY older TO '${file}'`);
  connection.closeSync();
  instance.closeSync();
  const changed = await recordOf(folder, tableFile(table));
  await changeManifest(folders, current, (manifest) => ({
    ...manifest,
    format: OLDER,
    tables: manifest.tables.map((one) => (one.name === table ? { ...one, ...changed } : one)),
  }));
}

test('store reads lists of an older format, whose table of people counts no adult credits', async () => {
  const made = await twoBuilds();
  await leaveOut(made, { table: 'person_cards', column: 'adultCredits' });
  const gateway = await openGateway(made.folders);
  expect(gateway.store.state().build?.id).toBe(made.builds[1]);
  const { data } = await gateway.query('{ people(filter: { credits: { min: 1 } }) { totalCount } }');
  expect(data).toEqual({ people: { totalCount: 1 } });
  await gateway.close();
});

test('store searches a build of an older format, whose texts have one reading each', async () => {
  const made = await twoBuilds();
  await leaveOut(made, { table: 'search_texts', column: 'reading' });
  const gateway = await openGateway(made.folders);
  expect(await gateway.query('{ search(query: "two serie") { nodes { matchedText } } }')).toMatchObject({
    data: { search: { nodes: [{ matchedText: 'Series Two' }] } },
  });
  await gateway.close();
});

test('store searches a build that is older than the tables of search, and knows no earlier ratings of it', async () => {
  const { folders, builds } = await twoBuilds();
  const [, current] = builds;
  await setFormat(folders, current, OLDER);
  await changeManifest(folders, current, (manifest) => ({
    ...manifest,
    tables: manifest.tables.filter(({ name }) => !(name in NEWER_TABLES)),
  }));
  // Those of TMDB are not there.
  for (const name of Object.keys(NEWER_TABLES)) {
    await rm(join(buildFolder(folders, current), tableFile(name)), { force: true });
  }
  const gateway = await openGateway(folders);
  try {
    expect(await gateway.query('{ search(query: "two serie") { nodes { matchedText } } }')).toMatchObject({
      data: { search: { nodes: [{ matchedText: 'Series Two' }] } },
    });
    const chart = '{ chart(kind: MOST_VOTED, minVotes: 1) { nodes { rank previousRank rankChange } } }';
    expect(await gateway.query(chart)).toMatchObject({
      data: { chart: { nodes: [1, 2].map((rank) => ({ rank, previousRank: null, rankChange: null })) } },
    });
  } finally {
    await gateway.close();
  }
});
