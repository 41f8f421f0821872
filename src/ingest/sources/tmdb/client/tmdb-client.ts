import { setTimeout as sleep } from 'node:timers/promises';

import { retryAfter } from '../../http/http-get.ts';
import type { HttpRequest, HttpResponse } from '../../http/http-request.ts';
import { reasonOf, Transient } from '../../../outcomes/outcome.ts';
import { quoted } from '../../../outcomes/quoted.ts';
import type { Pace } from './pace.ts';
import { BudgetSpent, ThingFailed, TmdbUnavailable } from './tmdb-errors.ts';

export interface TmdbClientOptions {
  request: HttpRequest;
  /** Without a slash at its end. */
  baseUrl: string;
  token: string;
  pace: Pace;
  signal: AbortSignal;
  /** Requests that may be sent, each try counted; no limit if not given. */
  mostRequests?: number | undefined;
  /** Wait before a request is sent again; it doubles each time. */
  backoffMs?: number;
}

/** What TMDB says to a request. */
export type TmdbReply =
  | { status: 'answered'; text: string; body: unknown }
  /** It has no such thing. */
  | { status: 'missing' }
  /** It has the thing under another path of its API. */
  | { status: 'moved'; path: string };

export interface TmdbClient {
  /**
   * Asks for a path below the base URL, as often as its answer may still come.
   * @throws ThingFailed where only this one cannot be had, TmdbUnavailable where none can, BudgetSpent, or the reason of
   * the signal.
   */
  get(path: string): Promise<TmdbReply>;
  /** Asks for what is always there. @throws TmdbUnavailable where nothing can be had, with the reason. */
  check(): Promise<void>;
  /** Requests that were sent, each try counted. */
  requests(): number;
  /** Answers that said to wait. */
  throttled(): number;
}

/** Tries of a request: with a fifth of errors, one of four hundred thousand fails. */
const TRIES = 8;
/** Tries of the request that finds out whether TMDB answers at all: some 15 seconds. */
const PROBE_TRIES = 6;
const LONGEST_BACKOFF_MS = 30_000;
/** The longest wait that TMDB may ask for within a run. */
const LONGEST_PAUSE_MS = 15 * 60_000;
/** The time that an answer may take. */
const ANSWER_MS = 60_000;
/** An answer about one thing has some 100 kB, the largest few megabytes. */
const MOST_BYTES = 64 << 20;
/** What TMDB always has: whether it answers at all. */
const PROBE = '/configuration';
/** TMDB's codes for "too many requests" and "not found", in the body of an answer. */
const TOO_MANY = 25;
const NOT_FOUND: ReadonlySet<unknown> = new Set([6, 34]);

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 307, 308]);

