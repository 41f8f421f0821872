import type { Logger } from './logger.ts';

export interface LifecycleOptions {
  log: Logger;
  /** Time limit for all releasers together, in milliseconds. */
  deadlineMs: number;
  /** Source of the signals; by default the process. */
  signals?: SignalSource;
  /** Exits the process after a graceful stop. */
  exit?: (code: number) => void;
  /** Ends the process even if a native thread hangs; `code` is used only if SIGKILL has no effect. */
  kill?: (code: number) => void;
}

export interface SignalSource {
  on(signal: StopSignal, listener: (signal: StopSignal) => void): unknown;
  off(signal: StopSignal, listener: (signal: StopSignal) => void): unknown;
}

export type StopSignal = (typeof STOP_SIGNALS)[number];

export type Release = () => unknown;

export interface Lifecycle {
  /** Registers the release of a resource that was just acquired. After the stop it is called at once. */
  onStop(name: string, release: Release): void;
  /**
   * Calls the releasers one after the other, the last registered first. Every call gives the same promise, which never
   * rejects: it names the releasers that failed. Past the deadline the process is killed (exit code 137). A quiet one
   * writes no line where all goes well: another says what was wrong.
   */
  stop(reason: string, options?: { quiet?: boolean }): Promise<{ failed: string[] }>;
  /** From now on the first SIGINT or SIGTERM stops and exits (0, or 1 after a failure), the second ends at once. */
  install(): void;
  uninstall(): void;
}

/** Time in which the same signal counts once: Ctrl-C can arrive from the terminal and from the parent process. */
export const SAME_SIGNAL_MS = 500;

export const STOP_SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const EXIT_BY_SIGNAL = { SIGINT: 130, SIGTERM: 143 } as const;

/** Creates the lifecycle of the process: the resources that it has acquired, and their release. */
export function createLifecycle(options: LifecycleOptions): Lifecycle {
  const { log, deadlineMs, signals = process, exit = process.exit.bind(process), kill = killProcess } = options;
  const releasers: { name: string; release: Release }[] = [];
  const failed: string[] = [];
  let stopped: Promise<{ failed: string[] }> | undefined;
  let last: { signal: StopSignal; atMs: number } | undefined;
  let current: string | undefined;
  let done = false;

  async function call({ name, release }: { name: string; release: Release }): Promise<void> {
    try {
      await release();
    } catch (err) {
      failed.push(name);
      log.error({ event: 'release failed', releaser: name, err });
    }
  }

  async function releaseAll(reason: string, quiet: boolean): Promise<{ failed: string[] }> {
    const startedAt = performance.now();
    if (!quiet) log.info({ event: 'stopping', reason, deadlineMs });
    const deadline = setTimeout(() => {
      log.fatal({ event: 'stop deadline passed', deadlineMs, releaser: current });
      kill(1);
    }, deadlineMs);
    for (let next = releasers.pop(); next !== undefined; next = releasers.pop()) {
      current = next.name;
      await call(next);
    }
    done = true;
    clearTimeout(deadline);
    if (quiet) return { failed };
    log.info({ event: 'stopped', reason, failed, durationMs: Math.round(performance.now() - startedAt) });
    return { failed };
  }

  function stop(reason: string, { quiet = false } = {}): Promise<{ failed: string[] }> {
    stopped ??= releaseAll(reason, quiet);
    return stopped;
  }

  async function stopAndExit(signal: StopSignal): Promise<void> {
    const result = await stop(signal);
    exit(result.failed.length === 0 ? 0 : 1);
  }

  function onSignal(signal: StopSignal): void {
    const atMs = performance.now();
    if (last?.signal === signal && atMs - last.atMs < SAME_SIGNAL_MS) return;
    last = { signal, atMs };
    if (stopped === undefined) {
      void stopAndExit(signal);
    } else {
      log.warn({ event: 'stop forced', signal });
      kill(EXIT_BY_SIGNAL[signal]);
    }
  }

  return {
    onStop(name, release) {
      if (done) void call({ name, release });
      else releasers.push({ name, release });
    },
    stop,
    install() {
      for (const signal of STOP_SIGNALS) signals.on(signal, onSignal);
    },
    uninstall() {
      for (const signal of STOP_SIGNALS) signals.off(signal, onSignal);
    },
  };
}

/**
 * Kills this process. SIGKILL comes first, because `process.exit` waits for libuv's threads and hangs if one hangs. The
 * exit follows for process 1 of a container, which is immune to its own SIGKILL.
 */
export function killProcess(code: number): void {
  process.kill(process.pid, 'SIGKILL');
  process.exit(code);
}
