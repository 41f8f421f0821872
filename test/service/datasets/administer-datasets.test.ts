import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { beforeEach, expect, onTestFinished, test } from 'vitest';

import { readConfig } from '../../../src/config.ts';
import type { Config } from '../../../src/config.ts';
import type { DatasetsResult } from '../../../src/dataset/sources/dataset-action.ts';
import { openAuditLog } from '../../../src/service/administration/audit-log.ts';
import { administerDatasets } from '../../../src/service/datasets/administer-datasets.ts';
import { createDatasetActions } from '../../../src/service/datasets/dataset-actions.ts';
import type { DatasetActions } from '../../../src/service/datasets/dataset-actions.ts';
import { createIngestLock } from '../../../src/storage/files/lock.ts';
import { newFolder } from '../../support/folders.ts';
import { writeSources } from '../../support/imdb-files.ts';
import { SILENT_LOG } from '../../support/ingest.ts';
import { openOrigin } from '../../support/origin.ts';

let config: Config;

beforeEach(async () => {
  const from = await writeSources(newFolder('origin'));
  config = readConfig({ DATA_DIR: newFolder('data'), IMDB_BASE_URL: pathToFileURL(from).href }, '/nowhere');
});

function actions({ signal }: { signal?: AbortSignal } = {}): DatasetActions {
  return createDatasetActions(config, { log: SILENT_LOG, audit: auditLog(), ...(signal && { signal }) });
}

function auditLog() {
  return openAuditLog({ folder: config.folders.meta, log: SILENT_LOG });
}

test('an action on datasets is audited with its arguments, its outcome and what failed', async () => {
  const audit = auditLog();
  const datasets = administerDatasets(actions(), { waitMs: 20_000 });
  expect(await datasets.download({}, 'ann')).toMatchObject({ outcome: 'DONE', done: 7 });
  await datasets.remove({ names: ['title.crew'], force: true, onlyExtracted: false }, 'bob');
  expect(await audit.read(10)).toMatchObject([
    {
      who: 'bob',
      action: 'deleteDatasets',
      arguments: '{"names":["title.crew"],"force":true,"onlyExtracted":false}',
      outcome: 'FAILED',
      reason: expect.stringMatching(/^title\.crew\.tsv\.gz: it is read where it is/) as string,
    },
    { who: 'ann', action: 'downloadDatasets', outcome: 'DONE' },
  ]);
});

test('an action on datasets that takes long is answered as RUNNING, and its result is there at its end', async () => {
  const ended = Promise.withResolvers<DatasetsResult>();
  const datasets = administerDatasets({ ...actions(), extract: () => ended.promise }, { waitMs: 5 });
  expect(await datasets.extract({}, 'ann')).toEqual({ outcome: 'RUNNING', files: [], done: 0, failed: 0 });
  ended.resolve({ outcome: 'DONE', files: [], done: 0, failed: 0 });
  expect(await datasets.extract({}, 'ann')).toMatchObject({ outcome: 'DONE' });
});

test('downloadDatasets keeps the files of IMDb out of a demo', async () => {
  const datasets = administerDatasets(actions(), { whyNoDownload: 'this is the folder of a demo', waitMs: 5 });
  await expect(datasets.download({}, 'ann')).rejects.toThrow('this is the folder of a demo');
});

test('the last action on datasets is known to every process, also where its own was killed', async () => {
  expect((await actions().list()).lastAction).toBeUndefined();
  await actions().download({ startedBy: 'ann', names: ['title.crew'] });
  const { lastAction } = await actions().list();
  expect(lastAction).toMatchObject({ action: 'download', startedBy: 'ann', outcome: 'DONE', done: 1 });
  const running = { ...lastAction, outcome: 'RUNNING', files: [], endedAt: undefined };
  await writeFile(join(config.folders.meta, 'datasets-action.json'), JSON.stringify(running));
  const release = createIngestLock(join(config.folders.meta, 'ingest.lock')).acquire();
  expect((await actions().list()).lastAction).toMatchObject({ outcome: 'RUNNING' });
  release?.();
  expect((await actions().list()).lastAction).toMatchObject({
    outcome: 'FAILED',
    reason: 'its process ended without a word: it was killed, or the machine stopped',
  });
});

test('an action on datasets ends when the service stops, which waits for it', async () => {
  const origin = await openOrigin(newFolder('origin'));
  onTestFinished(() => origin.close());
  config = readConfig({ DATA_DIR: config.folders.meta, IMDB_BASE_URL: origin.url }, '/nowhere');
  const asked = Promise.withResolvers<void>();
  // An answer that never comes.
  origin.answer('title.crew.tsv.gz', () => asked.resolve());
  const stop = new AbortController();
  const going = actions({ signal: stop.signal });
  const work = going.download({ startedBy: 'ann', names: ['title.crew'] });
  await asked.promise;
  stop.abort(new Error('the service is stopping'));
  await going.ended();
  const stopped = { outcome: 'FAILED', reason: 'stopped: the service is stopping' };
  expect((await actions().list()).lastAction).toMatchObject({ endedAt: expect.any(String) as string, ...stopped });
  expect(await work).toMatchObject(stopped);
});

test('an action on datasets that is stopped or cannot write fails with the reason', async () => {
  const stopped = await actions({ signal: AbortSignal.abort(new Error('the service is stopping')) }).download({
    startedBy: 'ann',
  });
  expect(stopped).toMatchObject({ outcome: 'FAILED', reason: 'stopped: the service is stopping', files: [] });
  await mkdir(join(config.folders.meta, 'datasets-action.json.new'), { recursive: true });
  expect(await actions().extract({ startedBy: 'ann' })).toMatchObject({
    outcome: 'FAILED',
    reason: expect.stringMatching(/^EISDIR/) as string,
  });
});
