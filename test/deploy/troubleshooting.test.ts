import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { rm, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';

import { openLogFiles } from '../../src/process/log-files.ts';
import { startTmdbOrigin } from '../../src/demo/tmdb/tmdb-origin.ts';
import { runTmdb } from '../../src/ingest/sources/tmdb/runs/run-tmdb.ts';
import type { StoreState } from '../../src/store/builds/store.ts';
import { startWatch } from '../../src/service/nightly/watch.ts';
import {
  buildFolder,
  foldersIn,
  documentsFile,
  MANIFEST_FILE,
  pointerPath,
  partFile,
  tableFile,
} from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { readCurrent } from '../../src/storage/builds/builds.ts';
import { deleteDatasets } from '../../src/ingest/datasets/delete-datasets.ts';
import { downloadDatasets } from '../../src/ingest/datasets/download-datasets.ts';
import { extractDatasets } from '../../src/ingest/datasets/extract-datasets.ts';
import { createDownloadState } from '../../src/ingest/sources/imdb/download-state.ts';
import { createIngestLock } from '../../src/storage/files/lock.ts';
import type { Outcome } from '../../src/ingest/outcomes/outcome.ts';
import type { RunOptions } from '../../src/ingest/run.ts';
import { flip } from '../damage/flip.ts';
import { runOptions } from '../ingest/sources/tmdb/tmdb-runs.ts';
import { tableOf } from '../support/docs.ts';
import { newFolder } from '../support/folders.ts';
import { openGateway } from '../support/gateway.ts';
import { SMALL, writeSources } from '../support/imdb-files.ts';
import { ingestInto, ingestOptions, SILENT_LOG } from '../support/ingest.ts';
import { openOrigin } from '../support/origin.ts';
import type { Handler } from '../support/origin.ts';
import { runMarquee } from '../support/run-marquee.ts';
import { startServing } from '../support/serving.ts';
import { mountDisk } from '../support/small-disk.ts';
import { SMALL_TMDB } from '../support/tmdb-rows.ts';
import { writeTmdbSnapshot } from '../support/tmdb-snapshot.ts';

let files: string;

beforeAll(async () => {
  files = await writeSources(newFolder('files'));
});

/** What brings about each line of the table, and answers with what a person then reads. */
const CAUSES: Record<string, () => Promise<string | undefined>> = {
  'Port 4000 is in use': async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    return (await startError({ PORT: String(port) })).replace(String(port), '4000');
  },
  'These folders cannot be written': () => startError({ TMP_DIR: '/dev/null/tmp' }),
  'These settings are not usable': () => startError({ PORT: 'http', UPDATE_TIME: 'noon' }),
  'There is no dataset yet': async () => {
    const gateway = await openGateway(foldersIn(newFolder()));
    onTestFinished(() => gateway.close());
    const response = await gateway.fetch('/readyz');
    expect(response.status).toBe(503);
    return response.text();
  },
  'busy: another ingest is running': async () => {
    const dataFolder = newFolder();
    const release = createIngestLock(join(dataFolder, 'ingest.lock')).acquire();
    onTestFinished(() => release?.());
    const { code, stderr } = await runMarquee(['ingest', '--from', files], { dataFolder });
    expect(code).toBe(75);
    return stderr;
  },
  'TMDB refuses TMDB_TOKEN': async () => {
    const origin = await startTmdbOrigin({ scale: 0.0001, seed: 1 });
    onTestFinished(() => origin.close());
    return failedMirror({ ...origin, token: 'another' });
  },
  'TMDB does not answer': async () => {
    const origin = await startTmdbOrigin({ scale: 0.0001, seed: 1 });
    await origin.close();
    return failedMirror(origin);
  },
  'no answer from …': () => failedDownload((_request, response) => response.destroy()),
  'answered 503 Service Unavailable': () => failedDownload((_request, response) => response.writeHead(503).end()),
  'which is not https of the same host': () =>
    failedDownload((_request, response) => response.writeHead(302, { location: 'http://login.example/' }).end()),
  'the header line is': async () =>
    reasonOf(await ingest({ from: await writeSources(newFolder(), { text: { 'title.crew': 'tconst\tcrew\n' } }) })),
  'lines do not fit': async () => {
    const [row = []] = SMALL['title.ratings'];
    const rows = { 'title.ratings': Array.from({ length: 30 }, () => row) };
    return reasonOf(await ingest({ from: await writeSources(newFolder(), { rows }) }));
  },
  'it looks like': async () => {
    const rows = { 'title.ratings': SMALL['title.ratings'], 'name.basics': peopleBornIn('1950.0') };
    return reasonOf(await ingest({ from: await writeSources(newFolder(), { rows }) }));
  },
  '407 Proxy Authentication Required': () => failedDownload((_request, response) => response.writeHead(407).end()),
  'shrank from … to … rows': async () => {
    const folders = await served();
    const rows = { 'title.principals': SMALL['title.principals'].slice(1) };
    return reasonOf(await ingest({ folders, from: await writeSources(newFolder(), { rows }), maxShrink: 0.02 }));
  },
  'no space left on device': async () => {
    const disk = mountDisk(64);
    if (disk === undefined) return undefined;
    return reasonOf(await ingest({ folders: { ...foldersIn(newFolder()), builds: disk } }));
  },
  'the disk of EXTRACT_DIR has … free': async () => {
    const folders = { ...foldersIn(newFolder()), extracted: newFolder('text') };
    const options = { ...ingestOptions(folders, { from: files }), concurrency: 3 };
    await downloadDatasets(folders, options);
    return (await extractDatasets(folders, { ...options, free: () => Promise.resolve(0) })).reason;
  },
  'the disk of EXTRACT_DIR is full': async () => {
    const disk = mountDisk(4, { files: 1 });
    if (disk === undefined) return undefined;
    const folders = { ...foldersIn(newFolder()), extracted: disk };
    const options = { ...ingestOptions(folders, { from: files }), concurrency: 3 };
    await downloadDatasets(folders, options);
    return (await extractDatasets(folders, { ...options, free: () => Promise.resolve(Infinity) })).reason;
  },
  'the served build … was made from it': async () => {
    const origin = await openOrigin(files);
    onTestFinished(() => origin.close());
    const folders = foldersIn(newFolder());
    await ingestInto(folders, { from: origin.url });
    return (await deleteDatasets(folders, { log: SILENT_LOG })).reason;
  },
  'Out of Memory Error': async () => reasonOf(await ingest({ memoryLimit: '4MiB' })),
  'needs more memory than the server has for it now': async () => {
    const gateway = await openGateway(await served(), { memoryLimit: '1MiB', lookup: 'parquet', compare: false });
    onTestFinished(() => gateway.close());
    const { errors } = await gateway.query('{ titles(orderBy: [{ field: TITLE }]) { nodes { id } } }');
    return errors?.[0]?.message;
  },
  'DuckDB has given up on build': async () => {
    const folders = await served();
    const gateway = await openGateway(folders);
    onTestFinished(() => gateway.close());
    // No build can be opened again.
    await rm(await pathIn(folders, MANIFEST_FILE));
    const lease = gateway.store.acquire() ?? expect.fail();
    // A bug of DuckDB 1.5.
    await lease.readers.pool.rows('SELECT typeof($1) AS t, $1::VARCHAR AS v', ['x']).catch(() => undefined);
    lease.release();
    await gateway.store.refresh();
    return gateway.store.state().problems.join('\n');
  },
  'the data was last found up to date … days ago': () =>
    warnings({ build: { ...BUILD, builtAt: '2026-11-11T00:00:00Z' } }),
  'cannot be written: … lines are left out': async () => {
    const disk = mountDisk(64, { files: 0 });
    if (disk === undefined) return undefined;
    const logFiles = await openLogFiles({ folder: disk, keep: 1 });
    onTestFinished(() => logFiles.end());
    return logFiles.problem();
  },
  'has not changed for … days': () => warnings({ build: { ...BUILD, builtAt: '2026-11-20T00:00:00Z' } }),
  'lines do not fit and are left out': async () => {
    const [row = []] = SMALL['title.ratings'];
    const folders = foldersIn(newFolder());
    const rows = { 'title.ratings': [...SMALL['title.ratings'], ...Array.from({ length: 15 }, () => row)] };
    await ingest({ folders, from: await writeSources(newFolder(), { rows }) });
    return problemsUntilIngest(folders);
  },
  'was not finished': () =>
    warnings({ lastRun: { startedAt: '2026-11-20T22:00:00Z', status: 'failed', reason: 'a reason' } }),
  'the pointer current.json': async () => {
    const folders = await served();
    await writeFile(pointerPath(folders), '{');
    return problemsUntilIngest(folders);
  },
  'what needs the file is refused': async () => {
    const folders = await served();
    flip(await pathIn(folders, partFile('principals', 0)), 0.5);
    return problemsUntilIngest(folders);
  },
  "similar titles and comparisons are those of IMDb's data alone": async () => {
    const folders = foldersIn(newFolder());
    await writeTmdbSnapshot(folders, SMALL_TMDB);
    expect(await ingest({ folders })).toMatchObject({ status: 'promoted' });
    flip(await pathIn(folders, tableFile('tmdb_similar_titles')), 0.5);
    return problemsUntilIngest(folders);
  },
  'that build is not served, and would not do': async () => {
    const folders = await served();
    const older = await pathIn(folders, tableFile('ratings'));
    expect(await ingest({ folders, run: { force: true } })).toMatchObject({ status: 'promoted' });
    flip(older, 0.5);
    return problemsUntilIngest(folders, { force: true });
  },
  'the file that is kept is damaged': async () => {
    const folders = await served();
    const state = createDownloadState(folders);
    const { 'title.crew': crew } = await state.read();
    if (crew === undefined) throw new Error('it should have been downloaded');
    // As if the file were another than that which was recorded.
    await state.record('title.crew', { ...crew, sha256: '' });
    await truncate(await pathIn(folders, tableFile('crew')), 10);
    return reasonOf(await ingest({ folders, run: { offline: true, repair: true } }));
  },
  'one is made by the next nightly run, not now': async () => {
    const dataFolder = newFolder();
    const folders = foldersIn(dataFolder);
    expect(await ingest({ folders })).toMatchObject({ status: 'promoted' });
    await truncate(await pathIn(folders, tableFile('crew')), 10);
    await rm(join(folders.meta, 'downloads.json'));
    const settings = { DATA_DIR: dataFolder, IMDB_BASE_URL: 'http://127.0.0.1:1', DOWNLOAD_RETRIES: '0' };
    const serving = await startServing(settings);
    onTestFinished(() => void serving.stop());
    return vi.waitFor(async () => {
      const said = (await serving.health()).warnings.join('\n');
      expect(said).toContain('not now');
      return said;
    }, 20_000);
  },
  'answers are made without it, slower': async () => {
    const folders = await served();
    await truncate(await pathIn(folders, documentsFile('title')), 10);
    return problemsUntilIngest(folders);
  },
};

