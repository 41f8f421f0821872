import { readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, onTestFinished, test, vi } from 'vitest';

import {
  buildFolder,
  documentsFile,
  MANIFEST_FILE,
  pointerPath,
  ratedTitlesFile,
  partFile,
  tableFile,
} from '../../src/dataset/builds/paths.ts';
import { DOCUMENT_KINDS } from '../../src/dataset/indexes/document-kinds.ts';
import { SORTED_TABLES } from '../../src/dataset/indexes/sorted-tables.ts';
import { sealed } from '../../src/dataset/builds/seal.ts';
import { TABLES } from '../../src/dataset/tables/tables.ts';
import { goBack } from '../../src/ingest/promote/go-back.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { openGateway } from '../support/gateway.ts';
import { indexFile } from '../support/index-file.ts';
import { SILENT_LOG } from '../support/ingest.ts';
import { EVERYTHING, twoBuilds } from '../store/builds/builds.ts';
import type { TwoBuilds } from '../store/builds/builds.ts';

const INDEXES = [
  ...DOCUMENT_KINDS,
  ...SORTED_TABLES,
  { name: 'search_lists' },
  { name: 'search_terms' },
  { name: 'rated_titles' },
  { name: 'credit_graph' },
];

interface Served {
  /** "One" or "Two"; null without data. */
  word: string | null;
  problems: readonly string[];
  build: string | undefined;
}

/** What a store serves that opens these folders. */
async function serve({ folders }: Pick<TwoBuilds, 'folders'>): Promise<Served> {
  const gateway = await openGateway(folders);
  try {
    const { data, errors } = await gateway.query(EVERYTHING);
    // A damaged document is found when it is read.
    const { build, problems } = gateway.store.state();
    if (build === null) return { word: null, problems, build: undefined };
    expect(errors).toBeUndefined();
    const words = [...new Set(JSON.stringify(data).match(/\b(One|Two)\b/g))];
    expect(words).toHaveLength(1);
    return { word: words[0] ?? null, problems, build: build.id };
  } finally {
    await gateway.close();
  }
}

/** Changes one byte in the middle of a file. */
async function flip(path: string, at = 0.5): Promise<void> {
  const bytes = await readFile(path);
  const offset = Math.floor(bytes.length * at);
  bytes[offset] = 255 - (bytes[offset] ?? 0);
  await writeFile(path, bytes);
}

async function changeJson(path: string, change: (value: Record<string, unknown>) => unknown): Promise<void> {
  const value = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
  await writeFile(path, JSON.stringify(change(value)));
}

test('pointer whole serves its build without problems', async () => {
  const two = await twoBuilds();
  expect(await serve(two)).toEqual({ word: 'Two', problems: [], build: two.builds[1] });
});

test('pointer to the older build serves the older build', async () => {
  const two = await twoBuilds();
  const manifest = join(buildFolder(two.folders, two.builds[0]), MANIFEST_FILE);
  const { createHash } = await import('node:crypto');
  const manifestSha256 = createHash('sha256')
    .update(await readFile(manifest))
    .digest('hex');
  await changeJson(pointerPath(two.folders), (pointer) =>
    sealed({ ...pointer, buildId: two.builds[0], manifestSha256 }),
  );
  expect(await serve(two)).toEqual({ word: 'One', problems: [], build: two.builds[0] });
});

test.each<[string, (path: string) => Promise<void>]>([
  ['missing', (path) => rm(path)],
  ['empty', (path) => writeFile(path, '')],
  ['torn', (path) => truncate(path, 30)],
  ['garbage', (path) => writeFile(path, Buffer.from([0, 255, 1, 2, 3]))],
  ['of another kind', (path) => writeFile(path, '[]')],
  ['null', (path) => writeFile(path, 'null')],
  ['with a path for an id', (path) => changeJson(path, (pointer) => ({ ...pointer, buildId: '../../etc' }))],
  ['without its version', (path) => changeJson(path, (pointer) => ({ ...pointer, version: undefined }))],
])('pointer %s serves the newest build and says so', async (_name, harm) => {
  const two = await twoBuilds();
  await harm(pointerPath(two.folders));
  expect(await serve(two)).toEqual({
    word: 'Two',
    problems: [`the pointer current.json is missing or not readable: serving ${two.builds[1]} instead`],
    build: two.builds[1],
  });
});

