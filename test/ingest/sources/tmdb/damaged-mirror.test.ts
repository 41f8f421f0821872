import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { zstdCompressSync } from 'node:zlib';

import { expect, test } from 'vitest';

import { tmdbStatus } from '../../../../src/commands/administration/tmdb-status.ts';
import type { Folders } from '../../../../src/dataset/builds/paths.ts';
import { MIRROR_FILE } from '../../../../src/ingest/sources/tmdb/mirror/mirror-database.ts';
import { runTmdb } from '../../../../src/ingest/sources/tmdb/runs/run-tmdb.ts';
import type { TmdbRunOptions } from '../../../../src/ingest/sources/tmdb/runs/run-tmdb.ts';
import { snapshotWriter } from '../../../../src/ingest/sources/tmdb/snapshot/snapshot-writer.ts';
import { readCurrent } from '../../../../src/storage/builds/builds.ts';
import { newFolder } from '../../../support/folders.ts';
import { SMALL, writeSources } from '../../../support/imdb-files.ts';
import { ingestInto } from '../../../support/ingest.ts';
import { answersOf, mirrorOf, openTmdb, runOptions } from './tmdb-runs.ts';

const SETTINGS = { token: 'x', nightlyRequests: 30_000, requestsPerSecond: 40 } as Parameters<
  typeof tmdbStatus
>[0]['tmdb'];

/** Options of runs that write snapshots as the program does. */
async function options(): Promise<ReturnType<typeof runOptions>> {
  const made = runOptions(await openTmdb());
  return { ...made, writeSnapshot: snapshotWriter(made.log) };
}

const pathOf = ({ folders }: Pick<TmdbRunOptions, 'folders'>): string => join(folders.tmdb ?? '', MIRROR_FILE);

/** Runs a statement on the mirror's file, all of which is in the file then. */
function onFile(path: string, work: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(path);
  work(database);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  database.close();
}

function rowsOf(lines: string): Record<string, number> {
  const last = lines.split('\n').findLast((line) => line.includes('"tmdb snapshot"')) ?? '';
  return (JSON.parse(last) as { rows: Record<string, number> }).rows;
}

test('an answer that is damaged costs one row, is said, and is asked for again by the next run', async () => {
  const own = await options();
  expect(await runTmdb(own, { stage: 'all' })).toMatchObject({ status: 'done', failed: 0, left: 0 });
  const whole = answersOf(mirrorOf(own));
  const before = rowsOf(own.lines());
  const path = pathOf(own);
  let [flipped, unread] = [0, 0];
  onFile(path, (database) => {
    const rows = database.prepare("SELECT id, body FROM answers WHERE kind = 'person' ORDER BY id LIMIT 2").all();
    [flipped, unread] = rows.map(({ id }) => Number(id)) as [number, number];
    // Whole, but no JSON.
    database
      .prepare("UPDATE answers SET body = ? WHERE kind = 'person' AND id = ?")
      .run(zstdCompressSync('{"id": 7'), unread);
  });
  // One byte of the other one, where it lies on the disk: a text of as many letters would be JSON too.
  flipInBody(path, flipped);
  const again = await runTmdb(own, { stage: 'genres' });
  expect(again).toMatchObject({ status: 'done' });
  expect(rowsOf(own.lines())).toEqual({ ...before, 'tmdb.people': (before['tmdb.people'] ?? 0) - 2 });
  expect(own.lines()).toMatch(/"event":"tmdb answers damaged","answers":2/);
  const status = tmdbStatus({ folders: own.folders, tmdb: SETTINGS }, new Date());
  expect(status).toContain('Failed: 2; `marquee tmdb failed` asks again.');
  for (const id of [flipped, unread]) {
    expect(status).toMatch(
      new RegExp(`person ${id}: its answer was damaged in the mirror, and is deleted: .+ \\(again in the next run\\)`),
    );
  }
  expect(await runTmdb(own, { stage: 'people' })).toMatchObject({ status: 'done', held: 2, failed: 0, left: 0 });
  expect(answersOf(mirrorOf(own))).toEqual(whole);
  expect(rowsOf(own.lines())).toEqual(before);
});