test.each(tableOf('deploy/OPERATIONS.md', 'what you see').map(([cell = '']) => cell.replaceAll('`', '')))(
  'OPERATIONS.md tells of "%s" as it is said',
  async (line) => {
    const cause = CAUSES[line];
    if (cause === undefined) throw new Error(`nothing here brings about "${line}"`);
    const said = await cause();
    if (said === undefined) return;
    const parts = line.split('…').map((part) => RegExp.escape(part));
    expect(said).toMatch(new RegExp(parts.join('[^\n]*'), 'i'));
  },
);

async function failedMirror(origin: Parameters<typeof runOptions>[0]): Promise<string> {
  const outcome = await runTmdb(runOptions(origin), { stage: 'genres' });
  return outcome.status === 'failed' ? outcome.reason : outcome.status;
}

function peopleBornIn(year: string): string[][] {
  return Array.from({ length: 30 }, (_, at) => [`nm00000${10 + at}`, 'Ann', year, '\\N', '\\N', '\\N']);
}

const BUILD = { id: 'b', version: 1, changedAt: '2026-11-11T00:00:00Z' };

/** What a start prints that ends with 2. */
async function startError(settings: Record<string, string>): Promise<string> {
  const { code, stderr } = await runMarquee(['serve'], { dataFolder: newFolder(), settings });
  expect(code).toBe(2);
  return stderr;
}

