import { Agent, request } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';

import type { ProbeResult } from './probes.ts';

const EVERY_MS = 50;
const GIVE_UP_MS = 10_000;
const QUERY = JSON.stringify({ query: '{ title(id: "tt0900001") { id primaryTitle rating { average } } }' });

const agent = new Agent({ keepAlive: true });
const pending = new Set<Promise<void>>();
const result: ProbeResult = { sent: 0, failed: 0, worstMs: 0 };

async function probe(path: string, body?: string): Promise<void> {
  result.sent += 1;
  const began = performance.now();
  const isRight = await ask(new URL(path, workerData as string), body);
  result.worstMs = Math.max(result.worstMs, performance.now() - began);
  if (!isRight) result.failed += 1;
}

function begin(probing: Promise<void>): void {
  pending.add(probing);
  void probing.finally(() => pending.delete(probing));
}

const timer = setInterval(() => {
  begin(probe('/livez'));
  begin(probe('/graphql', QUERY));
}, EVERY_MS);

parentPort?.once('message', () => {
  clearInterval(timer);
  void end();
});

async function end(): Promise<void> {
  await Promise.all(pending);
  agent.destroy();
  parentPort?.postMessage(result, []);
}

/** Whether the answer is a right one. Never rejects. */
function ask(url: URL, body: string | undefined): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const method = body === undefined ? 'GET' : 'POST';
  const headers = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': body.length };
  const sent = request(url, { agent, method, headers, timeout: GIVE_UP_MS }, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    response.on('end', () => resolve(response.statusCode === 200 && !text.includes('"errors"')));
  });
  sent.on('timeout', () => sent.destroy());
  sent.on('error', () => resolve(false));
  sent.end(body);
  return promise;
}
