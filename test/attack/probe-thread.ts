import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';

import type { ProbeResult } from './probes.ts';

const EVERY_MS = 50;
/** Probes go on for so long when the attack has ended. */
const AFTER_MS = 100;
const GIVE_UP_MS = 10_000;
const QUERY = JSON.stringify({ query: '{ title(id: "tt0900001") { id primaryTitle rating { average } } }' });

const agent = new Agent({ keepAlive: true });
const pending = new Set<Promise<void>>();
let result: ProbeResult = { sent: 0, failed: 0, worstMs: 0 };
let timer: NodeJS.Timeout | undefined;

async function probe(path: string, { body, isNew = false }: { body?: string; isNew?: boolean } = {}): Promise<void> {
  result.sent += 1;
  const began = performance.now();
  const isRight = await ask(new URL(path, workerData as string), { body, isNew });
  result.worstMs = Math.max(result.worstMs, performance.now() - began);
  if (!isRight) result.failed += 1;
}

function begin(probing: Promise<void>): void {
  pending.add(probing);
  void probing.finally(() => pending.delete(probing));
}

function probeAll(): void {
  begin(probe('/livez'));
  begin(probe('/livez', { isNew: true }));
  begin(probe('/graphql', { body: QUERY }));
}

async function start(): Promise<void> {
  // A connection, and what the server does for the first time, are no part of what is timed.
  probeAll();
  await Promise.all(pending);
  result = { sent: 0, failed: 0, worstMs: 0 };
  probeAll();
  timer = setInterval(probeAll, EVERY_MS);
  parentPort?.postMessage('started', []);
}

async function stop(): Promise<void> {
  await sleep(AFTER_MS);
  clearInterval(timer);
  await Promise.all(pending);
  parentPort?.postMessage(result, []);
}

parentPort?.on('message', (message: unknown) => void (message === 'start' ? start() : stop()));

/** Whether the answer is a right one. Never rejects. */
function ask(url: URL, { body, isNew }: { body: string | undefined; isNew: boolean }): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const method = body === undefined ? 'GET' : 'POST';
  const headers = body === undefined ? {} : { 'content-type': 'application/json', 'content-length': body.length };
  const sent = request(url, { agent: isNew ? false : agent, method, headers, timeout: GIVE_UP_MS }, (response) => {
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    response.on('end', () => resolve(response.statusCode === 200 && !text.includes('"errors"')));
  });
  sent.on('timeout', () => sent.destroy());
  sent.on('error', () => resolve(false));
  sent.end(body);
  return promise;
}
