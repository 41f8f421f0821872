import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { createGzip } from 'node:zlib';
import { failed, type TmdbAnswer } from './endpoints/answer.ts';
import { createRateLimit, faultOf, type TmdbFaults } from './server/faults.ts';
import { count, createRequestLog, requestName, type RequestLog } from './server/request-log.ts';
import { createTmdbApi, type TmdbApi } from './tmdb-api.ts';

export interface TmdbOriginOptions {
  /** Scale and seed of the demo whose titles and people it describes. */
  scale: number;
  seed: number;
  /** The only token that it accepts, as `Authorization: Bearer …` or `?api_key=…`. */
  token?: string;
  /** 0, unless said otherwise, chooses a free port. */
  port?: number;
  faults?: TmdbFaults;
  now?: () => Date;
}

export interface TmdbOrigin {
  /** `http://127.0.0.1:<port>`, without a trailing slash. */
  url: string;
  /** What TMDB_BASE_URL, TMDB_EXPORT_URL and TMDB_IMAGE_URL are to be. */
  baseUrl: string;
  exportUrl: string;
  imageUrl: string;
  token: string;
  log: RequestLog;
  /** Replaced, it holds for the requests that begin from now on. */
  faults: TmdbFaults;
  /** Closes every connection, idle or not; resolves when the port is free. */
  close(): Promise<void>;
}

/** The token of the demo's own TMDB. It opens nothing else. */
export const DEMO_TMDB_TOKEN = 'token-of-the-made-up-tmdb';

const SLOW_MS = 300;

/**
 * Publishes a made-up TMDB on 127.0.0.1 as TMDB does: its API (`/3`), its daily lists of ids (`/p/exports`) and its
 * pictures (`/t/p`), over the titles and people of the demo of this scale and seed. It reads no file.
 */
export async function startTmdbOrigin(options: TmdbOriginOptions): Promise<TmdbOrigin> {
  const { scale, seed, token = DEMO_TMDB_TOKEN, port = 0, now = () => new Date() } = options;
  const log = createRequestLog();
  const isOver = createRateLimit(Date.now);
  const api = createTmdbApi({ scale, seed, now, pictures: () => `${url}/t/p` });
  const server = createServer((request, response) => {
    serve(request, { response, api, token, log, faults: origin.faults, isOver }).catch(() => response.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // Exclusive, because a worker of a cluster would share the port with the others.
    server.listen({ port, host: '127.0.0.1', exclusive: true }, resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  let closing: Promise<void> | undefined;
  const origin: TmdbOrigin = {
    url,
    baseUrl: `${url}/3`,
    exportUrl: `${url}/p/exports`,
    imageUrl: `${url}/t/p`,
    token,
    log,
    faults: options.faults ?? {},
    close() {
      closing ??= new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      return closing;
    },
  };
  return origin;
}

interface Serving {
  response: ServerResponse;
  api: TmdbApi;
  token: string;
  log: RequestLog;
  faults: TmdbFaults;
  isOver: (limit: number) => boolean;
}

async function serve(request: IncomingMessage, serving: Serving): Promise<void> {
  const { response, log, faults } = serving;
  const url = new URL(request.url ?? '/', 'http://tmdb');
  const name = requestName(url);
  count(log.asked, name);
  response.once('finish', () => {
    count(log.statuses, response.statusCode);
    if (response.statusCode === 200) count(log.answered, name);
  });
  const fault = faultOf(faults, name, log.asked.get(name) ?? 0);
  if (fault === 'slow') await wait(faults.slowMs ?? SLOW_MS);
  if (fault === 'cut before') {
    count(log.statuses, 0);
    response.destroy();
    return;
  }
  if (url.pathname.startsWith('/p/exports/')) return sendExport(url.pathname.slice('/p/exports/'.length), serving);
  if (url.pathname.startsWith('/t/p/')) return sendPicture(url.pathname.slice('/t/p/'.length), serving);
  const isOver = faults.limitPerSecond !== undefined && serving.isOver(faults.limitPerSecond);
  if (isOver || fault === 'too many') return sendJson(failed(25, { 'Retry-After': '1' }), serving);
  if (typeof fault === 'object') return sendError(fault, serving);
  const answer = answerOf(request, url, serving);
  if (fault === 'cut within') return cutWithin(answer, serving);
  const changed = answer.status === 200 ? faults.change?.(url.pathname, answer.body) : undefined;
  return sendJson({ ...answer, body: (changed as object | undefined) ?? answer.body }, serving);
}

function answerOf(request: IncomingMessage, url: URL, { api, token }: Serving): TmdbAnswer {
  const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? url.searchParams.get('api_key');
  if (given !== token) return failed(7);
  if (request.method !== 'GET' || !url.pathname.startsWith('/3/')) return failed(34);
  return api.answer(url.pathname.slice(2), url.searchParams);
}

function sendJson({ status, body, headers }: TmdbAnswer, { response }: Serving): void {
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    'Content-Type': 'application/json;charset=utf-8',
    'Content-Length': text.length,
    'Cache-Control': status === 200 ? 'public, max-age=21600' : 'no-store',
    ...headers,
  });
  response.end(text);
}

/** An error of TMDB, or of the proxy in front of it, which says it in HTML. */
function sendError({ error, isHtml }: { error: 500 | 502 | 503 | 504; isHtml: boolean }, serving: Serving): void {
  if (!isHtml) {
    sendJson(failed(({ 500: 11, 502: 43, 503: 9, 504: 24 } as const)[error]), serving);
    return;
  }
  serving.response.writeHead(error, { 'Content-Type': 'text/html' });
  serving.response.end(
    `<html><head><title>${error}</title></head><body><center><h1>${error}</h1></center></body></html>`,
  );
}

/** Sends the head and the first half of an answer, and cuts the connection. */
function cutWithin({ status, body }: TmdbAnswer, { response, log }: Serving): void {
  const text = Buffer.from(JSON.stringify(body));
  count(log.statuses, 0);
  response.writeHead(status, { 'Content-Type': 'application/json;charset=utf-8', 'Content-Length': text.length });
  response.write(text.subarray(0, Math.floor(text.length / 2)), () => response.destroy());
}

async function sendExport(file: string, { response, api }: Serving): Promise<void> {
  const lines = api.lines(file);
  if (lines === undefined) return sendText(response, 404, 'Not Found');
  response.writeHead(200, { 'Content-Type': 'application/gzip' });
  await pipeline(Readable.from(lines), createGzip(), response);
}

function sendPicture(path: string, { response, api }: Serving): void {
  const drawn = api.picture(path);
  if (drawn === undefined) return sendText(response, 404, 'Not Found');
  response.writeHead(200, {
    'Content-Type': 'image/svg+xml',
    'Cache-Control': 'public, max-age=31919000',
    'Access-Control-Allow-Origin': '*',
  });
  response.end(drawn);
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${text}\n`);
}
