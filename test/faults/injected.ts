import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { newFolder } from '../support/folders.ts';
import type { Ended, House } from './house.ts';

export interface Injection {
  /** The call to the system that is hit: the nth of its thread. */
  call: 'fsync' | 'rename';
  nth: number;
  /** Only the calls on this path are counted: of a rename, on the old name. */
  path?: string;
  /** Its process dies as it begins, or it is not done and answers with EIO. */
  fault: 'KILL' | 'EIO';
}

/** An ingest with a fault. */
export interface Disturbed extends Ended {
  /** Whether there was an nth call. */
  wasHit: boolean;
}

/** Runs the real `marquee ingest` with a fault in one call to the system, by strace. */
export async function disturbed(house: House, { call, nth, path, fault }: Injection): Promise<Disturbed> {
  const trace = join(newFolder('trace'), 'calls');
  const what = fault === 'KILL' ? 'signal=KILL' : 'error=EIO';
  // Signals are not sent with --seccomp-bpf, which is faster.
  const speed = fault === 'KILL' ? [] : ['--seccomp-bpf'];
  const only = path === undefined ? [] : ['-P', path];
  const options = [
    '-f',
    ...speed,
    ...only,
    '-e',
    `trace=${call}`,
    '-e',
    `inject=${call}:${what}:when=${nth}`,
    '-o',
    trace,
  ];
  const ended = await house.start({ under: ['strace', ...options] }).ended;
  const seen = readFileSync(trace, 'utf8');
  return { ...ended, wasHit: fault === 'KILL' ? /killed by SIGKILL/.test(seen) : seen.includes('(INJECTED)') };
}
