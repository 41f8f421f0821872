import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { expect, onTestFinished, test } from 'vitest';

import { TMDB_ATTRIBUTION } from '../../../src/dataset/sources/tmdb-terms.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { administer, ADMINISTERED, OF_THE_BOSS } from '../../support/administrator.ts';
import { subscribe } from '../../support/events.ts';
import { SMALL, writeSources } from '../../support/imdb-files.ts';
import { ingestInto } from '../../support/ingest.ts';
import { SMALL_TMDB } from '../../support/tmdb-rows.ts';
import { writeTmdbSnapshot } from '../../support/tmdb-snapshot.ts';
import type { TmdbRows } from '../../support/tmdb-snapshot.ts';
import { startMarquee } from '../../support/start-marquee.ts';
import { startServing } from '../../support/serving.ts';

const TARGETS = '{ exportTargets { target running { rows } lastExport { outcome reason startedBy rows buildId } } }';
const START = 'mutation ($target: String) { startExport(target: $target) { outcome targets { target } } }';

interface Target {
  target: string;
  lastExport: { outcome: string; reason: string | null; startedBy: string; rows: number } | null;
}

/** A server over a small build, with an administrator and these targets. */
async function start(targets: string, more: Record<string, string> = {}, tmdb?: TmdbRows) {
  const folder = newFolder();
  const from = await writeSources(newFolder('sources'));
  if (tmdb !== undefined) await writeTmdbSnapshot(foldersIn(folder), tmdb);
  await ingestInto(foldersIn(folder), { from });
  const settings = { DATA_DIR: folder, IMDB_BASE_URL: `file://${from}/`, SCHEDULE: 'off', WEB_APP: 'false' };
  const serving = await startServing({ ...settings, ...ADMINISTERED, EXPORT_URL: targets, ...more });
  onTestFinished(async () => {
    expect((await serving.stop()).failed).toEqual([]);
  });
  return { serving, folder, from };
}

async function targetsOf(url: string): Promise<Target[]> {
  const { data, errors } = await administer(url, TARGETS);
  expect(errors).toBeUndefined();
  return (data as { exportTargets: Target[] }).exportTargets;
}

function rowsOf(path: string, table: string): number {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return Number(database.prepare(`SELECT count(*) AS rows FROM ${table}`).get()?.['rows']);
  } finally {
    database.close();
  }
}

test('startExport fills the targets of the settings, and exportTargets, the audit log and the log say so', async () => {
  const path = join(newFolder('out'), 'films.db');
  const bad = 'postgres://films:se-cret@127.0.0.1:1/films';
  const { serving } = await start(`sqlite:${path},${bad}`);
  expect(await administer(serving.url, START)).toMatchObject({ data: { startExport: { outcome: 'STARTED' } } });
  await expect
    .poll(async () => (await targetsOf(serving.url)).map(({ lastExport }) => lastExport?.outcome), { timeout: 30_000 })
    .toEqual(['EXPORTED', 'FAILED']);
  const [good, failed] = await targetsOf(serving.url);
  expect(good).toMatchObject({ target: `sqlite:${path}`, lastExport: { startedBy: 'boss', reason: null } });
  expect(good?.lastExport?.rows).toBe(Object.values(SMALL).flat().length);
  expect(failed).toMatchObject({ target: 'postgres://127.0.0.1:1/films' });
  expect(failed?.lastExport?.reason).toMatch(/nothing listens there/);
  expect(rowsOf(path, 'title_basics')).toBe(SMALL['title.basics'].length);
  const { data } = await administer(serving.url, '{ auditLog(first: 2) { who action outcome } }');
  expect((data as { auditLog: unknown[] }).auditLog).toEqual(
    expect.arrayContaining([{ who: 'boss', action: 'startExport', outcome: 'EXPORTED' }]),
  );
  expect(JSON.stringify(serving.lines)).not.toMatch(/se-cret/);
});