test.each<[string, (folder: string) => Promise<void>, string]>([
  ['folder is missing', (folder) => rm(folder, { recursive: true }), 'which is not there'],
  ['manifest is missing', (folder) => rm(join(folder, MANIFEST_FILE)), 'whose manifest.json is missing'],
  [
    'manifest has another checksum',
    (folder) => changeJson(join(folder, MANIFEST_FILE), (manifest) => ({ ...manifest, extra: 1 })),
    'whose manifest.json is damaged',
  ],
  ['table is missing', (folder) => rm(join(folder, tableFile('ratings'))), 'whose tables/ratings.parquet is missing'],
  [
    'table is cut',
    (folder) => truncate(join(folder, partFile('title_cards', 0)), 100),
    'whose tables/title_cards/00000.parquet has 100 bytes, expected NUMBER',
  ],
  [
    'table is empty',
    (folder) => truncate(join(folder, tableFile('search_texts')), 0),
    'whose tables/search_texts.parquet has 0 bytes, expected NUMBER',
  ],
])('pointer to a build whose %s serves the older one and says so', async (_name, harm, why) => {
  const two = await twoBuilds();
  await harm(buildFolder(two.folders, two.builds[1]));
  const served = await serve(two);
  expect(served).toMatchObject({ word: 'One', build: two.builds[0] });
  expect(served.problems.map((problem) => problem.replace(/expected [0-9]+/, 'expected NUMBER'))).toEqual([
    `the pointer current.json names build ${two.builds[1]}, ${why}: serving ${two.builds[0]} instead`,
  ]);
});

test.each<[string, (manifest: Record<string, unknown>) => unknown]>([
  ['another format', (manifest) => ({ ...manifest, format: 1 })],
  ['another id', (manifest) => ({ ...manifest, buildId: '20200101T000000Z' })],
  ['no tables', (manifest) => ({ ...manifest, tables: [] })],
  ['a table that is null', (manifest) => ({ ...manifest, tables: [null] })],
  ['no lists', () => ({})],
])('build whose manifest has %s is never served', async (_name, change) => {
  const two = await twoBuilds();
  await rm(pointerPath(two.folders));
  await changeJson(join(buildFolder(two.folders, two.builds[1]), MANIFEST_FILE), change);
  expect(await serve(two)).toMatchObject({ word: 'One', build: two.builds[0] });
});

test('build whose table is no Parquet, in the right size, gives way to the older one where it is read at the start', async () => {
  const two = await twoBuilds();
  const path = join(buildFolder(two.folders, two.builds[1]), tableFile('ratings'));
  const { length } = await readFile(path);
  await writeFile(path, Buffer.alloc(length, 'x'));
  // With it, nobody reads the table.
  await rm(join(buildFolder(two.folders, two.builds[1]), ratedTitlesFile()));
  const wrong = 'tables/ratings.parquet has another checksum than the manifest';
  expect(await serve(two)).toEqual({
    word: 'One',
    problems: [
      `the pointer current.json names build ${two.builds[1]}, whose ${wrong}: serving ${two.builds[0]} instead`,
      `lookup/rated_titles.columns of build ${two.builds[1]} is missing: that build is not served, and would not do`,
    ],
    build: two.builds[0],
  });
});

test('other folders beside the builds are no builds', async () => {
  const two = await twoBuilds();
  await rm(pointerPath(two.folders));
  const { cp } = await import('node:fs/promises');
  await cp(buildFolder(two.folders, two.builds[0]), join(two.folders.builds, '.tmp-20990101T000000Z'), {
    recursive: true,
  });
  await writeFile(join(two.folders.builds, '20990101T000000Z'), 'a file');
  expect(await serve(two)).toMatchObject({ word: 'Two' });
});

test('no build answers 503 DATASET_UNAVAILABLE, while introspection works', async () => {
  const gateway = await openGateway(foldersIn(newFolder('empty')));
  try {
    expect(gateway.store.state()).toEqual({ build: null, problems: [] });
    expect(gateway.store.acquire()).toBeNull();
    const post = (query: string) =>
      gateway.fetch('/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
        body: JSON.stringify({ query }),
      });
    const response = await post('{ title(id: "tt0000001") { id } }');
    expect(response.status).toBe(503);
    const { errors } = (await response.json()) as { errors: { extensions: unknown }[] };
    expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'DATASET_UNAVAILABLE' }]);
    const schema = await post('{ __schema { queryType { name } } }');
    expect(schema.status).toBe(200);
    expect(await schema.json()).toMatchObject({ data: { __schema: { queryType: { name: 'Query' } } } });
  } finally {
    await gateway.close();
  }
});

