import { truncate } from 'node:fs/promises';
import { join } from 'node:path';

import { afterEach, beforeAll, expect, test, vi } from 'vitest';

import { buildFolder, tableFile } from '../../../src/dataset/builds/paths.ts';
import { readBuilds, readPointer } from '../../../src/storage/builds/builds.ts';
import { createIngestLock } from '../../../src/storage/files/lock.ts';
import { ADMINISTERED, administer, BOSS, OF_THE_BOSS } from '../../support/administrator.ts';
import { subscribe } from '../../support/events.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { openHeldOrigin } from '../../support/held-origin.ts';
import { writeSources } from '../../support/imdb-files.ts';
import { ingestInto } from '../../support/ingest.ts';
import { startServing } from '../../support/serving.ts';
import type { TestServing } from '../../support/serving.ts';

const START =
  'mutation ($steps: [IngestStep!], $force: Boolean) { startIngest(steps: $steps, force: $force) { outcome status { state runId step startedBy } } }';
const CANCEL = 'mutation { cancelIngest { outcome run { id outcome reason startedBy } } }';
const RUNS = '{ ingestRuns { id kind outcome reason startedBy steps { step seconds } } }';
const STATUS = '{ ingestStatus { state step startedBy bytes lastRun { outcome } nextRun } }';
const AUDIT = '{ auditLog(first: 10) { who action arguments outcome reason } }';
const PROGRESS = 'subscription { ingestProgress { state step lastRun { outcome } } }';
const BY_BOSS = `cancelled by ${BOSS}`;
const SLOW = { timeout: 60_000 };

let files: string;
let serving: TestServing | undefined;

beforeAll(async () => {
  files = await writeSources(newFolder('files'));
});

afterEach(async () => {
  expect((await serving?.stop())?.failed ?? []).toEqual([]);
  serving = undefined;
});

/** A server that ingests from the origin only when it is told to. */
async function serve(settings: Record<string, string>, folder = newFolder()) {
  serving = await startServing({ DATA_DIR: folder, SCHEDULE: 'off', ...ADMINISTERED, ...settings });
  const { url } = serving;
  const ask = async (query: string, variables?: Record<string, unknown>) => {
    const { data, errors } = await administer(url, query, variables);
    return errors === undefined
      ? data
      : { errors: errors.map(({ message, extensions }) => ({ message, code: extensions?.['code'] })) };
  };
  return { url, ask, folders: foldersIn(folder) };
}

/** Two builds of one set of files; the older one first. */
async function twoBuilds(folder: string): Promise<string[]> {
  const folders = foldersIn(folder);
  await ingestInto(folders, { from: files });
  await ingestInto(folders, { from: files, run: { force: true } });
  return (await readBuilds(folders)).map(({ buildId }) => buildId).toReversed();
}

test('startIngest begins a run, is BUSY beside it, cancelIngest ends it, and all of it is recorded', SLOW, async () => {
  const origin = await openHeldOrigin(files);
  const { ask, folders } = await serve({ IMDB_BASE_URL: origin.url });
  expect(await ask(CANCEL)).toEqual({ cancelIngest: { outcome: 'NOT_RUNNING', run: null } });
  const started = await ask(START);
  const running = { state: 'RUNNING', runId: expect.any(String) as string, step: 'DOWNLOAD', startedBy: BOSS };
  expect(started).toEqual({ startIngest: { outcome: 'STARTED', status: running } });
  expect(await ask(START, { force: true })).toEqual({ startIngest: { outcome: 'BUSY', status: running } });
  expect(await ask(STATUS)).toMatchObject({ ingestStatus: { state: 'RUNNING', lastRun: null, nextRun: null } });
  expect(await ask(CANCEL)).toMatchObject({
    cancelIngest: { outcome: 'CANCELLED', run: { outcome: 'CANCELLED', reason: BY_BOSS } },
  });
  expect(await ask(STATUS)).toMatchObject({ ingestStatus: { state: 'IDLE', lastRun: { outcome: 'CANCELLED' } } });
  expect(await ask(RUNS)).toMatchObject({
    ingestRuns: [{ kind: 'BY_HAND', outcome: 'CANCELLED', startedBy: BOSS, steps: [{ step: 'DOWNLOAD' }] }],
  });
  expect(await readPointer(folders)).toBeUndefined();
  await expect
    .poll(() => ask(AUDIT))
    .toEqual({
      auditLog: expect.arrayContaining([
        { who: BOSS, action: 'cancelIngest', arguments: null, outcome: 'NOT_RUNNING', reason: null },
        { who: BOSS, action: 'startIngest', arguments: '{"force":false}', outcome: 'STARTED', reason: null },
        { who: BOSS, action: 'startIngest', arguments: '{"force":true}', outcome: 'BUSY', reason: null },
        { who: BOSS, action: 'ingest', arguments: null, outcome: 'CANCELLED', reason: BY_BOSS },
        { who: BOSS, action: 'cancelIngest', arguments: null, outcome: 'CANCELLED', reason: null },
      ]) as unknown,
    });
});

