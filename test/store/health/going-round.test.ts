import { readFileSync, renameSync, utimesSync, writeFileSync } from 'node:fs';
import { copyFile, link, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, onTestFinished, test, vi } from 'vitest';

import {
  buildFolder,
  documentsFile,
  MANIFEST_FILE,
  pointerPath,
  postingsFile,
  sortedTableFile,
  partFile,
  tableFile,
} from '../../../src/dataset/builds/paths.ts';
import type { Folders } from '../../../src/dataset/builds/paths.ts';
import { createLogger } from '../../../src/process/logger.ts';
import { createLoaders } from '../../../src/loaders/create-loaders.ts';
import { damageMarks } from '../../../src/storage/damage/damage-marks.ts';
import { flip } from '../../damage/flip.ts';
import { openGateway } from '../../support/gateway.ts';
import type { TestGateway } from '../../support/gateway.ts';
import { EVERYTHING, twoBuilds } from '../builds/builds.ts';

/* How a store goes round what is damaged, and back to the build before. */

interface Parts {
  folders: Folders;
  gateway: TestGateway;
  /** Of the newer build. */
  folder: string;
  builds: [older: string, newer: string];
  lines: Record<string, unknown>[];
}

const KEPT = { max: 1, ttlMs: 1 };

async function open(options: Parameters<typeof openGateway>[1] = {}): Promise<Parts> {
  const { folders, builds } = await twoBuilds();
  return { ...(await openOver(folders, { builds, options })), folders };
}

async function openOver(
  folders: Folders,
  { builds, options = {} }: { builds: [string, string]; options?: Parameters<typeof openGateway>[1] },
): Promise<Omit<Parts, 'folders'>> {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  const log = createLogger({ level: 'info', pretty: false, destination });
  const caches = { titles: KEPT, people: KEPT, search: KEPT };
  const gateway = await openGateway(folders, { compare: false, caches, log, ...options });
  onTestFinished(() => gateway.close());
  return { gateway, folder: buildFolder(folders, builds[1]), builds, lines };
}

const wordsIn = (value: unknown): string[] => [...new Set(JSON.stringify(value).match(/\b(One|Two)\b/g))];
const eventsOf = (lines: Parts['lines'], event: string) => lines.filter((line) => line['event'] === event);

test('an index that fails while it is read is gone round: the query answers, log and health name the file, once', async () => {
  const { gateway, folder, builds, lines } = await open();
  const file = sortedTableFile('person_list');
  const query = '{ people(orderBy: [{ field: NAME }]) { nodes { primaryName birthYear } } }';
  // In the rows: what DuckDB has read at the start it keeps.
  flip(join(folder, file), 0.55);
  for (let asked = 0; asked < 3; asked += 1) {
    const { data, errors } = await gateway.query(query);
    expect([errors, data]).toEqual([
      undefined,
      { people: { nodes: [{ primaryName: 'Person Two', birthYear: 1963 }] } },
    ]);
  }
  expect(gateway.store.state().build?.id).toBe(builds[1]);
  const reason = 'has another checksum than the manifest';
  expect(eventsOf(lines, 'file damaged')).toMatchObject([{ level: 'warn', buildId: builds[1], file, reason }]);
  expect(gateway.store.state().problems).toEqual([
    `${file} of build ${builds[1]} ${reason}: answers are made without it, slower, until an ingest or \`npx marquee repair\` makes it anew`,
  ]);
});

test('a query whose indexes are all damaged goes round each', async () => {
  const { gateway, folder } = await open();
  flip(join(folder, sortedTableFile('title_list')), 0.55);
  // Where postings are, and not at the regions behind them, which are read at the start.
  flip(join(folder, postingsFile('search_lists')), 0.01);
  const { data, errors } = await gateway.query(
    '{ titles(filter: { primaryTitle: { words: "movie" } }) { nodes { primaryTitle } } }',
  );
  expect([errors, data]).toEqual([undefined, { titles: { nodes: [{ primaryTitle: 'Movie Two' }] } }]);
});

