import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export interface TestOrigin {
  url: string;
  /** What was asked for since the last call. */
  takeRequests(): { file: string; headers: IncomingHttpHeaders }[];
  /** The most requests that were open at the same time. */
  mostAtOnce(): number;
  /** Answers for one file, or for none; undefined is the file itself again. */
  answer(file: string, handler: Handler | undefined): void;
  close(): Promise<void>;
}

/** Publishes a folder on a local port with ETag and Last-Modified, and misbehaves where it is told to. */
export async function openOrigin(folder: string): Promise<TestOrigin> {
  const handlers = new Map<string, Handler>();
  let requests: { file: string; headers: IncomingHttpHeaders }[] = [];
  let open = 0;
  let most = 0;
  const server = createServer((request, response) => {
    const file = (request.url ?? '').slice(1);
    requests.push({ file, headers: request.headers });
    open += 1;
    most = Math.max(most, open);
    response.once('close', () => {
      open -= 1;
    });
    const handler = handlers.get(file);
    if (handler === undefined) void sendFile(join(folder, file), { request, response });
    else handler(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeRequests() {
      const taken = requests;
      requests = [];
      return taken;
    },
    mostAtOnce: () => most,
    answer(file, handler) {
      if (handler === undefined) handlers.delete(file);
      else handlers.set(file, handler);
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function sendFile(
  path: string,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  const body = await readFile(path);
  const etag = `"${createHash('md5').update(body).digest('hex')}"`;
  const lastModified = (await stat(path)).mtime.toUTCString();
  const { range, 'if-none-match': known, 'if-range': ifRange } = request.headers;
  const from = ifRange === etag ? Number(/^bytes=([0-9]+)-$/.exec(range ?? '')?.[1] ?? 0) : 0;
  const headers = { etag, 'last-modified': lastModified };
  if (known === etag) {
    response.writeHead(304, headers).end();
  } else if (from > 0) {
    const rest = body.subarray(from);
    const contentRange = `bytes ${from}-${body.length - 1}/${body.length}`;
    response.writeHead(206, { ...headers, 'content-range': contentRange, 'content-length': rest.length }).end(rest);
  } else {
    response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
  }
}