test(
  'startIngest runs some steps alone, refuses none, and tells of a holder of the lock without a run',
  SLOW,
  async () => {
    const { ask, folders } = await serve({ IMDB_BASE_URL: `file://${files}` });
    expect(await ask(START, { steps: [] })).toMatchObject({
      errors: [{ code: 'BAD_USER_INPUT', message: 'steps: expected at least one step, or no list for all steps.' }],
    });
    expect(await ask(START, { steps: ['DOWNLOAD'] })).toMatchObject({ startIngest: { outcome: 'STARTED' } });
    await expect
      .poll(() => ask(RUNS))
      .toMatchObject({ ingestRuns: [{ outcome: 'DONE', reason: '7 files are whole', startedBy: BOSS }] });
    // A run is recorded a moment before the next one may begin.
    await expect.poll(() => ask(START, { steps: ['PROMOTE'] })).toMatchObject({ startIngest: { outcome: 'STARTED' } });
    await expect
      .poll(() => ask(RUNS))
      .toMatchObject({
        ingestRuns: [{ outcome: 'FAILED', reason: expect.stringContaining('no build is verified') as string }, {}],
      });
    // Of a run that is recorded, the lock is released a moment later.
    const lock = createIngestLock(join(folders.meta, 'ingest.lock'));
    const release = await vi.waitFor(() => lock.acquire() ?? Promise.reject(new Error('the lock is held')));
    const nobody = { state: 'IDLE', runId: null, step: null, startedBy: null };
    expect(await ask(START)).toEqual({ startIngest: { outcome: 'BUSY', status: nobody } });
    expect(await ask('mutation { pruneBuilds { outcome } }')).toEqual({ pruneBuilds: { outcome: 'BUSY' } });
    release();
  },
);

test('cancelIngest ends a run of another process, which startIngest names', SLOW, async () => {
  const origin = await openHeldOrigin(files);
  const { ask, folders } = await serve({ IMDB_BASE_URL: origin.url });
  const begun = Promise.withResolvers<unknown>();
  const ending = ingestInto(folders, { from: origin.url, run: { onBegun: begun.resolve } });
  await begun.promise;
  expect(await ask(START)).toMatchObject({
    startIngest: { outcome: 'BUSY', status: { state: 'RUNNING', startedBy: 'command line' } },
  });
  expect(await ask(CANCEL)).toMatchObject({
    cancelIngest: { outcome: 'CANCELLED', run: { startedBy: 'command line' } },
  });
  expect(await ending).toMatchObject({ status: 'cancelled', reason: BY_BOSS });
});

test(
  'ingestProgress tells several clients of a run from its beginning to its end, and ends with the service',
  SLOW,
  async () => {
    const origin = await openHeldOrigin(files);
    const { url, ask } = await serve({ IMDB_BASE_URL: origin.url, STOP_TIMEOUT: '4' });
    const streams = await Promise.all(
      [1, 2, 3].map(() => subscribe(`${url}/graphql`, PROGRESS, { headers: OF_THE_BOSS })),
    );
    for (const stream of streams) {
      expect((await stream.next())?.data).toMatchObject({ data: { ingestProgress: { state: 'IDLE', lastRun: null } } });
    }
    await ask(START);
    for (const stream of streams) {
      expect((await stream.next())?.data).toMatchObject({ data: { ingestProgress: { state: 'RUNNING' } } });
    }
    streams.pop()?.leave();
    origin.give();
    for (const stream of streams) {
      let event = await stream.next();
      while (/RUNNING/.test(JSON.stringify(event))) event = await stream.next();
      expect(event?.data).toMatchObject({
        data: { ingestProgress: { state: 'IDLE', lastRun: { outcome: 'PROMOTED' } } },
      });
    }
    const stopped = serving?.stop();
    serving = undefined;
    for (const stream of streams) {
      expect(await stream.next()).toEqual({ event: 'complete', data: null });
      expect(await stream.next()).toBeUndefined();
    }
    expect(await stopped).toEqual({ failed: [] });
  },
);

