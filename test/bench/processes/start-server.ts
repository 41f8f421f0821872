import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { describeSettings } from '../../../src/settings.ts';
import { startLogged } from './child-process.ts';
import type { LoggedProcess } from './child-process.ts';

export interface RunningServer {
  /** Where GraphQL is. */
  url: string;
  /** The processes it consists of; those below them belong to it too. */
  pids: readonly number[];
  process: LoggedProcess;
  stop(): Promise<void>;
}

export const MARQUEE = fileURLToPath(new URL('../../../src/marquee.mjs', import.meta.url));
const START_MS = 60_000;

export interface ServerOptions {
  dataFolder: string;
  /** Where its log goes. */
  logFolder: string;
  settings?: Record<string, string>;
}

/** `marquee serve` over a data folder, as a user starts it, on a free port. */
export async function startMarquee({ dataFolder, logFolder, settings }: ServerOptions): Promise<RunningServer> {
  const server = startLogged([process.execPath, MARQUEE, 'serve'], {
    env: environment({ DATA_DIR: dataFolder, PORT: '0', SCHEDULE: 'off', ...settings }),
    // No .env file of the working folder takes part.
    cwd: logFolder,
    logFile: join(logFolder, 'marquee.log'),
  });
  // Each of its workers says so; clients keep their connections, and with them the workers that took those.
  return whenListening(server, RegExp(`(?:"event":"listening","url":"([^"]+)"[^]*?){${settings?.['WORKERS'] ?? 1}}`));
}

/** Waits for the line that tells the address. */
export async function whenListening(
  server: LoggedProcess,
  pattern: RegExp,
  more: readonly number[] = [],
): Promise<RunningServer> {
  try {
    const [, url] = await server.waitFor(pattern, START_MS);
    return {
      url: `${url}/graphql`,
      pids: [server.pid, ...more],
      process: server,
      stop: () => server.stop(),
    };
  } catch (error) {
    await server.stop('SIGKILL');
    throw error;
  }
}

/** What a program gets: the path and what is named, not the settings of whoever runs the benchmark. */
export function environment(settings: Record<string, string>): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: process.env['HOME'], ...settings };
}

/** Settings under which nothing is kept in memory: every cache holds one entry. */
export function withoutCaches(): Record<string, string> {
  const caches = describeSettings().filter(({ name }) => /^CACHE_.*_MAX$/.test(name));
  return Object.fromEntries(caches.map(({ name }) => [name, '1']));
}

export function hasSetting(name: string): boolean {
  return describeSettings().some((setting) => setting.name === name);
}
