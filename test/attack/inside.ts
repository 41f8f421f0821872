/**
 * Loaded in front of a server under attack: answers the process that started it with what is seen from inside alone.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import process from 'node:process';

/** What a server says of itself. */
export interface InsideView {
  /** After a collection of garbage. */
  heapMib: number;
  residentMib: number;
  /** Delays of its event loop since the view before, in milliseconds. */
  loopP999Ms: number;
  loopWorstMs: number;
  /**
   * The most that its main thread has worked between two looks at its timers, in milliseconds of processor time: what the
   * worst delay would be were the machine its own.
   */
  longestTurnMs: number;
}

const RESOLUTION_MS = 1;
const MIB = 1 << 20;

let longestTurnMs = 0;
let before = process.threadCpuUsage();
const looks = setInterval(() => {
  const { user, system } = process.threadCpuUsage(before);
  before = process.threadCpuUsage();
  longestTurnMs = Math.max(longestTurnMs, (user + system) / 1000);
}, RESOLUTION_MS);
looks.unref();

const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delays.enable();

process.on('message', (message: unknown) => {
  if (message !== 'look') return;
  // The histogram counts the sleep between two samples as delay.
  const [loopP999Ms, loopWorstMs] = [delays.percentile(99.9), delays.max].map((ns) => ns / 1e6 - RESOLUTION_MS);
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  delays.reset();
  before = process.threadCpuUsage();
  process.send?.({ heapMib: heapUsed / MIB, residentMib: rss / MIB, loopP999Ms, loopWorstMs, longestTurnMs });
  longestTurnMs = 0;
});
// The channel alone does not keep the server from ending.
process.channel?.unref();