test('a statement that stays prepared reads what its view has become', async () => {
  const { gateway, folder } = await open();
  const lease = gateway.store.acquire();
  const { pool, files } = lease?.readers ?? expect.fail();
  const sql = 'SELECT max(primaryName) FROM person_list WHERE nconst = $1';
  // Nothing is so small, so that no rows are read: the plan of one that goes on over the index would fail later.
  for (let asked = 0; asked < 4; asked += 1) expect(await pool.rows(sql, [-1], { keep: true })).toEqual([[null]]);
  flip(join(folder, sortedTableFile('person_list')), 0.55);
  files.learn(sortedTableFile('person_list'), 'is damaged');
  for (let asked = 0; asked < 4; asked += 1) {
    expect(await pool.rows(sql, [1], { keep: true })).toEqual([['Person Two']]);
  }
  lease?.release();
});

test('a damaged table ends a build: who meets it is refused, who comes next is answered by the build before', async () => {
  const { gateway, folder, builds, lines } = await open({ lookup: 'parquet' });
  expect(wordsIn((await gateway.query(EVERYTHING)).data)).toEqual(['Two']);
  const lease = gateway.store.acquire();
  const file = tableFile('akas');
  flip(join(folder, file), 0.5);
  const ask = (query: string) =>
    gateway.fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
  const refused = await ask('{ title(id: "tt0000001") { primaryTitle akas { nodes { title } } } }');
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({
    errors: [{ message: expect.stringContaining('is damaged') as string, extensions: { code: 'DATASET_UNAVAILABLE' } }],
  });
  await vi.waitFor(() => expect(gateway.store.state().build?.id).toBe(builds[0]));
  expect(wordsIn((await gateway.query(EVERYTHING)).data)).toEqual(['One']);
  expect(gateway.store.state().problems).toEqual([
    `the pointer current.json names build ${builds[1]}, whose ${file} has another checksum than the manifest: serving ${builds[0]} instead`,
  ]);
  expect(eventsOf(lines, 'file damaged')).toMatchObject([{ level: 'error', buildId: builds[1], file }]);
  // Whoever began with the newer build goes on with it, as far as it can be read.
  const loaders = createLoaders(lease?.readers as never, { version: 2 });
  expect((await loaders.titles.byId(3))?.primaryTitle).toBe('Movie Two');
  await expect(loaders.akas.displayTitle(1, { audience: { region: 'DE' }, primaryTitle: '' })).rejects.toMatchObject({
    code: 'DATASET_UNAVAILABLE',
  });
  lease?.release();
});

test('a table that is written while a query reads it is checked again, and the query asked again', async () => {
  const { gateway, folder } = await open({ lookup: 'parquet' });
  const lease = gateway.store.acquire();
  const { files, pool } = lease?.readers ?? expect.fail();
  const path = join(folder, partFile('names', 0));
  const count = 'SELECT count(*) FROM names';
  await pool.rows(count, []);
  // As a hard link of a new build does, and a backup that restores the file.
  await link(path, `${path}.linked`);
  expect(files.isKnownIntact(partFile('names', 0))).toBe(false);
  expect(await pool.rows(count, [])).toEqual([[1n]]);
  expect(files.isKnownIntact(partFile('names', 0))).toBe(true);
  await copyFile(path, `${path}.new`);
  renameSync(`${path}.new`, path);
  expect(await pool.rows(count, [])).toEqual([[1n]]);
  // While it runs: what it has read is not given.
  const slow =
    'SELECT max(hash(a.range + b.range)) > 0, (SELECT min(primaryName) FROM names) FROM range(2000000) a, range(20) b';
  const asked = pool.rows(slow, []);
  await new Promise((resolve) => setTimeout(resolve, 50));
  flip(path, 0.5);
  const { mtimeMs } = await stat(path);
  // Its time of writing may be set back.
  await utimes(path, mtimeMs / 1000 - 60, mtimeMs / 1000 - 60);
  await expect(asked).rejects.toMatchObject({ code: 'DATASET_UNAVAILABLE' });
  lease?.release();
});

