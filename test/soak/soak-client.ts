import { Agent, request } from 'node:http';

import type { Operation } from './operations.ts';

/** How a request ended: null as it should, or why not. */
export type Failure = string | null;

export interface SoakClient {
  /** Never rejects. The client leaves after a time where one is given, which is no failure. */
  ask(operation: Operation, leaveAfterMs?: number): Promise<Failure>;
  /** The data of an answer. @throws Error with the reason of the failure. */
  data(operation: Operation): Promise<Record<string, unknown>>;
  /** Subscribes; `onEvent` gets each event. `ended` is null where the client itself has left. */
  subscribe(
    query: string,
    onEvent: () => void,
  ): { begun: Promise<Failure>; ended: Promise<Failure>; leave: () => void };
  close(): void;
}

/** So few that their lists, of up to four queries each, are not refused where the server is behind. */
const MOST_SOCKETS = 24;
const LONGEST_REASON = 200;

export function createSoakClient(url: string): SoakClient {
  const agent = new Agent({ keepAlive: true, maxSockets: MOST_SOCKETS });
  const target = new URL('/graphql', url);

  function post(operation: Operation, leaveAfterMs?: number): Promise<{ failure: Failure; text: string }> {
    const body = JSON.stringify(operation);
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    return new Promise((resolve) => {
      let leaving: NodeJS.Timeout | undefined;
      let hasLeft = false;
      const end = (failure: Failure, text = ''): void => {
        clearTimeout(leaving);
        resolve({ failure: hasLeft ? null : failure, text });
      };
      const sent = request(target, { agent, method: 'POST', headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', (error) => end(`cut off: ${error.message}`));
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          end(failureOf(response.statusCode, text), text);
        });
      });
      sent.on('error', (error) => end(`no answer: ${error.message}`));
      // In flight, and not while it waits for a socket: the server is to see it.
      if (leaveAfterMs !== undefined) {
        sent.once('socket', () => {
          leaving = setTimeout(() => {
            hasLeft = true;
            sent.destroy();
          }, leaveAfterMs);
        });
      }
      sent.end(body);
    });
  }

  return {
    ask: async (operation, leaveAfterMs) => (await post(operation, leaveAfterMs)).failure,
    async data(operation) {
      const { failure, text } = await post(operation);
      if (failure !== null) throw new Error(`${failure}: ${operation.query}`);
      return (JSON.parse(text) as { data: Record<string, unknown> }).data;
    },
    subscribe(query, onEvent) {
      const [begun, ended] = [Promise.withResolvers<Failure>(), Promise.withResolvers<Failure>()];
      let hasLeft = false;
      const end = (failure: Failure): void => {
        begun.resolve(hasLeft ? null : failure);
        ended.resolve(hasLeft ? null : failure);
      };
      const headers = { 'content-type': 'application/json', accept: 'text/event-stream' };
      const sent = request(target, { agent: false, method: 'POST', headers }, (response) => {
        if (response.statusCode !== 200) end(`a subscription: HTTP ${response.statusCode}`);
        begun.resolve(null);
        response.setEncoding('utf8').on('data', (chunk: string) => {
          chunk.match(/^event: next$/gm)?.forEach(() => onEvent());
        });
        response.on('error', (error) => end(`a subscription was cut off: ${error.message}`));
        response.on('end', () => end('a subscription was ended by the server'));
      });
      sent.on('error', (error) => end(`a subscription: ${error.message}`));
      sent.end(JSON.stringify({ query }));
      return {
        begun: begun.promise,
        ended: ended.promise,
        leave() {
          hasLeft = true;
          sent.destroy();
          end(null);
        },
      };
    },
    close: () => agent.destroy(),
  };
}

function failureOf(status: number | undefined, text: string): Failure {
  if (status === 200 && !text.includes('"errors":')) return null;
  return `HTTP ${status}: ${text.slice(0, LONGEST_REASON)}`;
}
