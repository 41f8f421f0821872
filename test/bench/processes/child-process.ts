import { spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';

export interface LoggedProcess {
  child: ChildProcess;
  pid: number;
  /** What it has written so far. */
  output(): string;
  /** The first match in what it writes. @throws Error when it ends or the time is over before. */
  waitFor(pattern: RegExp, timeoutMs: number): Promise<RegExpExecArray>;
  /** Asks it to end, and answers when it has. */
  stop(signal?: NodeJS.Signals): Promise<void>;
}

const LOOK_EVERY_MS = 10;

/** Starts a program whose output goes to a file, as under a service manager: reading it takes nobody's time. */
export function startLogged(
  [command = '', ...args]: readonly string[],
  { logFile, ...options }: SpawnOptions & { logFile: string },
): LoggedProcess {
  const log = openSync(logFile, 'w');
  const child = spawn(command, args, { ...options, stdio: ['ignore', log, log] });
  closeSync(log);
  // Nothing goes on running when the benchmark is ended.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  let failure: Error | undefined;
  child.once('error', (error) => {
    failure = error;
  });
  const hasEnded = (): boolean => failure !== undefined || child.exitCode !== null || child.signalCode !== null;
  const output = (): string => readFileSync(logFile, 'utf8');
  return {
    child,
    pid: child.pid ?? 0,
    output,
    async waitFor(pattern, timeoutMs) {
      const deadline = performance.now() + timeoutMs;
      for (;;) {
        const ended = hasEnded();
        const match = pattern.exec(output());
        if (match !== null) return match;
        if (ended || performance.now() > deadline) {
          const why = ended ? 'ended' : `took more than ${timeoutMs / 1000} s`;
          throw new Error(`${command} ${args.join(' ')} ${why}: ${failure?.message ?? output().slice(-2000)}`);
        }
        await sleep(LOOK_EVERY_MS);
      }
    },
    async stop(signal = 'SIGTERM') {
      if (hasEnded()) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
  };
}