test('no build is whole: what is whole of the newest is served, and what is not is refused', async () => {
  const { gateway, folders, folder, builds } = await open();
  const file = tableFile('credits_by_person');
  for (const build of builds) flip(join(buildFolder(folders, build), file), 0.5);
  const credited = '{ titles(filter: { credits: { any: [{ personId: "nm0000001" }] } }) { totalCount } }';
  await vi.waitFor(async () => {
    await gateway.store.refresh();
    expect(gateway.store.state()).toMatchObject({ build: { id: builds[1] } });
    expect(gateway.store.isNoneIntact()).toBe(true);
  });
  expect(gateway.store.state().problems[0]).toBe(
    `the pointer current.json names build ${builds[1]}, whose ${file} has another checksum than the manifest: serving it all the same, as no build is whole: what needs the file is refused`,
  );
  const { data, errors } = await gateway.query(EVERYTHING);
  expect([errors, wordsIn(data)]).toEqual([undefined, ['Two']]);
  expect((await gateway.query(credited)).errors).toMatchObject([{ extensions: { code: 'DATASET_UNAVAILABLE' } }]);
  expect(folder).toContain(builds[1]);
});

test('what one process finds others on the same folders go round, and go back to what proves to be whole', async () => {
  const { gateway, folders, folder, builds } = await open();
  const other = await openOver(folders, { builds });
  const index = sortedTableFile('careers');
  flip(join(folder, index), 0.5);
  await gateway.store.scrub();
  const lease = other.gateway.store.acquire();
  expect(lease?.readers.files.damaged.has(index)).toBe(false);
  // What it sees by itself, as that a file was written, would do too.
  const changed = vi.spyOn(lease?.readers.files ?? expect.fail(), 'changed').mockReturnValue([]);
  await other.gateway.store.refresh();
  expect([...(lease?.readers.files.damaged.keys() ?? [])]).toEqual([index]);
  changed.mockRestore();
  lease?.release();
  flip(join(folder, index), 0.5);
  const file = tableFile('crew');
  flip(join(folder, file), 0.5);
  await gateway.store.scrub();
  expect(gateway.store.state().build?.id).toBe(builds[0]);
  await other.gateway.store.refresh();
  expect(other.gateway.store.state().build?.id).toBe(builds[0]);
  expect(other.gateway.store.state().problems.join()).toContain(`whose ${file} has another checksum`);
  // As it was: whoever reads it whole says so.
  flip(join(folder, file), 0.5);
  await gateway.store.scrub();
  for (const one of [gateway, other.gateway]) {
    await one.store.refresh();
    expect([one.store.state().build?.id, one.store.state().problems]).toEqual([builds[1], []]);
  }
});

test('marks of a start before are believed: the index is not opened, the build with a damaged table not served', async () => {
  const { folders, builds } = await twoBuilds();
  const marks = damageMarks(folders.meta);
  await marks.add({ buildId: builds[1], file: sortedTableFile('title_list'), reason: 'is damaged' });
  const first = await openOver(folders, { builds });
  expect(wordsIn((await first.gateway.query(EVERYTHING)).data)).toEqual(['Two']);
  const lease = first.gateway.store.acquire();
  const attached = await lease?.readers.pool.rows(
    "SELECT database_name FROM duckdb_databases() WHERE database_name LIKE '%list_index'",
    [],
  );
  expect(attached).toEqual([['person_list_index']]);
  lease?.release();
  expect(first.gateway.store.state().problems.join()).toContain(
    `${sortedTableFile('title_list')} of build ${builds[1]} is damaged`,
  );
  await marks.add({ buildId: builds[1], file: tableFile('titles'), reason: 'is damaged' });
  const second = await openOver(folders, { builds });
  expect(wordsIn((await second.gateway.query(EVERYTHING)).data)).toEqual(['One']);
});