test('no whole build: the one of the pointer is served as far as it can be, and says so', async () => {
  const two = await twoBuilds();
  for (const id of two.builds) await rm(join(buildFolder(two.folders, id), partFile('names', 0)));
  expect(await serve(two)).toEqual({
    word: 'Two',
    problems: [
      `the pointer current.json names build ${two.builds[1]}, whose tables/names/00000.parquet is missing: serving it all the same, as no build is whole: what needs the file is refused`,
    ],
    build: two.builds[1],
  });
});

test('no build that opens is none, and says so', async () => {
  const two = await twoBuilds();
  for (const id of two.builds) await rm(join(buildFolder(two.folders, id), MANIFEST_FILE));
  expect(await serve(two)).toEqual({
    word: null,
    problems: [
      `the pointer current.json names build ${two.builds[1]}, whose manifest.json is missing: and there is no other`,
    ],
    build: undefined,
  });
});

test.each<[string, (path: string) => Promise<void>]>([
  ['missing', (path) => rm(path)],
  ['garbage', async (path) => writeFile(path, Buffer.alloc((await readFile(path)).length, 'x'))],
  ['empty', (path) => truncate(path, 0)],
  ['cut', async (path) => truncate(path, Math.floor((await readFile(path)).length / 2))],
  ['with a broken header', (path) => flip(path, 0)],
])('index files %s: the tables answer, with warnings', async (_name, harm) => {
  const two = await twoBuilds();
  for (const { name } of INDEXES) await harm(join(buildFolder(two.folders, two.builds[1]), indexFile(name)));
  const served = await serve(two);
  expect(served).toMatchObject({ word: 'Two', build: two.builds[1] });
  expect(served.problems).toHaveLength(INDEXES.length);
  for (const { name } of INDEXES) {
    const said = new RegExp(`^${indexFile(name)} of build .* (has|is) .*: answers are made without it, slower`);
    expect(served.problems).toContainEqual(expect.stringMatching(said));
  }
});

test('index of one lookup missing: the others are used', async () => {
  const two = await twoBuilds();
  await rm(join(buildFolder(two.folders, two.builds[1]), documentsFile('person')));
  expect(await serve(two)).toEqual({
    word: 'Two',
    problems: [
      `lookup/person.docs of build ${two.builds[1]} is missing: answers are made without it, slower, until an ingest or \`npx marquee repair\` makes it anew`,
    ],
    build: two.builds[1],
  });
});

test('serving changes nothing in the build', async () => {
  const two = await twoBuilds();
  const list = async () => (await readdir(two.folders.builds, { recursive: true })).sort();
  const before = await list();
  await serve(two);
  expect(await list()).toEqual(before);
  expect(before.filter((path) => path.endsWith('.parquet'))).toHaveLength(2 * TABLES.length);
});

test('a build that another process has removed gives way to the one of the pointer at once', async () => {
  const { folders, builds } = await twoBuilds();
  // It looks at the pointer by itself once an hour. The files of an index it has open, those of the tables it opens anew.
  const gateway = await openGateway(folders, { compare: false, lookup: 'parquet' });
  onTestFinished(() => gateway.close());
  await goBack(builds[0], { folders, now: () => new Date(), log: SILENT_LOG });
  await rm(buildFolder(folders, builds[1]), { recursive: true });
  expect((await gateway.query(EVERYTHING)).errors).toBeDefined();
  await vi.waitFor(() => expect(gateway.store.state().build).toMatchObject({ id: builds[0], version: 3 }));
  const { data, errors } = await gateway.query(EVERYTHING);
  expect([errors, JSON.stringify(data)]).toEqual([undefined, expect.stringContaining('Series One')]);
});

test('a build that is gone, and none in its place, is a problem that health tells of', async () => {
  const { folders, builds } = await twoBuilds();
  const gateway = await openGateway(folders, { compare: false, lookup: 'parquet' });
  onTestFinished(() => gateway.close());
  for (const build of builds) await rm(buildFolder(folders, build), { recursive: true });
  await gateway.query(EVERYTHING);
  await vi.waitFor(() => expect(gateway.store.state().problems.join()).toContain('which is not there'));
});