test('a film whose earlier answer is damaged is fetched as one that had none', async () => {
  const own = await options();
  await runTmdb(own, { stage: 'all' });
  const path = pathOf(own);
  let id = 0;
  onFile(path, (database) => {
    id = Number(database.prepare("SELECT min(id) AS id FROM answers WHERE kind = 'movie'").get()?.['id']);
    database.prepare("UPDATE answers SET body = x'00' WHERE kind = 'movie' AND id = ?").run(id);
    database.prepare("UPDATE things SET due_at = 0 WHERE kind = 'movie' AND id = ?").run(id);
  });
  expect(await runTmdb(own, { stage: 'details' })).toMatchObject({ status: 'done', failed: 0, left: 0 });
  expect(mirrorOf(own).state({ kind: 'movie', id, part: 0 })).toMatchObject({ state: 'HELD' });
});

test.each([
  ['the table of answers', 'answers', /is damaged: move it away, and `marquee tmdb all` fetches everything again/],
  ['the table of things', 'things', /is damaged: move it away, and `marquee tmdb all` fetches everything again/],
  ['the first page', undefined, /is damaged, or no file of the mirror: move it away/],
])('a file with a damage in %s says what to do, and the build of IMDb is made', async (_, table, words) => {
  const own = await options();
  await runTmdb(own, { stage: 'all' });
  const path = pathOf(own);
  let page = 1;
  onFile(path, (database) => {
    if (table === undefined) return;
    const row = database.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table);
    page = Number(row?.['rootpage']);
  });
  fillPage(path, page);
  for (const stage of ['nightly', 'all', 'failed'] as const) {
    const outcome = await runTmdb(own, { stage });
    expect(outcome, stage).toMatchObject({ status: 'failed', reason: expect.stringMatching(words) });
    expect((outcome as { reason: string }).reason).toContain(path);
  }
  expect(saidByStatus(own)).toMatch(words);
  const manifest = await buildOver(own.folders);
  // What the mirror had is in the snapshot, which is whole.
  expect(manifest?.tmdb?.sources).toHaveLength(8);
  expect(manifest?.tables.find(({ name }) => name === 'tmdb_titles')?.rows).toBeGreaterThan(0);
});

/** What `marquee tmdb status` says: of the last run, where it can still read that. */
function saidByStatus({ folders }: Pick<TmdbRunOptions, 'folders'>): string {
  try {
    return tmdbStatus({ folders, tmdb: SETTINGS }, new Date());
  } catch (error) {
    return String(error);
  }
}

async function buildOver(folders: Folders) {
  const from = await writeSources(newFolder('origin'), { rows: SMALL });
  expect(await ingestInto(folders, { from })).toMatchObject({ status: 'promoted' });
  return readCurrent(folders);
}

/** Changes one byte in the middle of an answer about a person, in the file. */
function flipInBody(path: string, id: number): void {
  const database = new DatabaseSync(path, { readOnly: true });
  const body = database.prepare("SELECT body FROM answers WHERE kind = 'person' AND id = ?").get(id)?.['body'];
  database.close();
  const bytes = readFileSync(path);
  const at = bytes.indexOf(Buffer.from(body as Uint8Array));
  expect(at).toBeGreaterThan(0);
  const middle = at + Math.floor((body as Uint8Array).length / 2);
  bytes[middle] = 255 - (bytes[middle] ?? 0);
  writeFileSync(path, bytes);
}

/** Overwrites a page of the file. */
function fillPage(path: string, page: number): void {
  const size = readFileSync(path).readUInt16BE(16);
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(size, 0xa5), 0, size, (page - 1) * size);
  closeSync(file);
}
