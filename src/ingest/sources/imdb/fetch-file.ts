import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import pRetry from 'p-retry';

import { sourceFile } from '../../../dataset/sources/imdb.ts';
import type { Source } from '../../../dataset/sources/imdb.ts';
import type { Logger } from '../../../process/logger.ts';
import { SCAN_RULES } from './download-state.ts';
import type { Download, DownloadState } from './download-state.ts';
import { durableRename, fsync } from '../../../storage/files/durable.ts';
import { httpGet } from '../http/http-get.ts';
import { createHttpRequest } from '../http/http-request.ts';
import type { HttpRequest, HttpResponse } from '../http/http-request.ts';
import { Failed, reasonOf, Rejected, Transient } from '../../outcomes/outcome.ts';
import { partialFile } from '../http/partial-file.ts';
import type { PartialFile } from '../http/partial-file.ts';
import type { Progress } from '../../outcomes/progress.ts';
import { IdleTimer, saveBody } from '../http/save-body.ts';
import { scanFile } from './scan-file.ts';

/** How patient a download is. */
export interface Patience {
  /** Attempts after the first, for what may pass by itself. */
  retries: number;
  /** Wait before the second attempt; each further one waits about twice as long. */
  backoffMs: number;
  /** A server that sends nothing for this long has failed. */
  idleMs: number;
  /** The most that one file may take, with all attempts. */
  totalMs: number;
  /** Hosts that a redirect may lead to, beside the one that was asked. */
  redirectHosts: readonly string[];
}

export interface FetchFileOptions {
  url: string;
  folder: string;
  /** The whole file that is there, if it came from the same address. */
  kept: Download | undefined;
  patience: Patience;
  /** How the network is asked; without proxies by default. */
  request?: HttpRequest | undefined;
  state: DownloadState;
  log: Logger;
  progress: Progress;
  signal?: AbortSignal | undefined;
}

const MAX_BACKOFF_MS = 60_000;
/** IMDb publishes every day: a server that says for longer that nothing has changed is asked for the bytes. */
const BELIEVED_MS = 7 * 86_400_000;

/**
 * Fetches one source's file unless the server says that the kept one is current. The bytes go to a partial file,
 * which goes on where it broke off, and is read to its end before it takes the old one's place.
 * @throws Rejected for a file that is not whole or not the source; Failed for the network and the server.
 */
export async function fetchFile(source: Source, options: FetchFileOptions): Promise<Download> {
  const { patience, log } = options;
  const file = sourceFile(source.name);
  const deadline = AbortSignal.timeout(patience.totalMs);
  const signal = anyOf([options.signal, deadline]);
  let last: Transient | undefined;
  const kept = believed(options, file);
  const fetched = pRetry(() => attempt(source, { ...options, kept, signal, file }), {
    retries: patience.retries,
    minTimeout: patience.backoffMs,
    maxTimeout: MAX_BACKOFF_MS,
    randomize: true,
    signal,
    shouldRetry: ({ error }) => error instanceof Transient,
    async onFailedAttempt({ error, retriesLeft, retryDelay }) {
      if (!(error instanceof Transient)) return;
      last = error;
      if (retriesLeft === 0) return;
      const waitMs = Math.max(retryDelay, error.retryAfterMs ?? 0);
      log.warn({ event: 'download retried', file, reason: reasonOf(error), waitMs, retriesLeft });
      await sleep(waitMs - retryDelay, undefined, { signal });
    },
  });
  return fetched.catch((error: unknown) => {
    if (!deadline.aborted || options.signal?.aborted === true) throw error;
    const message = `${file}: not whole after ${patience.totalMs / 1000} seconds, which is DOWNLOAD_TIMEOUT`;
    throw new Failed(message, { cause: last ?? error });
  });
}

function believed({ kept, log }: FetchFileOptions, file: string): Download | undefined {
  if (kept === undefined || Date.now() - kept.mtimeMs < BELIEVED_MS) return kept;
  log.warn({ event: 'download doubted', file, reason: 'nothing has changed for seven days, only the bytes can tell' });
  return undefined;
}

