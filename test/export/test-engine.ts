import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import type { Folders } from '../../src/dataset/builds/paths.ts';
import type { Dialect } from '../../src/export/dialects/dialect.ts';
import { openEngine } from '../../src/export/load/open-engine.ts';
import { exportBuild } from '../../src/export/load/export-build.ts';
import type { ExportOptions } from '../../src/export/load/export-build.ts';
import { SILENT_EXPORT } from '../../src/export/load/export-outcome.ts';
import type { ExportOutcome } from '../../src/export/load/export-outcome.ts';
import { EVERY_EXPORT_TABLE, isTmdbTable } from '../../src/export/shape/every-table.ts';
import { EXPORT_TABLES } from '../../src/export/shape/export-tables.ts';
import type { ExportTable } from '../../src/export/shape/export-tables.ts';
import type { ExportValue } from '../../src/export/shape/values.ts';
import { TMDB_EXPORT_NOTICE, TMDB_EXPORT_TABLES } from '../../src/export/shape/tmdb-export-tables.ts';
import { parseTarget } from '../../src/export/targets/target.ts';
import { readCurrent } from '../../src/storage/builds/builds.ts';
import { openTables } from '../product/tables.ts';
import { openHalfClosingProxy } from '../support/databases/half-closing-proxy.ts';
import { demoBuild, tmdbBuild } from '../support/demo-build.ts';
import { TMDB_NOW } from '../support/tmdb-mirror.ts';
import { buildValues } from './build-values.ts';
import { oddBuild } from './odd-build.ts';
import { oddTmdbBuild } from './odd-tmdb-build.ts';

/** A database that a test file has started. */
export interface TestDatabase {
  /** Its address, as `--to` takes it. */
  url: string;
  /** All rows of a table by the engine's own client, in any order. */
  rows(table: ExportTable): Promise<ExportValue[][]>;
  /** Runs statements and answers with the rows of the last one. */
  sql(...statements: string[]): Promise<unknown[][]>;
  /** Kills the server and starts it again; undefined where there is none. */
  killAndRestart?: () => Promise<void>;
  remove(): Promise<void>;
}

/** 2 million rows in the long form, `npm run test:exports`. */
const SCALE = process.env['EXPORTS'] === 'all' ? 0.01 : 0.001;
const LONGEST_MS = 600_000;

export interface EngineTests {
  engine: Dialect['name'];
  open: () => Promise<TestDatabase>;
}

