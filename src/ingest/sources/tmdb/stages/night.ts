import { TMDB_KINDS } from '../../../../dataset/sources/tmdb.ts';
import { refreshesTonight } from '../refresh-plan.ts';
import { beginChanges, readChanges } from './changes.ts';
import { fetchDue, fetchThings } from './fetch-things.ts';
import { wantIdsOfTheDay } from './ids-of-the-day.ts';
import type { ExportOptions } from './ids-of-the-day.ts';
import type { MirrorWork } from './mirror-work.ts';
import { readScope, setScope } from './scope.ts';

/**
 * What a night does: the oldest answers are fetched again, as many as keep all of them young enough, then what changed
 * in the days before, what is new, and what failed. Each part goes on the next night where the requests of one end.
 */
export async function fetchTonight(work: MirrorWork, options: ExportOptions): Promise<void> {
  const { mirror, now, log } = work;
  beginChanges(work);
  const refreshes = refreshesTonight(mirror.ages(), now());
  await fetchThings(mirror.oldest({ before: now(), most: refreshes }), work);
  if (readScope(mirror) === undefined) {
    // Nobody has asked for less.
    await wantIdsOfTheDay(work, options);
    setScope(mirror, 'ALL');
  }
  const isAll = readScope(mirror) === 'ALL';
  const missedFrom = await readChanges(work, { wantNew: isAll });
  if (missedFrom !== undefined) {
    log.warn({ event: 'tmdb changes missed', from: missedFrom });
    if (isAll) await wantIdsOfTheDay(work, options);
  }
  await fetchDue(TMDB_KINDS, work);
}