test('verifyBuild, promoteBuild, pruneBuilds and compareBuilds say what they find and do', SLOW, async () => {
  const folder = newFolder();
  const [older = '', newer = ''] = await twoBuilds(folder);
  const { ask, folders } = await serve({ KEEP_BUILDS: '1', PRUNE_GRACE: '0' }, folder);
  const verify = (buildId: string) =>
    ask('mutation ($buildId: ID!) { verifyBuild(buildId: $buildId) { outcome reasons } }', { buildId });
  const promote = (buildId: string) =>
    ask('mutation ($buildId: ID!) { promoteBuild(buildId: $buildId) { outcome reason version } }', { buildId });

  expect(await ask('{ builds { id version isServed damages verification { state } } }')).toEqual({
    builds: [
      { id: newer, version: 2, isServed: true, damages: [], verification: null },
      { id: older, version: 1, isServed: false, damages: [], verification: null },
    ],
  });
  const compared = await ask(
    'query ($from: ID!, $to: ID!) { compareBuilds(from: $from, to: $to) { from { id } to { id } tables { name isSame rowsFrom rowsTo } } }',
    { from: older, to: newer },
  );
  const titles = { name: 'titles', isSame: expect.any(Boolean) as boolean, rowsFrom: 3, rowsTo: 3 };
  expect(compared).toMatchObject({ compareBuilds: { from: { id: older }, to: { id: newer } } });
  const { tables } = (compared as { compareBuilds: { tables: { name: string }[] } }).compareBuilds;
  expect(tables.find(({ name }) => name === 'titles')).toEqual({
    ...titles,
    rowsFrom: expect.any(Number) as number,
    rowsTo: expect.any(Number) as number,
  });

  expect(await verify(older)).toEqual({ verifyBuild: { outcome: 'WHOLE', reasons: [] } });
  const none = `no build 20200101T000000Z is kept, there are: ${newer}, ${older}`;
  expect(await verify('20200101T000000Z')).toEqual({ verifyBuild: { outcome: 'NO_SUCH_BUILD', reasons: [none] } });
  expect(await promote('20200101T000000Z')).toEqual({
    promoteBuild: { outcome: 'NO_SUCH_BUILD', reason: none, version: null },
  });
  for (const path of ['..', '../meta', `${older}/../${older}`, '', '__proto__', 'x'.repeat(10_000)]) {
    const refusal = expect.stringMatching(/^no build ".{0,201}" is kept, there are: /) as string;
    expect(await verify(path)).toEqual({ verifyBuild: { outcome: 'NO_SUCH_BUILD', reasons: [refusal] } });
    expect(await promote(path)).toMatchObject({ promoteBuild: { outcome: 'NO_SUCH_BUILD', reason: refusal } });
  }
  expect(await promote(older)).toEqual({ promoteBuild: { outcome: 'PROMOTED', reason: null, version: 3 } });
  expect(await ask(RUNS)).toMatchObject({
    ingestRuns: [
      { kind: 'GO_BACK', outcome: 'PROMOTED', startedBy: BOSS, steps: [{ step: 'VERIFY' }, { step: 'PROMOTE' }] },
      {},
      {},
    ],
  });
  await truncate(join(buildFolder(folders, newer), tableFile('titles')), 100);
  const damage = expect.stringMatching(new RegExp(`build ${newer}: tables/titles.parquet has 100 bytes`)) as string;
  expect(await verify(newer)).toEqual({ verifyBuild: { outcome: 'DAMAGED', reasons: [damage] } });
  expect(await promote(newer)).toEqual({ promoteBuild: { outcome: 'REFUSED', reason: damage, version: null } });
  expect(await ask('{ builds { id verification { state damages } } }')).toMatchObject({
    builds: [
      { id: newer, verification: { state: 'DAMAGED', damages: [damage] } },
      { id: older, verification: { state: 'WHOLE', damages: [] } },
    ],
  });
});

test('mutations run once, one after the other, with a price, and their answers are kept by nobody', SLOW, async () => {
  const { url, ask } = await serve({ IMDB_BASE_URL: `file://${files}` });
  const twice = 'mutation { one: pruneBuilds { outcome } cancelIngest { outcome } two: pruneBuilds { outcome } }';
  for (let time = 0; time < 2; time += 1) {
    expect(Object.keys((await ask(twice)) as object)).toEqual(['one', 'cancelIngest', 'two']);
  }
  const audit = (await ask('{ auditLog { action } }')) as { auditLog: { action: string }[] };
  const actions = ['pruneBuilds', 'cancelIngest', 'pruneBuilds'];
  expect(audit.auditLog.map(({ action }) => action)).toEqual([...actions, ...actions]);
  const { headers } = await administer(url, '{ ingestStatus { state } }');
  expect(headers['cache-control']).toBe('no-store');
  expect((await administer(url, twice)).headers['cache-control']).toBe('no-store');
  const asked = encodeURIComponent('mutation { pruneBuilds { outcome } }');
  const byGet = await fetch(`${url}/graphql?query=${asked}`, { headers: OF_THE_BOSS });
  expect([byGet.status, byGet.headers.get('allow')]).toEqual([405, 'POST']);
});

test('a mutation above MAX_COST is refused before it does anything', async () => {
  const { ask } = await serve({ MAX_COST: '10000' });
  expect(await ask('mutation { pruneBuilds { outcome } }')).toMatchObject({
    errors: [{ code: 'COST_LIMIT_EXCEEDED' }],
  });
  expect(await ask('{ auditLog(first: 1) { action } }')).toEqual({ auditLog: [] });
});

test('lists of administration name their bounds', async () => {
  const { ask } = await serve({});
  expect(await ask('{ ingestRuns(first: 51) { id } }')).toMatchObject({
    errors: [{ code: 'BAD_USER_INPUT', message: 'first: expected a number from 1 to 50, got 51.' }],
  });
  expect(await ask('{ auditLog(first: 0) { at } }')).toMatchObject({
    errors: [{ code: 'BAD_USER_INPUT', message: 'first: expected a number from 1 to 200, got 0.' }],
  });
});
