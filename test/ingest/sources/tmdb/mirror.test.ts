import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';

import { expect, onTestFinished, test } from 'vitest';

import type { TmdbThing } from '../../../../src/dataset/sources/tmdb.ts';
import { openMirror } from '../../../../src/ingest/sources/tmdb/mirror.ts';
import type { Mirror } from '../../../../src/ingest/sources/tmdb/mirror.ts';
import { MIRROR_FILE } from '../../../../src/ingest/sources/tmdb/mirror/mirror-database.ts';
import { newFolder } from '../../../support/folders.ts';

const DAY_MS = 86_400_000;
const NOW = new Date('2026-11-30T08:00:00Z');
const LATER = new Date(NOW.getTime() + 170 * DAY_MS);

test('mirror keeps what it was told when it is opened again', async () => {
  const folder = newFolder('mirror');
  const first = openMirror(folder);
  first.want([movie(603), movie(604), movie(605), movie(606)]);
  await first.hold(movie(603), { fetchedAt: NOW, dueAt: LATER, text: '{"id":603,"title":"マトリックス"}' });
  first.fail(movie(604), { reason: 'answered 500', retryAt: () => LATER });
  first.remove(movie(605), { at: NOW, into: movie(700) });
  first.takePage({ name: 'movie 2026', page: 2, pages: 9, readAt: NOW }, { wants: [movie(800)] });
  first.setNote('scope', 'all');
  first.close();
  const mirror = reopen(folder);
  expect(mirror.answer(movie(603))).toEqual({
    id: 603,
    part: 0,
    fetchedAt: NOW,
    body: { id: 603, title: 'マトリックス' },
  });
  expect(states(mirror, [603, 604, 605, 606, 700, 800, 900])).toEqual([
    'HELD',
    'FAILED',
    'GONE',
    'WANTED',
    'WANTED',
    'WANTED',
    undefined,
  ]);
  expect(mirror.state(movie(605))?.into).toBe(700);
  expect(mirror.failed({ most: 9 })).toEqual([{ thing: movie(604), reason: 'answered 500', tries: 1, retryAt: LATER }]);
  expect(mirror.lastPage('movie 2026')).toEqual({ name: 'movie 2026', page: 2, pages: 9, readAt: NOW });
  expect(mirror.lastPage('movie 2027')).toBeUndefined();
  expect(mirror.note('scope')).toBe('all');
  expect(mirror.counts()).toEqual([
    { kind: 'movie', state: 'FAILED', things: 1 },
    { kind: 'movie', state: 'GONE', things: 1 },
    { kind: 'movie', state: 'HELD', things: 1 },
    { kind: 'movie', state: 'WANTED', things: 3 },
  ]);
});

test('due gives what is wanted first, then what is held or failed and due, and never what is gone', async () => {
  const mirror = open();
  mirror.want([1, 2, 3, 4, 5].map(movie));
  await mirror.hold(movie(1), { fetchedAt: NOW, dueAt: NOW, text: '{}' });
  await mirror.hold(movie(2), { fetchedAt: NOW, dueAt: LATER, text: '{}' });
  mirror.fail(movie(3), { reason: 'no answer', retryAt: () => new Date(NOW.getTime() - 1) });
  mirror.remove(movie(4), { at: NOW });
  const ids = () => mirror.due('movie', { by: NOW, most: 9 }).map(({ id }) => id);
  expect(ids()).toEqual([5, 3, 1]);
  expect(mirror.countDue(['movie', 'tv'], NOW)).toBe(3);
  expect(mirror.due('movie', { by: NOW, most: 1 })).toEqual([movie(5)]);
  expect(mirror.change([movie(2), movie(4), movie(77)])).toBe(2);
  expect(ids()).toEqual([2, 4, 5, 3, 1]);
  expect(states(mirror, [2, 4])).toEqual(['HELD', 'WANTED']);
});

test('change leaves out what was answered since', async () => {
  const mirror = open();
  await mirror.hold(movie(1), { fetchedAt: NOW, dueAt: LATER, text: '{}' });
  mirror.remove(movie(2), { at: NOW });
  expect(mirror.change([movie(1), movie(2)], NOW)).toBe(1);
  expect(mirror.due('movie', { by: NOW, most: 9 })).toEqual([movie(2)]);
  expect(mirror.change([movie(1)], new Date(NOW.getTime() + 1))).toBe(1);
});

test('hold takes the answer and all that it makes wanted, or nothing of it', async () => {
  const mirror = open();
  const wants = [{ kind: 'person', id: 1, part: 0 } as const, { kind: 'person', id: 1.5, part: 0 } as const];
  const answer = { fetchedAt: NOW, dueAt: LATER, text: '{}' };
  await expect(mirror.hold(movie(1), { ...answer, wants })).rejects.toThrow(/INTEGER/);
  expect(mirror.counts()).toEqual([]);
  expect(mirror.answer(movie(1))).toBeUndefined();
  await mirror.hold(movie(1), { ...answer, wants: wants.slice(0, 1) });
  expect(mirror.counts()).toHaveLength(2);
});