export function createTmdbClient({
  request,
  baseUrl,
  token,
  pace,
  signal,
  mostRequests = Infinity,
  backoffMs = 500,
}: TmdbClientOptions): TmdbClient {
  let requests = 0;
  let throttled = 0;

  /** No message may carry the token, whoever has repeated it. */
  const hidden = (text: string): string => text.replaceAll(token, '***');

  async function tried(path: string, most = TRIES): Promise<TmdbReply> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await once(path);
      } catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof Transient) || tries === most) throw error;
        // Else all wait together already.
        if ((error.retryAfterMs ?? 0) === 0) await backoff(tries);
      }
    }
  }

  /** Doubles, and differs from one worker to the next, so that they do not come back all at once. */
  function backoff(tries: number): Promise<void> {
    const ms = Math.min(LONGEST_BACKOFF_MS, backoffMs * 2 ** (tries - 1));
    return sleep(ms * (0.5 + Math.random() / 2), undefined, { signal });
  }

  async function once(path: string): Promise<TmdbReply> {
    await pace.turn(signal);
    if (requests >= mostRequests) throw new BudgetSpent(`${mostRequests} requests are sent`);
    requests += 1;
    const address = new URL(`${baseUrl}${path}`);
    const late = AbortSignal.timeout(ANSWER_MS);
    const headers = new Headers({ authorization: `Bearer ${token}`, accept: 'application/json' });
    try {
      const response = await request(address, { headers, signal: AbortSignal.any([signal, late]) });
      return replyOf(response, { address, text: await textOf(response) });
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof ThingFailed || error instanceof TmdbUnavailable || error instanceof Transient) throw error;
      const why = late.aborted ? `none within ${ANSWER_MS / 1000} seconds` : reasonOf(error);
      throw new Transient(hidden(`no whole answer from ${address.origin}: ${why}`), { cause: error });
    }
  }

  function replyOf(
    { status, statusText, headers }: HttpResponse,
    { address, text }: { address: URL; text: string },
  ): TmdbReply {
    const body = jsonOf(text);
    const code = fieldOf(body, 'status_code');
    const said = fieldOf(body, 'status_message');
    const words = hidden(typeof said === 'string' ? said : text.slice(0, 100));
    const answered = `${address.pathname} answered ${status} ${statusText}${words === '' ? '' : `: ${quoted(words)}`}`;
    if (status === 429 || code === TOO_MANY) throw busy(headers, answered);
    if (status >= 500) throw new Transient(answered);
    if (status === 401 || status === 403)
      throw new TmdbUnavailable(`TMDB refuses TMDB_TOKEN: ${answered}${hintFor(token)}`);
    // A 404 of something else than TMDB's API, as of a mistyped address, says nothing about the thing.
    if (status === 404 && NOT_FOUND.has(code)) return { status: 'missing' };
    const location = headers.get('location');
    if (REDIRECTS.has(status) && location !== null) {
      const moved = pathBelow(baseUrl, URL.parse(location, address));
      if (moved !== undefined) return { status: 'moved', path: moved };
    }
    if (status !== 200) throw new ThingFailed(`${answered}, expected 200`);
    if (body === undefined) throw new ThingFailed(`${answered}, which is not JSON`);
    return { status: 'answered', text, body };
  }

  /** All workers wait as long as TMDB asks for. */
  function busy(headers: Headers, answered: string): Error {
    throttled += 1;
    const retryAfterMs = retryAfter(headers.get('retry-after'));
    if (retryAfterMs === undefined) return new Transient(answered);
    if (retryAfterMs > LONGEST_PAUSE_MS) {
      return new TmdbUnavailable(`${answered}, and asks to wait ${Math.ceil(retryAfterMs / 60_000)} minutes`);
    }
    pace.pause(retryAfterMs);
    return new Transient(answered, { retryAfterMs });
  }

  async function check(): Promise<void> {
    try {
      const { status } = await tried(PROBE, PROBE_TRIES);
      if (status !== 'answered') throw new TmdbUnavailable(`${baseUrl} is not the API of TMDB: ${PROBE} is ${status}`);
    } catch (error) {
      if (!(error instanceof Transient || error instanceof ThingFailed)) throw error;
      throw new TmdbUnavailable(`TMDB does not answer: ${error.message}`, { cause: error });
    }
  }

  return {
    check,
    requests: () => requests,
    throttled: () => throttled,
    async get(path) {
      try {
        return await tried(path);
      } catch (error) {
        if (!(error instanceof Transient)) throw error;
        // Is it this thing, or everything?
        await check();
        throw new ThingFailed(error.message, { cause: error });
      }
    },
  };
}

async function textOf(response: HttpResponse): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      response.cancel();
      throw new ThingFailed(`the answer has more than ${MOST_BYTES >> 20} MiB`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function fieldOf(body: unknown, name: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>)[name] : undefined;
}

/** The path of an address below the base URL; undefined where it is elsewhere: the token goes nowhere else. */
function pathBelow(baseUrl: string, address: URL | null): string | undefined {
  const base = new URL(baseUrl);
  if (address === null || address.origin !== base.origin) return undefined;
  const prefix = base.pathname.replace(/\/$/, '');
  if (!address.pathname.startsWith(`${prefix}/`)) return undefined;
  return address.pathname.slice(prefix.length) + address.search;
}

/** TMDB gives two secrets, of which people take the shorter. */
function hintFor(token: string): string {
  const isKey = /^[0-9a-f]{32}$/i.test(token);
  return isKey ? '. It looks like the API key: the longer API read access token beside it is wanted' : '';
}
