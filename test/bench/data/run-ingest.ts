import { once } from 'node:events';
import { join } from 'node:path';
import process from 'node:process';
import { setInterval } from 'node:timers';

import { startLogged } from '../processes/child-process.ts';
import type { LoggedProcess } from '../processes/child-process.ts';
import { cpuMsOf, peakMemoryOf, writtenBytesOf } from '../processes/process-usage.ts';
import { environment, MARQUEE } from '../processes/start-server.ts';

/** What a run of a program took. */
export interface Cost {
  seconds: number;
  cpuSeconds: number;
  /** The most memory of the process. */
  peakBytes: number;
  writtenBytes: number;
}

/** An event of the log with the time it took. */
export interface Step {
  name: string;
  seconds: number;
}

export interface IngestRun extends Cost {
  outcome: string;
  steps: Step[];
}

export interface IngestOptions {
  dataFolder: string;
  /** The folder of the seven files. */
  from: string;
  logFolder: string;
  settings?: Record<string, string> | undefined;
}

/** `marquee ingest --from <folder>`, as a user runs it. @throws Error when nothing was promoted. */
export async function runIngest({ dataFolder, from, logFolder, settings }: IngestOptions): Promise<IngestRun> {
  const ingest = startLogged([process.execPath, MARQUEE, 'ingest', '--from', from], {
    env: environment({ DATA_DIR: dataFolder, ...settings }),
    cwd: logFolder,
    logFile: join(logFolder, 'ingest.log'),
  });
  const cost = await costOf(ingest);
  const events = logEvents(ingest.output());
  const outcome = /^(promoted|unchanged): .*$/m.exec(ingest.output())?.[0];
  if (outcome === undefined) throw new Error(`the ingest failed: ${ingest.output().slice(-2000)}`);
  return { ...cost, outcome, steps: stepsOf(events) };
}

const LOOK_EVERY_MS = 100;

/** Runs a program to its end. The figures are those of the last look, some hundredths of a second before it. */
export async function costOf({ child, pid }: LoggedProcess): Promise<Cost> {
  const started = performance.now();
  const cost = { seconds: 0, cpuSeconds: 0, peakBytes: 0, writtenBytes: 0 };
  const look = setInterval(() => {
    cost.cpuSeconds = Math.max(cost.cpuSeconds, cpuMsOf([pid]) / 1000);
    cost.peakBytes = Math.max(cost.peakBytes, peakMemoryOf(pid));
    cost.writtenBytes = Math.max(cost.writtenBytes, writtenBytesOf(pid));
  }, LOOK_EVERY_MS);
  try {
    await once(child, 'exit');
  } finally {
    clearInterval(look);
  }
  return { ...cost, seconds: (performance.now() - started) / 1000 };
}

interface LogEvent {
  event: string;
  time: string;
  durationMs?: number;
  table?: string;
  lookup?: string;
}

/** The lines of a log that are events. */
export function logEvents(text: string): LogEvent[] {
  const lines = text.split('\n').filter((line) => line.startsWith('{') && line.endsWith('}'));
  return lines.map((line) => JSON.parse(line) as LogEvent);
}

/** What the log gives a time to, and what passed between those: reading back, checksums, promotion. */
export function stepsOf(events: readonly LogEvent[]): Step[] {
  const steps = events
    .filter(({ durationMs, event }) => durationMs !== undefined && !event.startsWith('ingest '))
    .map(({ event, table, lookup, durationMs = 0 }) => ({
      name: [event, table ?? lookup ?? ''].join(' ').trim(),
      seconds: durationMs / 1000,
    }));
  const whole = events.find(({ event }) => event.startsWith('ingest '))?.durationMs;
  if (whole === undefined) return steps;
  const named = steps.reduce((total, { seconds }) => total + seconds, 0);
  return [...steps, { name: 'the rest: verify, promote', seconds: Math.max(0, whole / 1000 - named) }];
}
