import { setTimeout as sleep } from 'node:timers/promises';

import type { Connection } from 'mysql2/promise';

import { LOCK_WAIT_SECONDS } from './connect.ts';
import { numberOf } from './mysql-failure.ts';

/** The shortest wait that MySQL has. While a statement waits for a table, all new readers of it wait behind. */
const SHORT_WAIT_SECONDS = 1;
const TRIES = 120;
const PAUSE_MS = 500;

const LOCK_WAIT_TIMEOUT = 1205;
const DEADLOCK = 1213;

/** Repeats statements that change tables until they get their metadata locks, giving way to readers in between. */
export async function withLocks<T>(client: Connection, work: () => Promise<T>): Promise<T> {
  await client.query(`SET SESSION lock_wait_timeout = ${SHORT_WAIT_SECONDS}`);
  try {
    for (let left = TRIES; ; left -= 1) {
      try {
        return await work();
      } catch (error) {
        const number = numberOf(error);
        if ((number !== LOCK_WAIT_TIMEOUT && number !== DEADLOCK) || left <= 1) throw error;
        await sleep(PAUSE_MS * (0.5 + Math.random()));
      }
    }
  } finally {
    // The connection may be gone, and the reason is the first error.
    await client.query(`SET SESSION lock_wait_timeout = ${LOCK_WAIT_SECONDS}`).catch(() => undefined);
  }
}
