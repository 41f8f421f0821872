import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';

import { TMDB_TITLE_KINDS, tmdbExportFile } from '../../../../dataset/sources/tmdb.ts';
import type { TmdbThing, TmdbTitleKind } from '../../../../dataset/sources/tmdb.ts';
import type { HttpRequest, HttpResponse } from '../../http/http-request.ts';
import { Failed, reasonOf, Transient } from '../../../outcomes/outcome.ts';
import { quoted } from '../../../outcomes/quoted.ts';
import { DAY_MS } from '../refresh-plan.ts';
import type { MirrorWork } from './mirror-work.ts';

export interface ExportOptions {
  request: HttpRequest;
  /** Folder of the daily files. */
  exportUrl: string;
}

/** The hour of UTC at which TMDB's files of the day are there. */
const READY_HOUR = 8;
/** Files are looked for so many days back; TMDB keeps them for three months. */
const DAYS_BACK = 7;
const TRIES = 5;
const BACKOFF_MS = 1000;
/** Lines that are taken in one transaction, between which others have their turn. */
const BATCH = 5000;

/** Makes every title wanted that the newest of TMDB's daily files name. A file that was taken is not asked for again. */
export async function wantIdsOfTheDay(work: MirrorWork, options: ExportOptions): Promise<void> {
  for (const kind of TMDB_TITLE_KINDS) await wantIdsOf(kind, work, options);
}

async function wantIdsOf(kind: TmdbTitleKind, work: MirrorWork, options: ExportOptions): Promise<void> {
  const { mirror, now, log } = work;
  const newest = now().getTime() - READY_HOUR * (DAY_MS / 24);
  const files = Array.from({ length: DAYS_BACK }, (_, back) => tmdbExportFile(kind, new Date(newest - back * DAY_MS)));
  for (const file of files) {
    if (mirror.lastPage(file) !== undefined) return;
    const wanted = await patiently(() => takeFile(kind, file, { work, options }), work);
    if (wanted === undefined) continue;
    mirror.takePage({ name: file, page: 1, pages: 1, readAt: now() }, {});
    log.info({ event: 'tmdb ids read', file, wanted });
    return;
  }
  throw new Failed(
    `${files[0]}: neither it nor any file of the ${DAYS_BACK - 1} days before is at ${options.exportUrl}`,
  );
}

async function patiently<T>(take: () => Promise<T>, { signal }: MirrorWork): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await take();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Transient) || tries === TRIES) throw error;
      await sleep(error.retryAfterMs ?? BACKOFF_MS * 2 ** (tries - 1), undefined, { signal });
    }
  }
}

/** Takes a file, and answers with how many of its ids were not known; undefined where there is no such file. */
async function takeFile(
  kind: TmdbTitleKind,
  file: string,
  { work, options }: { work: MirrorWork; options: ExportOptions },
): Promise<number | undefined> {
  const { mirror, signal } = work;
  const address = new URL(`${options.exportUrl}/${file}`);
  let response: HttpResponse;
  try {
    // The token is not for this host.
    response = await options.request(address, { headers: new Headers(), signal });
  } catch (error) {
    throw new Transient(`${file}: no answer from ${address.origin} (${reasonOf(error)})`, { cause: error });
  }
  const { status, statusText } = response;
  if (status !== 200) {
    response.cancel();
    // Without the right to list files, a file that is missing is a forbidden one.
    if (status === 404 || status === 403) return undefined;
    const message = `${file}: ${address.href} answered ${status} ${statusText}, expected 200`;
    throw status === 429 || status >= 500 ? new Transient(message) : new Failed(message);
  }
  let wanted = 0;
  let line = 0;
  let batch: TmdbThing[] = [];
  const gunzip = createGunzip();
  const unzipped = pipeline(Readable.from(response.body), gunzip);
  // Whoever reads the lines hears of the same error.
  unzipped.catch(() => undefined);
  try {
    for await (const text of createInterface({ input: gunzip, crlfDelay: Infinity })) {
      line += 1;
      const thing = thingOf(kind, text, `${file}, line ${line}`);
      if (thing !== undefined) batch.push(thing);
      if (batch.length < BATCH) continue;
      wanted += mirror.want(batch);
      batch = [];
      signal.throwIfAborted();
      // Others have their turn.
      await sleep(0);
    }
    await unzipped;
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Failed) throw error;
    throw new Transient(`${file}: broke off after ${line} lines (${reasonOf(error)})`, { cause: error });
  }
  return wanted + mirror.want(batch);
}

/** The thing of one line; undefined for an adult one. */
function thingOf(kind: TmdbTitleKind, text: string, where: string): TmdbThing | undefined {
  if (text.trim() === '') return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = undefined;
  }
  const { id, adult } = (typeof value === 'object' && value !== null ? value : {}) as { id?: unknown; adult?: unknown };
  if (typeof id !== 'number' || !Number.isInteger(id) || id <= 0) {
    throw new Failed(`${where}: ${quoted(text)} is not an object with an id`);
  }
  return adult === true ? undefined : { kind, id, part: 0 };
}
