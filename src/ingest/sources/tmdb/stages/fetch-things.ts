import type { TmdbKind, TmdbThing } from '../../../../dataset/sources/tmdb.ts';
import { fetchThing } from './fetch-thing.ts';
import type { MirrorWork } from './mirror-work.ts';

/** Things that are read from the mirror at once: enough that workers seldom wait for the last of them. */
const PAGE = 2000;

/** Names of the kinds on progress bars and in log lines. */
export const KIND_NAMES: Record<TmdbKind, string> = {
  genres: 'genres',
  find: 'IMDb ids',
  movie: 'films',
  tv: 'series',
  season: 'seasons',
  collection: 'collections',
  person: 'people',
};

/**
 * Asks for everything of some kinds that is due, kind after kind: what one names of a later kind is due then too.
 * @throws whatever ends the run, when no request is under way any more.
 */
export async function fetchDue(kinds: readonly TmdbKind[], work: MirrorWork): Promise<void> {
  const { mirror, now, progress } = work;
  for (const kind of kinds) {
    const total = mirror.countDue([kind], now());
    if (total === 0) continue;
    const bar = progress.begin(KIND_NAMES[kind], { total, unit: 'answers' });
    try {
      for (;;) {
        const things = mirror.due(kind, { by: now(), most: PAGE });
        if (things.length === 0) break;
        await fetchThings(things, work, () => bar.advance(1));
      }
    } finally {
      bar.done();
    }
  }
}

/** Asks for everything that failed, at once. */
export async function fetchFailed(work: MirrorWork): Promise<void> {
  let after: TmdbThing | undefined;
  for (;;) {
    const things = work.mirror.failed({ most: PAGE, after }).map(({ thing }) => thing);
    if (things.length === 0) return;
    await fetchThings(things, work);
    after = things.at(-1);
  }
}

/** Asks for some things. @throws whatever ends the run, when no request is under way any more. */
export async function fetchThings(
  things: readonly TmdbThing[],
  work: MirrorWork,
  onEach: () => void = () => undefined,
): Promise<void> {
  const { concurrency, signal, tally } = work;
  const queue = things.values();
  let isOver = false;
  async function worker(): Promise<void> {
    for (const thing of queue) {
      if (isOver) return;
      signal.throwIfAborted();
      tally[await fetchThing(thing, work)] += 1;
      onEach();
    }
  }
  const workers = Array.from({ length: Math.min(concurrency, things.length) }, () =>
    worker().catch((error: unknown) => {
      isOver = true;
      throw error;
    }),
  );
  const ends = await Promise.allSettled(workers);
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}