/** Rows by the text of their key, the first columns: engines sort texts in orders of their own. */
function inOrder(rows: ExportValue[][], { key }: ExportTable): ExportValue[][] {
  const byKey = rows.map((row) => [row.slice(0, key.length).map(String).join(' '), row] as const);
  return byKey.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** The tests that every engine has to pass. */
export function testEngine({ engine, open }: EngineTests): { database: () => TestDatabase; run: typeof run } {
  let opened: TestDatabase | undefined;
  const database = (): TestDatabase => {
    if (opened === undefined) throw new Error('the database is not there yet');
    return opened;
  };

  beforeAll(async () => {
    opened = await open();
  });
  afterAll(async () => opened?.remove());

  async function run(folders: Folders, options: Partial<ExportOptions> = {}): Promise<ExportOutcome> {
    const manifest = await readCurrent(folders);
    if (manifest === undefined) throw new Error('there is no build');
    return exportBuild({
      target: parseTarget(database().url),
      folders,
      manifest,
      selection: {},
      replace: true,
      foreignKeys: true,
      parallel: 2,
      memoryLimit: '512MiB',
      threads: 1,
      progress: SILENT_EXPORT,
      signal: new AbortController().signal,
      ...options,
    });
  }

  /** Compares every row and value with the Parquet tables. */
  async function expectWhole(folders: Folders, of = EXPORT_TABLES): Promise<void> {
    const tables = await openTables(folders);
    try {
      for (const table of of) {
        const wanted = inOrder(await buildValues(tables, table, engine), table);
        const found = inOrder(await database().rows(table), table);
        expect(found.length, table.name).toBe(wanted.length);
        for (const [index, row] of wanted.entries()) {
          if (JSON.stringify(row) !== JSON.stringify(found[index])) expect(found[index], table.name).toEqual(row);
        }
      }
    } finally {
      tables.close();
    }
  }

  test('an export has every row and every value of the build', { timeout: LONGEST_MS }, async () => {
    const { folders } = await demoBuild(SCALE);
    const outcome = await run(folders);
    expect(outcome).toMatchObject({ status: 'exported', unchanged: [] });
    await expectWhole(folders);
    expect(await run(folders)).toMatchObject({ status: 'unchanged' });
  });

  test('texts with backslashes, quotes, separators and signs of all scripts arrive as they are', async () => {
    const folders = await oddBuild();
    expect(await run(folders)).toMatchObject({ status: 'exported' });
    await expectWhole(folders);
  });

  /** The names of TMDB's tables that the target has. */
  async function tmdbThere(): Promise<string[]> {
    const target = await openEngine(parseTarget(database().url), { sessions: 1 });
    try {
      const counts = await target.counts(TMDB_EXPORT_TABLES, 'served');
      expect(
        (await target.exported())
          .map(({ name }) => name)
          .filter(isTmdbTable)
          .sort(),
      ).toEqual([...counts].flatMap(([name, count]) => (count === null ? [] : [name])).sort());
      return [...counts].flatMap(([name, count]) => (count === null ? [] : [name]));
    } finally {
      await target.close();
    }
  }

  const TMDB = { selection: { tmdb: true }, now: () => TMDB_NOW };

  test(
    'an export has every row and every value of the build, and of TMDB’s data where it is asked for',
    {
      timeout: LONGEST_MS,
    },
    async () => {
      const { folders } = await tmdbBuild(SCALE);
      const outcome = await run(folders, TMDB);
      expect(outcome).toMatchObject({
        status: 'exported',
        dropped: [],
        tmdb: { notice: TMDB_EXPORT_NOTICE, oldestFetchedAt: TMDB_NOW.toISOString(), keepUntil: '2027-05-29' },
      });
      await expectWhole(folders, EVERY_EXPORT_TABLE);
      expect(await run(folders, TMDB)).toMatchObject({ status: 'unchanged', tmdb: { keepUntil: '2027-05-29' } });
    },
  );

  test('TMDB’s texts, lists and numbers arrive as they are', async () => {
    const folders = await oddTmdbBuild();
    expect(await run(folders, TMDB)).toMatchObject({ status: 'exported' });
    await expectWhole(folders, EVERY_EXPORT_TABLE);
  });

  test('an export without TMDB’s data has none of it, and drops what an earlier one has made', async () => {
    const folders = await oddTmdbBuild();
    await run(folders, TMDB);
    expect(await tmdbThere()).toHaveLength(TMDB_EXPORT_TABLES.length);
    const outcome = await run(folders, { selection: { only: ['title_ratings'] } });
    expect(outcome).toMatchObject({
      status: 'exported',
      tables: [],
      unchanged: ['title_ratings'],
      dropped: TMDB_EXPORT_TABLES.map(({ name }) => name),
    });
    expect(outcome).not.toHaveProperty('tmdb.notice');
    expect(await tmdbThere()).toEqual([]);
    await expectWhole(folders);
    expect(await run(folders)).toMatchObject({ status: 'unchanged' });
    await run(folders, TMDB);
    await expectWhole(folders, EVERY_EXPORT_TABLE);
    // The same where the tables of IMDb's are others too.
    expect(await run(await oddBuild())).toMatchObject({ dropped: TMDB_EXPORT_TABLES.map(({ name }) => name) });
    expect(await tmdbThere()).toEqual([]);
  });

  test('an export of some tables renews those of TMDB’s that are there', async () => {
    const small = await oddTmdbBuild();
    const { folders } = await tmdbBuild(0.001);
    await run(small, TMDB);
    const outcome = await run(folders, { ...TMDB, selection: { only: ['title_ratings'], tmdb: true } });
    expect(outcome).toMatchObject({ status: 'exported', tmdb: { keepUntil: '2027-05-29' } });
    await expectWhole(folders, [
      ...TMDB_EXPORT_TABLES,
      ...EXPORT_TABLES.filter(({ name }) => name === 'title_ratings'),
    ]);
  });

  test('a part of TMDB’s data is that of the titles that were asked for', async () => {
    const { folders } = await tmdbBuild(0.001);
    const selection = { types: ['movie'], minVotes: 50, tmdb: true };
    expect(await run(folders, { ...TMDB, selection })).toMatchObject({ status: 'exported' });
    const tables = await openTables(folders);
    try {
      const titles = `SELECT tconst FROM titles WHERE titleType = 'movie' AND tconst IN (SELECT tconst FROM ratings WHERE numVotes >= 50)`;
      const keys = `SELECT tmdbKey FROM tmdb_title_links WHERE tconst IN (${titles})`;
      const [wanted] = await tables.rows<Record<string, number>>(
        `SELECT (SELECT count(*) FROM tmdb_titles WHERE tmdbKey IN (${keys})) AS titles,
           (SELECT count(*) FROM tmdb_credits WHERE tmdbKey IN (${keys})) AS credits,
           (SELECT count(*) FROM tmdb_people WHERE id IN (SELECT personId FROM tmdb_credits WHERE tmdbKey IN (${keys}))) AS people,
           (SELECT count(*) FROM tmdb_recommendations WHERE tmdbKey IN (${keys}) AND recommendedKey IN (${keys})) AS recommendations`,
      );
      const counts = ['titles', 'credits', 'people', 'recommendations'];
      const found = await countsOf(counts.map((name) => `tmdb_${name}`));
      expect(Number(wanted?.['titles'])).toBeGreaterThan(0);
      expect(found).toEqual(counts.map((name) => Number(wanted?.[name])));
    } finally {
      tables.close();
    }
  });

  async function countsOf(names: readonly string[]): Promise<number[]> {
    const target = await openEngine(parseTarget(database().url), { sessions: 1 });
    try {
      const counts = await target.counts(EVERY_EXPORT_TABLE, 'served');
      return names.map((name) => Number([...counts].find(([table]) => table === name)?.[1]));
    } finally {
      await target.close();
    }
  }

  test('a build without TMDB’s data, or with rows that are too old, is not exported with it', async () => {
    const odd = await oddBuild();
    await run(odd);
    expect(await run(odd, TMDB)).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/has no data of TMDB's: nothing was exported; deploy\/TMDB\.md says/),
    });
    const old = { ...TMDB, now: () => new Date('2027-05-20T00:00:00Z') };
    expect(await run(await oddTmdbBuild(), old)).toMatchObject({
      status: 'failed',
      reason: expect.stringMatching(/from 2026-11-19T03:00:00\.000Z, .* until 2027-05-18: nothing was exported/),
    });
    await expectWhole(odd);
  });

  test('an export that is cancelled leaves the old tables, and the next one goes on from its parts', async () => {
    const odd = await oddBuild();
    const { folders } = await demoBuild(0.001);
    await run(odd);
    const stop = new AbortController();
    const progress = { ...SILENT_EXPORT, finished: () => stop.abort(new Error('stopped')) };
    expect(await run(folders, { progress, signal: stop.signal })).toMatchObject({ status: 'cancelled' });
    await expectWhole(odd);
    const outcome = await run(folders);
    expect(outcome).toMatchObject({ status: 'exported' });
    expect(outcome.status === 'exported' && outcome.resumedParts).toBeGreaterThan(0);
    await expectWhole(folders);
  });

  test('a reader sees the old tables or the new ones, whole, all the while', async () => {
    const odd = await oddBuild();
    const { folders } = await demoBuild(0.001);
    await run(odd);
    const counts = new Set<string>();
    const query =
      'SELECT (SELECT count(*) FROM title_basics), (SELECT count(*) FROM title_ratings), (SELECT count(*) FROM movies_with_ratings)';
    const over = new AbortController();
    const reading = (async () => {
      while (!over.signal.aborted) {
        counts.add(JSON.stringify((await database().sql(query))[0]?.map(Number)));
        await sleep(1);
      }
    })();
    for (const build of [folders, odd, folders]) await run(build);
    over.abort();
    await reading;
    // Each of the two builds, and nothing between.
    expect(counts.size).toBe(2);
  });

  test('an export of a part has the titles that were asked for, their people, and nothing else', async () => {
    const { folders } = await demoBuild(0.001);
    const outcome = await run(folders, { selection: { types: ['movie'], minVotes: 100 } });
    expect(outcome).toMatchObject({ status: 'exported' });
    const tables = await openTables(folders);
    try {
      const titles = `SELECT tconst FROM titles WHERE titleType = 'movie' AND tconst IN (SELECT tconst FROM ratings WHERE numVotes >= 100)`;
      const [wanted] = await tables.rows<Record<string, number>>(
        `SELECT (SELECT count(*) FROM (${titles})) AS titles, (SELECT count(*) FROM principals WHERE tconst IN (${titles})) AS credits,
           (SELECT count(*) FROM names WHERE nconst IN (SELECT nconst FROM principals WHERE tconst IN (${titles})
             UNION SELECT unnest(directors) FROM crew WHERE tconst IN (${titles})
             UNION SELECT unnest(writers) FROM crew WHERE tconst IN (${titles}))) AS people`,
      );
      const [found] = await database().sql(
        'SELECT (SELECT count(*) FROM title_basics), (SELECT count(*) FROM title_principals), (SELECT count(*) FROM name_basics)',
      );
      expect(found?.map(Number)).toEqual([wanted?.['titles'], wanted?.['credits'], wanted?.['people']].map(Number));
    } finally {
      tables.close();
    }
  });

  test.skipIf(engine === 'sqlite')('a server that has gone without reading on is not waited for', async () => {
    const odd = await oddBuild();
    const { folders } = await demoBuild(0.002);
    await run(odd);
    const target = parseTarget(database().url);
    if (!('port' in target)) throw new Error('the target has no port');
    const proxy = await openHalfClosingProxy({ port: Number(target.port) });
    try {
      const outcome = await run(folders, { target: { ...target, host: '127.0.0.1', port: proxy.port } });
      expect(outcome).toMatchObject({ status: 'failed', reason: expect.stringMatching(/^could not load/) });
      expect(proxy.halfClosed()).toBeGreaterThan(0);
      await expectWhole(odd);
    } finally {
      await proxy.close();
    }
  });

  test('only the tables whose rows have changed are loaded again', async () => {
    const { folders } = await demoBuild(0.001);
    await run(folders);
    expect(await run(folders, { selection: { only: ['title_ratings', 'title_crew'] } })).toMatchObject({
      status: 'unchanged',
      unchanged: ['title_crew', 'title_ratings'],
    });
    const outcome = await run(await oddBuild(), { selection: { only: ['title_ratings'] } });
    expect(outcome).toMatchObject({ status: 'exported', tables: [{ name: 'title_ratings' }] });
    await run(folders);
    await expectWhole(folders);
  });

  test('tables that were emptied are filled by the next export, which needs no word to replace them', async () => {
    const odd = await oddBuild();
    await run(odd);
    const target = parseTarget(database().url);
    const emptied = await openEngine(target, { sessions: 1 });
    await emptied.truncate(EXPORT_TABLES);
    await emptied.close();
    const counts = 'SELECT (SELECT count(*) FROM title_basics), (SELECT count(*) FROM title_akas)';
    expect((await database().sql(counts))[0]?.map(Number)).toEqual([0, 0]);
    expect(await run(odd, { replace: false })).toMatchObject({ status: 'exported', unchanged: [] });
    await expectWhole(odd);
  });

  // The server of the tests that stands for SQL Server knows the statements of exports alone.
  const runsAnySql = engine !== 'sqlserver';
  test.runIf(runsAnySql)('a table that somebody has dropped, or taken rows from, is loaded again', async () => {
    const odd = await oddBuild();
    await run(odd);
    await database().sql('DROP TABLE title_akas', 'DELETE FROM title_crew');
    expect(await run(odd)).toMatchObject({
      status: 'exported',
      tables: expect.arrayContaining([
        expect.objectContaining({ name: 'title_akas' }),
        expect.objectContaining({ name: 'title_crew' }),
      ]),
    });
    await expectWhole(odd);
    expect(await run(odd)).toMatchObject({ status: 'unchanged' });
  });

  test('who stops an export after the last part is told the truth: the old tables are there, or the new ones', async () => {
    const odd = await oddBuild();
    const { folders } = await demoBuild(0.001);
    await run(odd);
    const stop = new AbortController();
    const served = await openEngine(parseTarget(database().url), { sessions: 1 });
    try {
      const outcome = run(folders, { signal: stop.signal });
      const buildId = (await readCurrent(folders))?.buildId;
      // As soon as the record has the new build the swap is done.
      const isSwapped = async (): Promise<boolean> => (await served.exported())[0]?.buildId === buildId;
      await vi.waitUntil(isSwapped, { timeout: 50_000, interval: 1 });
      stop.abort(new Error('stopped'));
      expect(await outcome).toMatchObject({ status: 'exported' });
    } finally {
      await served.close();
    }
    await expectWhole(folders);
  });

  test('two exports to one place do not mix: the second one is busy', async () => {
    const odd = await oddBuild();
    const { folders } = await demoBuild(0.001);
    await run(odd);
    const outcomes = await Promise.all([run(folders), run(folders)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['busy', 'exported']);
    await expectWhole(folders);
  });

  test.runIf(engine !== 'sqlite')('a server that is killed during an export leaves the old tables', async () => {
    const odd = await oddBuild();
    const { folders } = await demoBuild(0.001);
    await run(odd);
    let killed: Promise<void> | undefined;
    const progress = { ...SILENT_EXPORT, loaded: () => void (killed ??= database().killAndRestart?.()) };
    const outcome = await run(folders, { progress });
    expect(outcome).toMatchObject({ status: 'failed', reason: expect.stringMatching(/^could not /) });
    await killed;
    await expectWhole(odd);
    expect(await run(folders)).toMatchObject({ status: 'exported' });
    await expectWhole(folders);
  });

  return { database, run };
}