test('startExport with TMDB’s data says what goes with it, in the list and in the log, and without drops it', async () => {
  const path = join(newFolder('out'), 'films.db');
  const fetchedAt = new Date(Date.now() - 86_400_000).toISOString();
  const rows = Object.entries(SMALL_TMDB).map(([name, of]) => [name, of.map((row) => ({ ...row, fetchedAt }))]);
  const { serving } = await start(`sqlite:${path}`, {}, Object.fromEntries(rows) as TmdbRows);
  const asked = '{ exportTargets { tmdb lastExport { outcome tmdb { notice oldestFetchedAt keepUntil } } } }';
  const ended = async (): Promise<unknown> => (await administer(serving.url, asked)).data;
  const startWith = 'mutation ($tmdb: Boolean) { startExport(tmdb: $tmdb) { outcome } }';
  const keepUntil = new Date(Date.parse(fetchedAt) + 180 * 86_400_000).toISOString().slice(0, 10);
  const tmdb = { notice: expect.stringContaining(TMDB_ATTRIBUTION), oldestFetchedAt: fetchedAt, keepUntil };
  await administer(serving.url, startWith, { tmdb: true });
  await expect
    .poll(ended, { timeout: 30_000 })
    .toEqual({ exportTargets: [{ tmdb: false, lastExport: { outcome: 'EXPORTED', tmdb } }] });
  expect(rowsOf(path, 'tmdb_titles')).toBe(5);
  expect(serving.lines).toContainEqual(expect.objectContaining({ event: 'export has tmdb', keepUntil, level: 'warn' }));
  // As the settings say, where nobody says otherwise.
  await administer(serving.url, START);
  await expect
    .poll(ended, { timeout: 30_000 })
    .toEqual({ exportTargets: [{ tmdb: false, lastExport: { outcome: 'EXPORTED', tmdb: null } }] });
  expect(() => rowsOf(path, 'tmdb_titles')).toThrow(/no such table/);
});

test('startExport without TMDB’s data is refused where the settings name tables of it, and leaves the target alone', async () => {
  const path = join(newFolder('out'), 'films.db');
  const settings = { EXPORT_TMDB: 'on', EXPORT_TABLES: 'title_ratings,tmdb_titles' };
  const { serving } = await start(`sqlite:${path}`, settings);
  const answer = await administer(serving.url, 'mutation { startExport(tmdb: false) { outcome } }');
  expect(answer).toMatchObject({
    data: { startExport: null },
    errors: [
      {
        message: expect.stringMatching(/^startExport\(tmdb: false\): EXPORT_TABLES tmdb_titles: the tables of TMDB's/),
        extensions: { code: 'BAD_USER_INPUT' },
      },
    ],
  });
  expect((await targetsOf(serving.url))[0]?.lastExport).toBeNull();
  expect(existsSync(path)).toBe(false);
});

test('exportProgress tells of the beginning and the end of an export', async () => {
  const path = join(newFolder('out'), 'films.db');
  const { serving } = await start(`sqlite:${path}`);
  const stream = await subscribe(
    `${serving.url}/graphql`,
    `subscription ${TARGETS.replace('exportTargets', 'exportProgress')}`,
    {
      headers: OF_THE_BOSS,
    },
  );
  const seen: string[] = [];
  expect((await stream.next())?.event).toBe('next');
  await administer(serving.url, START);
  while (!seen.includes('EXPORTED')) {
    const event = (await stream.next())?.data as { data: { exportProgress: Target[] } };
    seen.push(event.data.exportProgress[0]?.lastExport?.outcome ?? 'RUNNING');
  }
  stream.leave();
});

test('startExport and cancelExport say when there is no such target, and when nothing goes on', async () => {
  const { serving } = await start('');
  const unknown = { target: 'sqlite:/nowhere' };
  expect(await administer(serving.url, START)).toMatchObject({ data: { startExport: { outcome: 'NO_SUCH_TARGET' } } });
  expect(await administer(serving.url, START, unknown)).toMatchObject({
    data: { startExport: { outcome: 'NO_SUCH_TARGET' } },
  });
  const cancel = 'mutation ($target: String!) { cancelExport(target: $target) { outcome } }';
  expect(await administer(serving.url, cancel, unknown)).toMatchObject({
    data: { cancelExport: { outcome: 'NO_SUCH_TARGET' } },
  });
  const { serving: other } = await start(`sqlite:${join(newFolder('out'), 'films.db')}`);
  const [target] = await targetsOf(other.url);
  expect(await administer(other.url, cancel, { target: target?.target })).toMatchObject({
    data: { cancelExport: { outcome: 'NOT_RUNNING' } },
  });
});

test('EXPORT_AFTER_INGEST exports what has changed after each promotion', { timeout: 120_000 }, async () => {
  const path = join(newFolder('out'), 'films.db');
  const { serving, from } = await start(`sqlite:${path}`, { EXPORT_AFTER_INGEST: 'on' });
  expect(existsSync(path)).toBe(false);
  await writeSources(from, { rows: { 'title.ratings': [['tt0000001', '9.9', '1234']] } });
  expect(await serving.nightly.ingest({ force: true })).toMatchObject({ status: 'promoted' });
  await expect
    .poll(async () => (await targetsOf(serving.url))[0]?.lastExport?.outcome, { timeout: 30_000 })
    .toBe('EXPORTED');
  expect(rowsOf(path, 'title_ratings')).toBe(1);
  await writeSources(from, { rows: { 'title.ratings': SMALL['title.ratings'] } });
  expect(await serving.nightly.ingest({ force: true })).toMatchObject({ status: 'promoted' });
  // The line comes last.
  await expect
    .poll(() => serving.lines.filter(({ event }) => event === 'export'), { timeout: 30_000 })
    .toMatchObject([{ status: 'exported' }, { status: 'exported', tables: [{ name: 'title_ratings' }] }]);
  expect(rowsOf(path, 'title_ratings')).toBe(SMALL['title.ratings'].length);
});

/** AuthenticationOk and ReadyForQuery of PostgreSQL's protocol. */
const WELCOME = Buffer.from('5200000008000000005a0000000549', 'hex');

/** A port of a PostgreSQL that lets everybody in and answers no query, and the connections that have come. */
async function startSilent(): Promise<{ port: number; sockets: Socket[] }> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket.on('error', () => undefined));
    socket.once('data', () => socket.write(WELCOME));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.close();
    for (const socket of sockets) socket.destroy();
  });
  return { port: (server.address() as AddressInfo).port, sockets };
}

