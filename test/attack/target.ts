import { fork } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import type { InsideView } from './inside.ts';

/** The server under attack. */
export interface Target {
  /** Without a path. */
  url: string;
  pid?: number | undefined;
  /** How often a line of its log had this event so far. */
  count?: (event: string) => number;
  /** undefined where the server was started by somebody else. */
  look?: () => Promise<InsideView>;
  /** Sends SIGTERM: how long until it was heard, and how the server ended. */
  stop?: () => Promise<{ heardMs: number; code: number | null }>;
}

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
const INSIDE = fileURLToPath(new URL('inside.ts', import.meta.url));

/** Starts a server over a data folder on a free port, with a view from inside. */
export async function startTarget(dataFolder: string, settings: Record<string, string> = {}): Promise<Target> {
  const child = fork(MAIN, ['serve'], {
    execArgv: ['--expose-gc', '--import', INSIDE],
    env: {
      PATH: process.env['PATH'],
      DATA_DIR: dataFolder,
      PORT: '0',
      SCHEDULE: 'off',
      LOG_LEVEL: 'info',
      ...settings,
    },
    cwd: dataFolder,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  let text = '';
  let rest = '';
  const events = new Map<string, number>();
  const heard = Promise.withResolvers<number>();
  const listening = Promise.withResolvers<string>();
  child.stdout?.on('data', (chunk: Buffer) => {
    text = (text + chunk.toString()).slice(-20_000);
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    for (const [, event = ''] of lines.map((line) => /"event":"([^"]+)"/.exec(line) ?? []))
      events.set(event, (events.get(event) ?? 0) + 1);
    const url = /"event":"listening","url":"([^"]+)"/.exec(text)?.[1];
    if (url !== undefined) listening.resolve(url);
    if (text.includes('"event":"stopping"')) heard.resolve(performance.now());
  });
  child.once('exit', (code, signal) => {
    listening.reject(new Error(`the server ended with ${code ?? signal}: ${text.slice(-2000)}`));
    process.off('exit', kill);
  });
  return {
    url: await listening.promise,
    pid: child.pid,
    count: (event) => events.get(event) ?? 0,
    async look() {
      const answer = once(child, 'message');
      child.send('look');
      const [view] = (await answer) as [InsideView];
      return view;
    },
    async stop() {
      const ended = once(child, 'exit');
      const sentAt = performance.now();
      child.kill('SIGTERM');
      const heardMs = (await heard.promise) - sentAt;
      const [code] = (await ended) as [number | null];
      return { heardMs, code };
    },
  };
}