test('an answer stays while its thing fails, and goes with it when it is gone', async () => {
  const mirror = open();
  await mirror.hold(movie(1), { fetchedAt: NOW, dueAt: LATER, text: '{"a":1}' });
  mirror.fail(movie(1), { reason: 'answered 500', retryAt: (tries) => new Date(tries) });
  mirror.fail(movie(1), { reason: 'answered 502', retryAt: (tries) => new Date(tries) });
  expect(mirror.failed({ most: 1 })).toMatchObject([{ tries: 2, retryAt: new Date(2), reason: 'answered 502' }]);
  expect([...mirror.answers('movie')]).toMatchObject([{ body: { a: 1 } }]);
  expect(mirror.failed({ most: 1, after: movie(1) })).toEqual([]);
  mirror.remove(movie(1), { at: NOW });
  expect([...mirror.answers('movie')]).toEqual([]);
});

test('answers gives all of a kind in the order of id and part, and lets others write meanwhile', async () => {
  const mirror = open();
  for (const id of [300, 2, 1]) {
    for (const part of [1, 0]) {
      const season = { kind: 'season', id, part } as const;
      await mirror.hold(season, { fetchedAt: NOW, dueAt: LATER, text: JSON.stringify({ id, part }) });
    }
  }
  for (let id = 1; id <= 250; id += 1) {
    await mirror.hold(movie(id), { fetchedAt: NOW, dueAt: LATER, text: JSON.stringify({ id }) });
  }
  expect([...mirror.answers('season')].map(({ id, part, body }) => [id, part, body])).toEqual(
    [1, 2, 300].flatMap((id) => [0, 1].map((part) => [id, part, { id, part }])),
  );
  const seen: number[] = [];
  for (const { id } of mirror.answers('movie')) {
    if (id === 50) mirror.remove(movie(240), { at: NOW });
    seen.push(id);
  }
  expect(seen).toEqual(Array.from({ length: 250 }, (_, index) => index + 1).filter((id) => id !== 240));
});

test('deleteBefore deletes old answers, and their things are wanted again', async () => {
  const mirror = open();
  const days = (count: number) => new Date(NOW.getTime() - count * DAY_MS);
  await mirror.hold(movie(1), { fetchedAt: days(181), dueAt: LATER, text: '{}' });
  await mirror.hold(movie(2), { fetchedAt: days(181), dueAt: LATER, text: '{}' });
  await mirror.hold(movie(3), { fetchedAt: days(10), dueAt: LATER, text: '{}' });
  mirror.fail(movie(2), { reason: 'answered 500', retryAt: () => LATER });
  expect(mirror.oldest({ before: NOW, most: 2 })).toEqual([movie(1), movie(2)]);
  expect(mirror.ages().map(({ answers }) => answers)).toEqual([2, 1]);
  expect(mirror.oldestAnswer()).toEqual(days(181));
  expect(mirror.deleteBefore(days(180))).toBe(2);
  expect(states(mirror, [1, 2, 3])).toEqual(['WANTED', 'FAILED', 'HELD']);
  expect([...mirror.answers('movie')].map(({ id }) => id)).toEqual([3]);
  expect(mirror.due('movie', { by: NOW, most: 9 })).toEqual([movie(1)]);
});

test('answers are kept compressed', async () => {
  const folder = newFolder('mirror');
  const mirror = reopen(folder);
  const text = JSON.stringify({ overview: 'a text that is said again and again. '.repeat(3000) });
  await mirror.hold(movie(1), { fetchedAt: NOW, dueAt: LATER, text });
  const file = readFileSync(join(folder, `${MIRROR_FILE}-wal`));
  expect(file.includes('again and again')).toBe(false);
  expect(file.length).toBeLessThan(text.length);
});

test('openMirror refuses the file of a newer program', () => {
  const folder = newFolder('mirror');
  openMirror(folder).close();
  const database = new DatabaseSync(join(folder, MIRROR_FILE));
  database.exec('PRAGMA user_version = 99');
  database.close();
  expect(() => openMirror(folder)).toThrow(/newer version of this program \(format 99\)/);
});

test('a killed process loses nothing that was committed', async () => {
  const folder = newFolder('mirror');
  const child = spawn(process.execPath, [fileURLToPath(new URL('children/take-answers.ts', import.meta.url)), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let said = '';
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk.toString();
    if (said.split('\n').length > 200) child.kill('SIGKILL');
  });
  await ended;
  const told = said.slice(0, said.lastIndexOf('\n')).split('\n').map(Number);
  const mirror = reopen(folder);
  const there = [...mirror.answers('movie')].map(({ id }) => id);
  expect(told.length).toBeGreaterThanOrEqual(200);
  // The last one may be committed and not said yet.
  expect(there.slice(0, told.length)).toEqual(told);
  expect(mirror.countDue(['person'], NOW)).toBe(there.length);
});

function movie(id: number): TmdbThing {
  return { kind: 'movie', id, part: 0 };
}

function open(): Mirror {
  return reopen(newFolder('mirror'));
}

function reopen(folder: string): Mirror {
  const mirror = openMirror(folder);
  onTestFinished(() => mirror.close());
  return mirror;
}

function states(mirror: Mirror, ids: readonly number[]): (string | undefined)[] {
  return ids.map((id) => mirror.state(movie(id))?.state);
}
