import { open, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

import { sourceFile } from '../dataset/sources.ts';
import type { Source } from '../dataset/sources.ts';
import type { Logger } from '../logger.ts';
import type { Download, DownloadState } from './download-state.ts';
import { durableRename, fsync } from './durable.ts';
import { Failed } from './outcome.ts';
import type { Progress } from './progress.ts';
import { scanFile } from './scan-file.ts';

export interface FetchFileOptions {
  url: string;
  folder: string;
  /** The whole file that is there, if it came from the same address. */
  kept: Download | undefined;
  state: DownloadState;
  log: Logger;
  progress: Progress;
  signal?: AbortSignal | undefined;
}

/** A server that sends nothing for this long has failed. */
const IDLE_TIMEOUT_MS = 60_000;

/**
 * Fetches one source's file unless the server says that the kept one is current. The bytes go to a temporary file,
 * which is read to its end before it takes the old one's place.
 * @throws Rejected for a file that is not whole or not the source; Failed for the network and the server.
 */
export async function fetchFile(source: Source, options: FetchFileOptions): Promise<Download> {
  const { url, kept, state, log, folder } = options;
  const file = sourceFile(source.name);
  const path = join(folder, file);
  const temporary = `${path}.part`;
  const started = performance.now();
  const idle = idleTimer();
  try {
    const signal = AbortSignal.any([idle.signal, ...(options.signal === undefined ? [] : [options.signal])]);
    const response = await request(url, { kept, signal, file });
    if (response === 'unchanged' && kept !== undefined) {
      log.info({ event: 'download unchanged', file });
      return kept;
    }
    if (response === 'unchanged') throw new Failed(`${file}: ${url} answered 304 although nothing was kept`);
    await save(response, { ...options, temporary, idle, file });
    const scanned = await scanFile(temporary, { source, signal: options.signal });
    await fsync(temporary);
    await durableRename(temporary, path);
    const { mtimeMs } = await stat(path);
    const { headers } = response;
    const validators = { etag: headers.get('etag'), lastModified: headers.get('last-modified') };
    const whole: Download = { path, url, ...validators, mtimeMs, ...scanned };
    await state.record(source.name, whole);
    const durationMs = Math.round(performance.now() - started);
    log.info({ event: 'download done', file, bytes: whole.bytes, rows: whole.rows, durationMs });
    return whole;
  } finally {
    idle.stop();
    await rm(temporary, { force: true });
  }
}

async function request(
  url: string,
  { kept, signal, file }: { kept: Download | undefined; signal: AbortSignal; file: string },
): Promise<Response | 'unchanged'> {
  // The file itself is the gzip: a transport coding on top of it would change its bytes and its length.
  const headers = new Headers({ 'accept-encoding': 'identity' });
  if (kept?.etag != null) headers.set('if-none-match', kept.etag);
  if (kept?.lastModified != null) headers.set('if-modified-since', kept.lastModified);
  let response: Response;
  try {
    response = await fetch(url, { headers, signal, redirect: 'manual' });
  } catch (error) {
    throw new Failed(`${file}: no answer from ${url}`, { cause: error });
  }
  if (response.status === 304) return 'unchanged';
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Failed(
      `${file}: ${url} answered ${response.status} ${response.statusText}, expected 200`.replace('  ', ' '),
    );
  }
  const coding = response.headers.get('content-encoding') ?? 'identity';
  if (coding !== 'identity') {
    await response.body?.cancel();
    throw new Failed(`${file}: ${url} answered with the content coding ${coding}, expected the file as it is`);
  }
  return response;
}

async function save(
  response: Response,
  {
    temporary,
    idle,
    progress,
    file,
  }: { temporary: string; idle: ReturnType<typeof idleTimer>; progress: Progress; file: string },
): Promise<void> {
  const length = response.headers.get('content-length');
  const total = length === null ? undefined : Number(length);
  const bar = progress.file(file, total);
  const handle = await open(temporary, 'w');
  let bytes = 0;
  try {
    for await (const chunk of response.body ?? []) {
      idle.restart();
      await handle.writeFile(chunk);
      bytes += chunk.length;
      bar.advance(chunk.length);
    }
  } catch (error) {
    throw new Failed(`${file}: broke off after ${bytes} of ${total ?? 'unknown'} bytes`, { cause: error });
  } finally {
    await handle.close();
    bar.done();
  }
  if (total !== undefined && bytes !== total) {
    throw new Failed(`${file}: ${bytes} bytes came, the server announced ${total}`);
  }
}

function idleTimer(): { signal: AbortSignal; restart(): void; stop(): void } {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new Error(`no data for ${IDLE_TIMEOUT_MS / 1000} seconds`));
  }, IDLE_TIMEOUT_MS);
  return { signal: controller.signal, restart: () => void timer.refresh(), stop: () => clearTimeout(timer) };
}
