import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { afterEach, expect, test } from 'vitest';

import { newFolder } from './support/folders.ts';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const TITLE = { query: '{ title(id: "tt0900001") { primaryTitle } }' };

const POLL_MS = 20;

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Demo {
  child: ChildProcess;
  output: () => string;
  /** Waits until the output matches; answers with the first group. */
  until: (pattern: RegExp) => Promise<string>;
}

function startDemo(folder: string, flags: readonly string[] = []): Demo {
  const args = [MAIN, 'demo', '--scale', '0.0005', '--port', '0', '--data-dir', folder, ...flags];
  const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  let text = '';
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  return {
    child,
    output: () => text,
    async until(pattern) {
      for (;;) {
        const match = pattern.exec(text);
        if (match !== null) return match[1] ?? '';
        if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}:\n${text}`);
        await sleep(POLL_MS);
      }
    },
  };
}

async function ask(url: string): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify(TITLE) });
  return ((await response.json()) as { data: unknown }).data;
}

test('demo serves made-up films from nothing, and again from what it has built', async () => {
  const folder = newFolder('demo');
  const first = startDemo(folder);
  const url = await first.until(/"url":"([^"]+)"/);
  expect(first.output().trimStart()).toMatch(/^GraphiQL .*\n +Try +\{ title/);
  await first.until(/"event":"(ingest promoted)"/);
  expect(await ask(url)).toEqual({ title: { primaryTitle: 'Midnight at the Orpheum' } });
  first.child.kill('SIGTERM');
  expect(await once(first.child, 'exit')).toEqual([0, null]);

  const second = startDemo(folder);
  expect(await ask(await second.until(/"url":"([^"]+)"/))).toEqual({
    title: { primaryTitle: 'Midnight at the Orpheum' },
  });
  expect(second.output()).not.toContain('demo data made');
  await second.until(/"event":"(ingest unchanged)"/);
  second.child.kill('SIGTERM');
  expect(await once(second.child, 'exit')).toEqual([0, null]);
});

test('demo of another seed makes other films and builds them', async () => {
  const folder = newFolder('demo');
  const first = startDemo(folder);
  await first.until(/"event":"(ingest promoted)"/);
  first.child.kill('SIGTERM');
  await once(first.child, 'exit');
  const second = startDemo(folder, ['--seed', '2']);
  await second.until(/"version":(2),"durationMs"/);
  second.child.kill('SIGTERM');
  expect(await once(second.child, 'exit')).toEqual([0, null]);
});

test('demo stopped in the middle of its ingest ends in good order and recovers', async () => {
  const folder = newFolder('demo');
  const first = startDemo(folder);
  await first.until(/"event":"(table written)"/);
  first.child.kill('SIGTERM');
  expect(await once(first.child, 'exit')).toEqual([0, null]);
  const second = startDemo(folder);
  const url = await second.until(/"url":"([^"]+)"/);
  await second.until(/"event":"(ingest promoted)"/);
  expect(await ask(url)).toEqual({ title: { primaryTitle: 'Midnight at the Orpheum' } });
});