type AttemptOptions = FetchFileOptions & { signal: AbortSignal; file: string };

async function attempt(source: Source, options: AttemptOptions): Promise<Download> {
  const { url, kept, state, log, folder, file } = options;
  const path = join(folder, file);
  const part = partialFile(path);
  const started = performance.now();
  const idle = new IdleTimer(options.patience.idleMs);
  try {
    const signal = anyOf([options.signal, idle.signal]);
    const rest = await part.rest(url);
    const { patience, request = createHttpRequest() } = options;
    const headers = requestHeaders(kept, rest);
    const response = await httpGet(url, { ...patience, request, headers, signal, file });
    if (response.status === 304) {
      response.cancel();
      if (kept === undefined) throw new Failed(`${file}: ${url} answered 304 although nothing was kept`);
      if (isOfAnother(response, kept)) {
        log.warn({
          event: 'download doubted',
          file,
          reason: 'answered 304 with another ETag than that of the kept file',
        });
        return await attempt(source, { ...options, kept: undefined });
      }
      // A part that a killed run has left is of a file that nobody needs any more.
      await part.remove();
      log.info({ event: 'download unchanged', file });
      return kept;
    }
    const total = await saveBody(response, { ...options, part, idle, rest });
    const scanned = await scanDownload(part, { source, total, options });
    await fsync(part.path);
    await durableRename(part.path, path);
    await part.remove();
    const { mtimeMs } = await stat(path);
    const validators = { etag: response.headers.get('etag'), lastModified: response.headers.get('last-modified') };
    const whole: Download = { path, url, ...validators, mtimeMs, ...scanned, scanRules: SCAN_RULES };
    await state.record(source.name, whole);
    const durationMs = Math.round(performance.now() - started);
    log.info({ event: 'download done', file, bytes: whole.bytes, rows: whole.rows, durationMs });
    return whole;
  } catch (error) {
    // Only a connection that broke is gone on with, and only where the server said of what the bytes are a part.
    if (!(error instanceof Transient) || (await part.rest(url)) === undefined) await part.remove();
    throw error;
  } finally {
    idle.stop();
  }
}

function requestHeaders(kept: Download | undefined, rest: { from: number; validator: string } | undefined): Headers {
  // The file itself is the gzip: a transport coding on top of it would change its bytes and its length.
  const headers = new Headers({ 'accept-encoding': 'identity' });
  if (rest !== undefined) {
    headers.set('range', `bytes=${rest.from}-`);
    headers.set('if-range', rest.validator);
    return headers;
  }
  if (kept?.etag != null) headers.set('if-none-match', kept.etag);
  if (kept?.lastModified != null) headers.set('if-modified-since', kept.lastModified);
  return headers;
}

/** A 304 that means another version of the file than ours: its bytes are needed to know. */
function isOfAnother({ headers }: HttpResponse, kept: Download): boolean {
  const [told, known] = [headers.get('etag'), kept.etag].map((etag) => etag?.replace(/^W\//, ''));
  return told !== undefined && known !== undefined && told !== known;
}

/** A file that is refused is not a part of anything: the next attempt begins anew. */
async function scanDownload(
  part: PartialFile,
  { source, total, options }: { source: Source; total: number | undefined; options: AttemptOptions },
): Promise<Awaited<ReturnType<typeof scanFile>>> {
  try {
    return await scanFile(part.path, { source, signal: options.signal });
  } catch (error) {
    await part.remove();
    // Where the server did not say how long the file is, a connection that broke looks like its end.
    if (error instanceof Rejected && total === undefined) throw new Transient(error.message, { cause: error.cause });
    throw error;
  }
}

function anyOf(signals: readonly (AbortSignal | undefined)[]): AbortSignal {
  return AbortSignal.any(signals.filter((signal) => signal !== undefined));
}
