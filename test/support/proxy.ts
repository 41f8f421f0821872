import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export interface TestProxy {
  /** With the user and password that it wants. */
  url: string;
  /** What it was asked for since the last call: a whole address, or `CONNECT host:port`. */
  takeRequests(): string[];
  close(): Promise<void>;
}

export interface ProxyOptions {
  /** Wants these from whoever asks. */
  auth?: { user: string; password: string };
  /** Answers no CONNECT. */
  silent?: boolean;
}

/** A real HTTP proxy on a free port, which takes every host for this machine: it forwards, and it opens tunnels. */
export async function openProxy({ auth, silent = false }: ProxyOptions = {}): Promise<TestProxy> {
  let requests: string[] = [];
  const open = new Set<Duplex>();
  const wanted = auth && `Basic ${Buffer.from(`${auth.user}:${auth.password}`).toString('base64')}`;
  const isRefused = ({ headers }: IncomingMessage): boolean =>
    wanted !== undefined && headers['proxy-authorization'] !== wanted;
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    if (isRefused(request)) response.writeHead(407, { 'proxy-authenticate': 'Basic' }).end();
    else forward(request, response);
  });
  server.on('connect', (request: IncomingMessage, client: Socket) => {
    requests.push(`CONNECT ${request.url}`);
    open.add(client);
    if (silent) return;
    if (isRefused(request)) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
      return;
    }
    const port = Number(request.url?.split(':').at(-1));
    const other = connect(port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      other.pipe(client).pipe(other);
    });
    open.add(other);
    for (const socket of [client, other]) socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const place = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: auth === undefined ? `http://${place}` : `http://${encode(auth.user)}:${encode(auth.password)}@${place}`,
    takeRequests() {
      const taken = requests;
      requests = [];
      return taken;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

function encode(text: string): string {
  return encodeURIComponent(text);
}

function forward(request: IncomingMessage, response: ServerResponse): void {
  const { port, pathname } = new URL(request.url ?? '');
  const { 'proxy-authorization': _auth, 'proxy-connection': _connection, ...headers } = request.headers;
  const { method } = request;
  const sent = httpRequest({ host: '127.0.0.1', port, path: pathname, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
  });
  sent.on('error', () => response.destroy());
  request.pipe(sent);
}
