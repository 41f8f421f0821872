import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';

import { expect, onTestFinished, test } from 'vitest';

import { TMDB_TITLE_KINDS } from '../../../../src/dataset/sources/tmdb.ts';
import { runTmdb } from '../../../../src/ingest/sources/tmdb/runs/run-tmdb.ts';
import type { Mirror } from '../../../../src/ingest/sources/tmdb/mirror.ts';
import { demoBuild } from '../../../support/demo-build.ts';
import { countHeld, mirrorOf, openTmdb, runOptions } from './tmdb-runs.ts';

const now = (): Date => new Date('2026-11-30T20:00:00Z');
const DAY_MS = 86_400_000;

test('ids by year and votes are those of the titles that TMDB has of them, asked for once', async () => {
  const origin = await openTmdb({ now });
  const whole = runOptions(origin, { now });
  await runTmdb(whole, { stage: 'all' });
  const expected = TMDB_TITLE_KINDS.flatMap((kind) =>
    [...mirrorOf(whole).answers(kind)].flatMap(({ id, body }) => {
      const { release_date: film, first_air_date: series, vote_count: votes } = body as Record<string, string | number>;
      const year = Number(String(film ?? series ?? '').slice(0, 4));
      return year >= 1990 && year <= 2009 && Number(votes) >= 10 ? [`${kind} ${id}`] : [];
    }),
  );
  expect(expected.length).toBeGreaterThan(3);
  const options = runOptions(origin, { now });
  const run = { stage: 'ids', selection: { years: [1990, 2009], minVotes: 10 } } as const;
  expect(await runTmdb(options, run)).toMatchObject({ status: 'done', failed: 0 });
  const mirror = mirrorOf(options);
  expect(wanted(mirror).sort()).toEqual(expected.sort());
  // Once more on the same day asks for nothing but whether TMDB answers.
  const asked = [...origin.log.asked.values()].reduce((sum, count) => sum + count, 0);
  await runTmdb(options, run);
  expect([...origin.log.asked.values()].reduce((sum, count) => sum + count, 0)).toBe(asked + 1);
  expect(mirror.note('scope')).toBe('SOME');
});

test('a list of more than 500 pages is read by genre and by halves of the year, and resumes at its page', async () => {
  const { url, asked, break: breakAt } = await openDiscover();
  const options = runOptions({ baseUrl: url, exportUrl: url, token: 'x' }, { now });
  const run = { stage: 'ids', selection: { years: [1999, 1999] } } as const;
  breakAt(400);
  expect(await runTmdb(options, run)).toMatchObject({ status: 'failed' });
  breakAt(Infinity);
  expect(await runTmdb(options, run)).toMatchObject({ status: 'done' });
  const mirror = mirrorOf(options);
  expect(wanted(mirror)).toHaveLength(365 * 3);
  const twice = [...asked].filter(([path, times]) => times > 1 && path.startsWith('/discover'));
  // The pages at which it was broken off: eight tries of one.
  expect(twice.length).toBeLessThanOrEqual(1);
  expect([...asked.keys()].some((path) => path.includes('without_genres=18'))).toBe(true);
  expect([...asked.keys()].some((path) => path.includes('primary_release_date.lte=1999-07-02'))).toBe(true);
});

test('ids of titles that IMDb has are looked up, one request for each, and only those are wanted', async () => {
  const { folders } = await demoBuild(0.001);
  const origin = await openTmdb({ now, scale: 0.001 });
  const options = runOptions(origin, { now });
  const merged = { ...options, folders: { ...folders, tmdb: options.folders.tmdb } };
  const run = { stage: 'ids', selection: { onlyImdbKnown: true, minVotes: 200, years: [1950, 2020] } } as const;
  expect(await runTmdb(merged, run)).toMatchObject({ status: 'done', failed: 0 });
  const mirror = mirrorOf(options);
  expect(countHeld(mirror, 'find')).toBeGreaterThan(10);
  // Titles that TMDB has under an IMDb id, and no others.
  const found = [...mirror.answers('find')].flatMap(({ body }) => {
    const { movie_results: films, tv_results: series } = body as Record<string, { id: number }[]>;
    const named = (films ?? []).map(({ id }) => `movie ${id}`);
    return named.concat((series ?? []).map(({ id }) => `tv ${id}`));
  });
  expect(found.length).toBeGreaterThan(20);
  expect(new Set(wanted(mirror))).toEqual(new Set(found));
  expect(await runTmdb(merged, { stage: 'details' })).toMatchObject({ status: 'done' });
  const imdbIds = TMDB_TITLE_KINDS.flatMap((kind) => [...mirror.answers(kind)]).map(
    ({ body }) => (body as { external_ids: { imdb_id: string | null } }).external_ids.imdb_id,
  );
  expect(imdbIds.every((id) => /^tt[0-9]{7,}$/.test(id ?? ''))).toBe(true);
});

test('ids of a build that is not there say what to do', async () => {
  const options = runOptions(await openTmdb({ now }), { now });
  expect(await runTmdb(options, { stage: 'ids', selection: { onlyImdbKnown: true } })).toMatchObject({
    status: 'failed',
    reason: 'there is no build whose ids could be looked up: run `npx marquee ingest` first',
  });
});