function ingest({
  folders = foldersIn(newFolder()),
  from = files,
  ...options
}: Partial<Parameters<typeof ingestInto>[1]> & { folders?: Folders } = {}): Promise<Outcome> {
  mkdirSync(folders.meta, { recursive: true });
  return ingestInto(folders, { from, ...options });
}

async function served(): Promise<Folders> {
  const folders = foldersIn(newFolder());
  expect(await ingest({ folders })).toMatchObject({ status: 'promoted' });
  return folders;
}

async function failedDownload(answer: Handler): Promise<string> {
  const origin = await openOrigin(files);
  onTestFinished(() => origin.close());
  origin.answer('title.ratings.tsv.gz', answer);
  return reasonOf(await ingest({ from: origin.url }));
}

function reasonOf(outcome: Outcome): string {
  if (!('reason' in outcome)) throw new Error(`it should not have been ${outcome.status}`);
  return outcome.reason;
}

/** The warnings of `/health` on 2026-11-21. */
async function warnings({
  build = null,
  lastRun,
}: {
  build?: StoreState['build'];
  lastRun?: { startedAt: string; status: 'failed'; reason: string };
}): Promise<string> {
  const watch = startWatch({
    config: { staleAfterMs: 3 * 86_400_000, webhook: undefined },
    state: () => ({ build, problems: [] }),
    lastRun: () => Promise.resolve(lastRun),
    now: () => new Date('2026-11-21T00:00:00Z'),
    log: SILENT_LOG,
  });
  onTestFinished(() => watch.stop());
  await watch.look();
  return watch.warnings().join('\n');
}

/** The path of a file of the build that is served. */
async function pathIn(folders: Folders, file: string): Promise<string> {
  return join(buildFolder(folders, (await readCurrent(folders))?.buildId ?? ''), file);
}

/** What is wrong with the build that is served, which a plain ingest of the same files mends, as the table has it. */
async function problemsUntilIngest(folders: Folders, run: RunOptions = {}): Promise<string> {
  const { store, close } = await openGateway(folders);
  onTestFinished(() => close());
  await store.scrub();
  await store.refresh();
  const { build, problems } = store.state();
  expect(build).not.toBeNull();
  expect(await ingest({ folders, run })).toMatchObject({ status: 'promoted' });
  await store.refresh();
  expect(store.state().problems).toEqual([]);
  return problems.join('\n');
}
