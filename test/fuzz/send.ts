import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

import { Agent, request } from 'node:http';

import type { Sent } from './requests.ts';

export interface Seen {
  /** 0 if the connection ended without an answer. */
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  ms: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 100 });
const GIVE_UP_MS = 120_000;
/** Time for the first event of a stream. */
const EVENT_MS = 50;

/** Sends a request and reads its answer; of a stream of events what comes at once. Never rejects. */
export async function send(url: string, sent: Sent): Promise<Seen> {
  for (;;) {
    const seen = await sendOnce(url, sent);
    if (seen !== 'again') return seen;
  }
}

/** `again` if a connection that was kept had been closed in that moment: nothing was read of the request. */
function sendOnce(url: string, { method, path, headers, body }: Sent): Promise<Seen | 'again'> {
  const { promise, resolve } = Promise.withResolvers<Seen | 'again'>();
  const began = performance.now();
  const { hostname, port } = new URL(url);
  const hasBody = body !== undefined && method !== 'GET' && method !== 'HEAD';
  const length: Record<string, string> = hasBody ? { 'content-length': String(Buffer.byteLength(body)) } : {};
  const options = { agent, hostname, port, method, path, headers: { ...length, ...headers } };
  let answer: IncomingMessage | undefined;
  let text = '';
  const done = (): void => {
    const { statusCode: status = 0, headers: received = {} } = answer ?? {};
    resolve({ status, headers: received, text, ms: performance.now() - began });
  };
  const asked = request(options, (response) => {
    answer = response;
    const isStream = response.headers['content-type']?.startsWith('text/event-stream') === true;
    response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    response.on('end', done).on('error', done);
    if (isStream) setTimeout(() => asked.destroy(), EVENT_MS);
  });
  asked.setTimeout(GIVE_UP_MS, () => asked.destroy());
  asked.on('upgrade', (response, socket) => {
    answer = response;
    socket.destroy();
    done();
  });
  asked.on('error', (error: NodeJS.ErrnoException) => {
    const isClosed = error.code === 'ECONNRESET' || error.code === 'EPIPE';
    if (answer === undefined && asked.reusedSocket && isClosed) resolve('again');
    else done();
  });
  asked.on('close', done);
  asked.end(hasBody ? body : undefined);
  return promise;
}
