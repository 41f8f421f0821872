import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import send from 'send';
import { SOURCES, sourceFile } from '../dataset/sources/imdb.ts';

export interface Origin {
  /** `http://127.0.0.1:<port>`, without a trailing slash. */
  url: string;
  /** Closes every connection, idle or not; resolves when the port is free. */
  close(): Promise<void>;
}

const FILES: ReadonlySet<string> = new Set(SOURCES.map(({ name }) => sourceFile(name)));

/**
 * Publishes the seven files of a folder on 127.0.0.1 as the host of IMDb's datasets does: with strong ETags from the
 * content, Last-Modified, ranges, conditional requests, and 404 for everything else. Port 0 chooses a free port.
 */
export async function startOrigin(options: { folder: string; port?: number }): Promise<Origin> {
  const etagOf = createEtags();
  const server = createServer((request, response) => {
    answer(request, { response, folder: options.folder, etagOf }).catch(() => refuse(response, 500));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // Exclusive, because a worker of a cluster would share the port with the others.
    server.listen({ port: options.port ?? 0, host: '127.0.0.1', exclusive: true }, resolve);
  });
  let closing: Promise<void> | undefined;
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      closing ??= new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      return closing;
    },
  };
}

type EtagOf = (path: string) => Promise<string>;

async function answer(
  request: IncomingMessage,
  how: { response: ServerResponse; folder: string; etagOf: EtagOf },
): Promise<void> {
  const { response, folder, etagOf } = how;
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405);
  const file = new URL(request.url ?? '/', 'http://origin').pathname.slice(1);
  if (!FILES.has(file)) return refuse(response, 404);
  let etag: string;
  try {
    etag = await etagOf(join(folder, file));
  } catch {
    return refuse(response, 404);
  }
  // `Cache-Control: no-cache` of a request, which fetch adds to conditional requests, is meant for caches. This is an
  // origin: as at the real host, an unchanged file is still a 304.
  delete request.headers['cache-control'];
  send(request, file, { root: folder, etag: false, cacheControl: false, index: false })
    .on('headers', (res: ServerResponse) => {
      res.setHeader('ETag', etag);
      res.setHeader('Content-Type', 'binary/octet-stream');
    })
    .on('error', (error: { status?: number }) => refuse(response, error.status ?? 500))
    .pipe(response);
}

function refuse(response: ServerResponse, status: number): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of ['ETag', 'Last-Modified', 'Accept-Ranges', 'Content-Length', 'Content-Type'])
    response.removeHeader(name);
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(`${status}\n`);
}

/**
 * The ETag of a file, computed from its content once for each version; versions differ in size or modification time.
 */
function createEtags(): EtagOf {
  const known = new Map<string, { version: string; etag: Promise<string> }>();
  return async (path) => {
    const { size, mtimeMs } = await stat(path);
    const version = `${size}-${mtimeMs}`;
    const cached = known.get(path);
    if (cached?.version === version) return cached.etag;
    const etag = md5(path);
    known.set(path, { version, etag });
    etag.catch(() => known.delete(path));
    return etag;
  };
}

async function md5(path: string): Promise<string> {
  const hash = createHash('md5');
  await pipeline(createReadStream(path), hash);
  return `"${hash.digest('hex')}"`;
}
