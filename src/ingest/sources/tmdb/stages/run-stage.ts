import { TMDB_KINDS } from '../../../../dataset/sources/tmdb.ts';
import type { TmdbKind } from '../../../../dataset/sources/tmdb.ts';
import { beginChanges, readChanges } from './changes.ts';
import { fetchDue, fetchFailed } from './fetch-things.ts';
import { wantIdsByYear } from './ids-by-year.ts';
import type { YearOptions } from './ids-by-year.ts';
import { wantIdsOfImdb } from './ids-of-imdb.ts';
import type { ImdbOptions } from './ids-of-imdb.ts';
import { wantIdsOfTheDay } from './ids-of-the-day.ts';
import type { ExportOptions } from './ids-of-the-day.ts';
import type { MirrorWork } from './mirror-work.ts';
import { fetchTonight } from './night.ts';
import { readScope, setScope } from './scope.ts';

export const TMDB_STAGES = ['genres', 'ids', 'details', 'people', 'all', 'failed', 'nightly'] as const;
export type TmdbStage = (typeof TMDB_STAGES)[number];

/** Which titles a run asks for; all where nothing is given. */
export interface TmdbSelection {
  years?: YearOptions['years'] | undefined;
  minVotes?: number | undefined;
  /** Titles of the served build alone. */
  onlyImdbKnown?: boolean | undefined;
  /** What changed since, instead of titles that are not known yet. */
  since?: Date | undefined;
}

export interface StageOptions {
  stage: TmdbStage;
  selection: TmdbSelection;
  exports: ExportOptions;
  imdb: Pick<ImdbOptions, 'folders' | 'memoryLimit'>;
}

/** Kinds that a stage fetches; of the others none. */
export const STAGE_KINDS: Record<TmdbStage, readonly TmdbKind[]> = {
  genres: ['genres'],
  ids: ['genres', 'find'],
  details: ['movie', 'tv', 'season', 'collection'],
  people: ['person'],
  all: TMDB_KINDS,
  failed: TMDB_KINDS,
  nightly: TMDB_KINDS,
};

/** Runs a stage to its end. @throws whatever ends it before, when no request is under way any more. */
export async function runStage(work: MirrorWork, options: StageOptions): Promise<void> {
  const { stage } = options;
  if (stage === 'nightly') return fetchTonight(work, options.exports);
  if (stage === 'failed') return fetchFailed(work);
  if (stage === 'genres' || stage === 'all') work.mirror.want([0, 1].map((part) => ({ kind: 'genres', id: 0, part })));
  if (stage === 'ids' || stage === 'all') await wantIds(work, options);
  if (stage !== 'ids') await fetchDue(STAGE_KINDS[stage], work);
}

/** No film is older. */
const FIRST_YEAR = 1870;

async function wantIds(work: MirrorWork, { selection, exports, imdb }: StageOptions): Promise<void> {
  const { mirror, now, log } = work;
  const { years, minVotes, onlyImdbKnown = false, since } = selection;
  beginChanges(work);
  if (since !== undefined) {
    const missedFrom = await readChanges(work, { since, wantNew: readScope(mirror) === 'ALL' });
    if (missedFrom !== undefined) log.warn({ event: 'tmdb changes missed', from: missedFrom });
    return;
  }
  if (onlyImdbKnown) await wantIdsOfImdb(work, { ...imdb, years, minVotes });
  else if (years !== undefined || minVotes !== undefined) {
    const nextYear = now().getUTCFullYear() + 1;
    await wantIdsByYear(work, { years: years ?? [FIRST_YEAR, nextYear], minVotes });
  } else {
    await wantIdsOfTheDay(work, exports);
    return setScope(mirror, 'ALL');
  }
  setScope(mirror, 'SOME');
}
