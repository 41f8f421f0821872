import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What came back, as one word: the status and the code of the first error. */
export type Outcome = string;

export interface SendOptions {
  headers?: Record<string, string>;
  /** The client leaves after this time. */
  leaveAfterMs?: number;
  variables?: Record<string, unknown>;
}

const agent = new Agent({ keepAlive: true, maxSockets: 1000 });
const GIVE_UP_MS = 120_000;

/** Posts a document; never rejects. */
export function send(url: string, query: string, options: SendOptions = {}): Promise<Outcome> {
  return post(url, JSON.stringify({ query, variables: options.variables }), options);
}

/** Posts a body as it is. */
export function post(url: string, body: string, { headers = {}, leaveAfterMs }: SendOptions = {}): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>();
  const length = { 'content-length': String(Buffer.byteLength(body)) };
  const sent = request(
    new URL('/graphql', url),
    { agent, method: 'POST', headers: { 'content-type': 'application/json', ...length, ...headers } },
    (response) => {
      let head = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        if (head.length < 4000) head += chunk;
      });
      response.on('end', () => {
        const code = /"code":"([A-Z_]+)"/.exec(head)?.[1];
        resolve(`${response.statusCode}${code === undefined ? '' : ` ${code}`}`);
      });
      response.on('error', () => resolve('cut off'));
    },
  );
  sent.setTimeout(GIVE_UP_MS, () => sent.destroy());
  sent.on('error', (error) => resolve(leaveAfterMs === undefined ? `no answer: ${error.message}` : 'left'));
  if (leaveAfterMs !== undefined) setTimeout(() => sent.destroy(new Error('left')), leaveAfterMs);
  sent.end(body);
  return promise;
}

/** Writes bytes to a socket and leaves it open for a time without reading what comes, or reading it. */
export async function raw(url: string, text: string, { ms, read }: { ms: number; read: boolean }): Promise<Outcome> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  let answer = '';
  const ended = Promise.withResolvers<void>();
  socket.on('error', () => ended.resolve());
  socket.on('close', () => ended.resolve());
  if (read) socket.setEncoding('latin1').on('data', (chunk: string) => (answer += chunk.slice(0, 2000)));
  else socket.pause();
  socket.write(text);
  await Promise.race([ended.promise, sleep(ms)]);
  socket.destroy();
  const statuses = [...answer.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status);
  return statuses.length === 0 ? 'closed' : [...new Set(statuses)].join('+');
}

/** So many at a time, until all are done: how often each outcome came. */
export async function many(count: number, ask: (at: number) => Promise<Outcome>): Promise<Map<Outcome, number>> {
  const outcomes = await Promise.all(Array.from({ length: count }, (_, at) => ask(at)));
  const counted = new Map<Outcome, number>();
  for (const outcome of outcomes) counted.set(outcome, (counted.get(outcome) ?? 0) + 1);
  return counted;
}
