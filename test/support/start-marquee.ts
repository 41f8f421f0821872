import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { onTestFinished } from 'vitest';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const POLL_MS = 20;

export type Line = Record<string, unknown> & { pid: number; event: string };

export interface RunningMarquee {
  child: ChildProcess;
  /** All of standard output, or of standard error, so far. */
  output: () => string;
  errors: () => string;
  /** The lines of the log of one event so far. */
  lines: (event: string) => Line[];
  /** Waits for as many lines of an event; answers with the last of them. */
  line: (event: string, count?: number) => Promise<Line>;
  /** Waits until the output matches; answers with the first group. */
  until: (pattern: RegExp) => Promise<string>;
}

/** Starts the real command line, that of this repository or another one, with a folder as its working and data folder. */
export function startMarquee(
  args: readonly string[],
  { folder, settings = {}, main = MAIN }: { folder: string; settings?: Record<string, string>; main?: string },
): RunningMarquee {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: folder, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    // In a group of its own: what starts Node anew cannot hand a SIGKILL on.
    detached: true,
  });
  onTestFinished(() => killGroup(child));
  let [text, errors] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
  });

  const lines = (event: string): Line[] =>
    text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line)
      .filter((line) => line.event === event);

  async function wait<T>(find: () => T | undefined): Promise<T> {
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      const end = child.exitCode ?? child.signalCode;
      if (end !== null) throw new Error(`it ended with ${end}:\n${text}${errors}`);
      await sleep(POLL_MS);
    }
  }

  return {
    child,
    output: () => text,
    errors: () => errors,
    lines,
    line: (event, count = 1) => wait(() => lines(event)[count - 1]),
    until: async (pattern) => (await wait(() => pattern.exec(text) ?? undefined))[1] ?? '',
  };
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