test(
  'of two who start an export at once one begins, and a promotion meanwhile is followed by another export',
  { timeout: 120_000 },
  async () => {
    const { port, sockets } = await startSilent();
    const { serving, from } = await start(`postgres://films@127.0.0.1:${port}/films`, { EXPORT_AFTER_INGEST: 'on' });
    const answers = await Promise.all([administer(serving.url, START), administer(serving.url, START)]);
    const outcomes = answers.map(({ data }) => (data as { startExport: { outcome: string } }).startExport.outcome);
    expect(outcomes.sort()).toEqual(['BUSY', 'STARTED']);
    await expect.poll(() => sockets.length, { timeout: 10_000 }).toBe(1);
    await writeSources(from, { rows: { 'title.ratings': [['tt0000001', '9.9', '1234']] } });
    expect(await serving.nightly.ingest({ force: true })).toMatchObject({ status: 'promoted' });
    sockets[0]?.destroy();
    await expect.poll(() => sockets.length, { timeout: 30_000 }).toBe(2);
    sockets[1]?.destroy();
  },
);

test.each(['{ exportTargets { target } }', START, 'mutation { cancelExport(target: "sqlite:/a") { outcome } }'])(
  'who is no administrator is refused: %s',
  async (query) => {
    const path = join(newFolder('out'), 'films.db');
    const { serving } = await start(`sqlite:${path}`);
    const response = await fetch(`${serving.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const answer = await response.text();
    expect(answer).toMatch(/UNAUTHENTICATED|FORBIDDEN/);
    expect(answer).not.toContain(path);
    expect(existsSync(path)).toBe(false);
  },
);

test.each([
  [{ EXPORT_TABLES: 'title_rating' }, /EXPORT_TABLES title_rating: there is no such table/],
  [{ EXPORT_URL: 'postgres://films:1/se-cret@db/films' }, /The postgres:\/\/ address of an export cannot be read/],
])('wrong settings of exports hold up the start, in words: %o', async (settings, words) => {
  const folder = newFolder();
  const started = startServing({ DATA_DIR: folder, SCHEDULE: 'off', WEB_APP: 'false', ...settings });
  const error = await started.then(
    () => undefined,
    (reason: unknown) => reason as Error,
  );
  expect(error?.message).toMatch(words);
  expect(error?.message).not.toMatch(/cret/);
});

test('marquee export fills the targets of older settings, and says what it has done', async () => {
  const folder = newFolder();
  const from = await writeSources(newFolder('sources'));
  await ingestInto(foldersIn(folder), { from });
  const path = join(folder, 'films.db');
  const settings = { DB_URL: `sqlite:${path}` };
  const { child, errors } = startMarquee(['export'], { folder, settings });
  await expect.poll(() => child.exitCode, { timeout: 30_000 }).toBe(0);
  expect(errors()).toMatch(/exported: build \w+, 7 tables with \d+ rows, to sqlite:/);
  const again = startMarquee(['export', 'counts'], { folder, settings });
  await expect.poll(() => again.child.exitCode, { timeout: 30_000 }).toBe(0);
  expect(again.errors()).toMatch(/title_basics +3 {2}of 3/);
});
