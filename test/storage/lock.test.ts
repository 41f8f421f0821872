import { once } from 'node:events';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { afterEach, expect, test } from 'vitest';

import { createIngestLock } from '../../src/storage/files/lock.ts';
import { newFolder } from '../support/folders.ts';

const CHILD = new URL('children/hold-lock.ts', import.meta.url).pathname;
const children = new Set<ChildProcess>();

afterEach(() => {
  for (const child of children) child.kill('SIGKILL');
  children.clear();
});

/** A process that tries to take the lock at each line it is sent, and says whether it did. */
function startChild(path: string) {
  const child = spawn(process.execPath, [CHILD, path], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.add(child);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const ask = async (word: string): Promise<string> => {
    child.stdin.write(`${word}\n`);
    return String((await lines.next()).value);
  };
  return {
    acquire: () => ask('acquire'),
    release: () => ask('release'),
    async kill() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      children.delete(child);
    },
  };
}

test('acquire is refused to a second holder in the same process until the release', () => {
  const lock = createIngestLock(join(newFolder(), 'meta', 'ingest.lock'));
  const release = lock.acquire();
  expect(release).toBeTypeOf('function');
  expect(lock.acquire()).toBeNull();
  release?.();
  const again = lock.acquire();
  expect(again).toBeTypeOf('function');
  again?.();
});

test('release may be called twice and does not free the lock of the next holder', () => {
  const lock = createIngestLock(join(newFolder(), 'ingest.lock'));
  const first = lock.acquire();
  first?.();
  const second = lock.acquire();
  first?.();
  expect(lock.acquire()).toBeNull();
  second?.();
});

test('acquire is refused to another process, also after a refusal in the holder', async () => {
  const path = join(newFolder(), 'ingest.lock');
  const child = startChild(path);
  const lock = createIngestLock(path);
  const release = lock.acquire();
  expect(lock.acquire()).toBeNull();
  expect(await child.acquire()).toBe('busy');
  release?.();
  expect(await child.acquire()).toBe('held');
  expect(lock.acquire()).toBeNull();
  expect(await child.release()).toBe('free');
  lock.acquire()?.();
});

test('acquire works at once after the holder was killed', async () => {
  const path = join(newFolder(), 'ingest.lock');
  const lock = createIngestLock(path);
  for (let round = 0; round < 3; round += 1) {
    const child = startChild(path);
    expect(await child.acquire()).toBe('held');
    expect(lock.acquire()).toBeNull();
    await child.kill();
    const release = lock.acquire();
    expect(release).toBeTypeOf('function');
    release?.();
  }
});

test('acquire has exactly one winner of several processes that begin at once', async () => {
  const path = join(newFolder(), 'ingest.lock');
  const processes = Array.from({ length: 6 }, () => startChild(path));
  for (let round = 0; round < 60; round += 1) {
    const answers = await Promise.all(processes.map((child) => child.acquire()));
    expect(answers.filter((answer) => answer === 'held')).toHaveLength(1);
    const winner = processes[answers.indexOf('held')];
    // Every sixth holder dies without a release.
    if (round % 6 === 0 && winner !== undefined) {
      await winner.kill();
      processes[processes.indexOf(winner)] = startChild(path);
    } else {
      await winner?.release();
    }
  }
});

test('acquire says what is wrong with a lock file that is none', async () => {
  const path = join(newFolder(), 'ingest.lock');
  await writeFile(path, 'something else\n'.repeat(100));
  expect(() => createIngestLock(path).acquire()).toThrow('file is not a database');
});