test('the file of ids is that of the day before where that of today is not there, and is asked for again where it breaks off', async () => {
  const lines = '{"id":1,"adult":false}\n{"id":2,"adult":true}\n{"id":3}\n';
  const whole = gzipSync(lines);
  let tries = 0;
  const asked: string[] = [];
  const url = await open((path, end) => {
    asked.push(path);
    if (path.includes('configuration') || path.includes('genre')) return end(200, '{"genres":[]}');
    if (path.includes('11_30')) return end(403, 'AccessDenied');
    tries += 1;
    return end(200, tries === 1 ? whole.subarray(0, -12) : whole);
  });
  const options = runOptions({ baseUrl: url, exportUrl: url, token: 'x' }, { now });
  expect(await runTmdb(options, { stage: 'ids' })).toMatchObject({ status: 'done' });
  const mirror = mirrorOf(options);
  expect(wanted(mirror)).toEqual(['movie 1', 'movie 3', 'tv 1', 'tv 3']);
  expect(asked.filter((path) => path.includes('movie_ids'))).toEqual([
    '/movie_ids_11_30_2026.json.gz',
    '/movie_ids_11_29_2026.json.gz',
    '/movie_ids_11_29_2026.json.gz',
  ]);
  const before = asked.length;
  await runTmdb(options, { stage: 'ids' });
  expect(asked.slice(before)).toEqual(
    ['/configuration', '/movie_ids_11_30_2026.json.gz', '/tv_series_ids_11_30_2026.json.gz'].slice(
      0,
      asked.length - before,
    ),
  );
});

test('a file of ids that is not as documented names its line, and is not taken', async () => {
  const url = await open((path, end) =>
    path.includes('_ids_') ? end(200, gzipSync('{"id":1}\nid,title\n')) : end(200, '{}'),
  );
  const options = runOptions({ baseUrl: url, exportUrl: url, token: 'x' }, { now });
  expect(await runTmdb(options, { stage: 'ids' })).toMatchObject({
    status: 'failed',
    reason: 'movie_ids_11_30_2026.json.gz, line 2: "id,title" is not an object with an id',
  });
});

test('changes make what changed due, want what is new, and say which days lie too far back', async () => {
  let time = now();
  const clock = (): Date => time;
  const origin = await openTmdb({ now: clock });
  const options = runOptions(origin, { now: clock });
  await runTmdb(options, { stage: 'all' });
  const mirror = mirrorOf(options);
  time = new Date(now().getTime() + 5 * DAY_MS);
  const run = { stage: 'ids', selection: { since: new Date(now().getTime() - DAY_MS) } } as const;
  expect(await runTmdb(options, run)).toMatchObject({ status: 'done' });
  const due = mirror.countDue(['movie', 'tv', 'person'], time);
  expect(due).toBeGreaterThan(0);
  expect(due).toBeLessThan(100);
  const held = await runTmdb(options, { stage: 'all' });
  expect(held).toMatchObject({ status: 'done', left: 0 });
  time = new Date(now().getTime() + 40 * DAY_MS);
  await runTmdb(options, run);
  expect(options.lines()).toContain('"event":"tmdb changes missed","from":"2026-11-29"');
});

function wanted(mirror: Mirror): string[] {
  return TMDB_TITLE_KINDS.flatMap((kind) =>
    mirror.due(kind, { by: now(), most: 5000 }).map(({ id }) => `${kind} ${id}`),
  );
}

type End = (status: number, body: string | Buffer) => void;

async function open(answer: (path: string, end: End) => void): Promise<string> {
  const server = createServer((request, response) =>
    answer(request.url ?? '', (status, body) => void response.writeHead(status).end(body)),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Three films of each day of a year, two of them of genre 18, each on a page of its own. */
async function openDiscover() {
  const asked = new Map<string, number>();
  let answers = 0;
  let breakAt = Infinity;
  const url = await open((path, end) => {
    asked.set(path, (asked.get(path) ?? 0) + 1);
    const { pathname, searchParams: query } = new URL(path, 'http://tmdb');
    if (pathname === '/configuration' && answers < breakAt) return end(200, '{}');
    answers += 1;
    if (answers >= breakAt) return end(500, '{}');
    if (pathname.startsWith('/genre')) return end(200, '{"genres":[{"id":18,"name":"Drama"}]}');
    const from = query.get('primary_release_date.gte') ?? '1999-01-01';
    const to = query.get('primary_release_date.lte') ?? '1999-12-31';
    const days = pathname === '/discover/tv' ? [] : Array.from({ length: 365 }, (_, day) => day);
    const ids = days
      .filter((day) => {
        const date = new Date(Date.UTC(1999, 0, 1 + day)).toISOString().slice(0, 10);
        return date >= from && date <= to;
      })
      .flatMap((day) => [day * 3 + 1, day * 3 + 2, day * 3 + 3])
      .filter((id) => (query.has('with_genres') ? id % 3 !== 0 : !query.has('without_genres') || id % 3 === 0));
    const page = Number(query.get('page'));
    return end(
      200,
      JSON.stringify({ page, total_pages: ids.length, results: ids.slice(page - 1, page).map((id) => ({ id })) }),
    );
  });
  return { url, asked, break: (at: number) => void (breakAt = at) };
}