test('a store that may not write its marks goes round all the same', async () => {
  const { folders, builds } = await twoBuilds();
  writeFileSync(join(folders.meta, 'damaged'), 'a file where the folder should be');
  const { gateway, folder, lines } = await openOver(folders, { builds });
  flip(join(folder, tableFile('titles')), 0.5);
  await gateway.store.scrub();
  await gateway.store.refresh();
  expect(gateway.store.state().build?.id).toBe(builds[0]);
  expect(eventsOf(lines, 'damage not recorded').length).toBeGreaterThan(0);
});

test.each([documentsFile('title'), sortedTableFile('title_list'), tableFile('titles')])(
  'a file that somebody writes to is read at the next look, be it asked for or not: %s',
  async (file) => {
    const { gateway, folder } = await open();
    flip(join(folder, file), 0.5);
    await gateway.store.refresh();
    await vi.waitFor(() => expect(gateway.store.state().problems.join()).toContain(file));
  },
);

test('a file that is only touched is no damage', async () => {
  const { gateway, folder, lines } = await open();
  for (const file of [documentsFile('title'), tableFile('titles')]) utimesSync(join(folder, file), 1, 1);
  await gateway.store.refresh();
  await gateway.store.scrub();
  expect([gateway.store.state().problems, eventsOf(lines, 'file damaged')]).toEqual([[], []]);
});

test('a store whose DuckDB gives up opens the build anew, and answers', async () => {
  const { gateway, builds, lines } = await open();
  const lease = gateway.store.acquire();
  const { pool } = lease?.readers ?? expect.fail();
  // A bug of DuckDB 1.5, which loses the instance: where it is mended another one is needed here.
  await expect(pool.rows('SELECT typeof($1) AS t, $1::VARCHAR AS v', ['x'])).rejects.toThrow(/INTERNAL|FATAL/);
  await expect(pool.rows('SELECT 1', [])).rejects.toThrow(/failed and is being opened again/);
  await vi.waitFor(() => expect(eventsOf(lines, 'build opened')).toHaveLength(2));
  const { data, errors } = await gateway.query(EVERYTHING);
  expect([errors, wordsIn(data)]).toEqual([undefined, ['Two']]);
  expect(gateway.store.state()).toMatchObject({ build: { id: builds[1] }, problems: [] });
  expect(eventsOf(lines, 'database lost')).toMatchObject([{ level: 'error', buildId: builds[1] }]);
  lease?.release();
  await vi.waitFor(() => expect(eventsOf(lines, 'build closed')).toHaveLength(1));
});

test.each([0.01, 0.3, 0.5, 0.8, 0.99])(
  'a pointer damaged at %d of its length serves the newest build and says so',
  async (share) => {
    const { folders, builds } = await twoBuilds();
    flip(pointerPath(folders), share);
    const { gateway } = await openOver(folders, { builds });
    const { build, problems } = gateway.store.state();
    expect(build).toMatchObject({ id: builds[1], version: 2 });
    expect(problems).toEqual([`the pointer current.json is missing or not readable: serving ${builds[1]} instead`]);
  },
);

test('a kept build whose manifest is damaged is never gone back to, and the scrub names it', async () => {
  const { gateway, folders, folder, builds } = await open();
  flip(join(buildFolder(folders, builds[0]), MANIFEST_FILE), 0.5);
  await gateway.store.scrub();
  expect(gateway.store.state().problems).toEqual([
    `manifest.json of build ${builds[0]} is damaged: that build is not served, and would not do`,
  ]);
  await rm(join(folder, tableFile('titles')));
  await gateway.store.refresh();
  expect(gateway.store.state().build?.id).toBe(builds[1]);
  expect(readFileSync(join(folder, MANIFEST_FILE), 'utf8')).toContain(builds[1]);
});
