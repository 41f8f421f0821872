import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { TMDB_KINDS } from '../../../../dataset/sources/tmdb.ts';
import { openMirror } from '../mirror.ts';
import type { Mirror } from '../mirror.ts';
import { MIRROR_FILE } from '../mirror/mirror-database.ts';
import type { FailedThing } from '../mirror/mirror-things.ts';
import { DAY_MS, REFRESH_DAYS, refreshesTonight } from '../refresh-plan.ts';
import { readChangesTo } from '../stages/changes.ts';
import { readScope } from '../stages/scope.ts';
import type { Scope } from '../stages/scope.ts';
import { readEnd, readRun } from './run-state.ts';
import type { RunEnd, RunState } from './run-state.ts';

export interface TmdbStatus {
  scope: Scope | undefined;
  counts: ReturnType<Mirror['counts']>;
  /** Things that are due now: wanted, changed, failed and to be tried again, or old. */
  due: number;
  oldestAnswer: Date | undefined;
  /** Requests a night by which every answer is fetched again in time, and those that TMDB_NIGHTLY_REQUESTS allows. */
  refresh: { neededANight: number; allowedANight: number };
  /** Last day whose changes were read. */
  changesTo: string | undefined;
  /** The run that is under way, or was killed: whoever cannot take the lock knows. */
  run: RunState | undefined;
  lastRun: RunEnd | undefined;
  /** Some of what failed. */
  failed: readonly FailedThing[];
}

/** How many failed things a status names. */
const NAMED = 10;

/** What is in the mirror; undefined where there is none. @throws Failed where its file is damaged. */
export function readTmdbStatus(
  folder: string,
  { now, allowedANight }: { now: Date; allowedANight: number },
): TmdbStatus | undefined {
  if (!existsSync(join(folder, MIRROR_FILE))) return undefined;
  const mirror = openMirror(folder);
  try {
    const ages = mirror.ages();
    const answers = ages.reduce((sum, age) => sum + age.answers, 0);
    return {
      scope: readScope(mirror),
      counts: mirror.counts(),
      due: mirror.countDue(TMDB_KINDS, now),
      oldestAnswer: mirror.oldestAnswer(),
      refresh: {
        // What it takes now, where many are old, or night after night.
        neededANight: Math.max(refreshesTonight(ages, now), Math.ceil(answers / REFRESH_DAYS)),
        allowedANight,
      },
      changesTo: readChangesTo(mirror),
      run: readRun(mirror),
      lastRun: readEnd(mirror),
      failed: mirror.failed({ most: NAMED }),
    };
  } finally {
    mirror.close();
  }
}

/** How long a number of requests take, in words: `3 h 20 min`. */
export function durationOf(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`;
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.round((seconds % 3600) / 60);
  return seconds < DAY_MS / 1000 ? `${hours} h ${minutes} min` : `${(seconds / 86_400).toFixed(1)} days`;
}
