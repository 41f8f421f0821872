import { setImmediate as turn } from 'node:timers/promises';

import { TMDB_MOST_DAYS } from '../../../../dataset/sources/tmdb.ts';
import type { TmdbSnapshotName } from '../../../../dataset/sources/tmdb-snapshot.ts';
import type { TmdbKind as KindInIds } from '../../../../dataset/words/tmdb-ids.ts';
import type { Mirror } from '../mirror.ts';
import type { TmdbAnswer } from '../mirror/mirror-answers.ts';
import { collectionRow } from './collection-row.ts';
import { creditRows } from './credit-rows.ts';
import { episodeRows } from './episode-rows.ts';
import type { OddValues } from './odd-values.ts';
import { personRow } from './person-row.ts';
import type { OtherAnswer } from './person-row.ts';
import type { SnapshotWriter } from './snapshot-file.ts';
import { titleAnswers } from './title-answers.ts';
import { alternativeTitleRows, recommendationRows } from './title-list-rows.ts';
import { titleRow } from './title-row.ts';
import { createValueReader, fieldsOf } from './value-reader.ts';

const DAY_MS = 86_400_000;
/** Answers between two turns of the event loop: some ten milliseconds. */
const ANSWERS_A_TURN = 64;

export interface RowsTo {
  writerOf: (name: TmdbSnapshotName) => SnapshotWriter;
  odd: OddValues;
  now: () => Date;
  signal?: AbortSignal | undefined;
}

/** Writes the rows of all answers, each file in the order of its key. Returns how many answers were too old. */
export async function writeRows(
  mirror: Pick<Mirror, 'answers' | 'gone'>,
  { writerOf, odd, now, signal }: RowsTo,
): Promise<number> {
  const oldest = now().getTime() - TMDB_MOST_DAYS * DAY_MS;
  let tooOld = 0;
  let sinceTurn = 0;
  const reader = (name: TmdbSnapshotName) => ({ writer: writerOf(name), read: createValueReader(name, odd) });
  const titles = reader('tmdb.titles');
  const credits = reader('tmdb.credits');
  const recommendations = reader('tmdb.recommendations');
  const alternatives = reader('tmdb.alternative_titles');
  const episodes = reader('tmdb.episodes');
  const people = reader('tmdb.people');
  const collections = reader('tmdb.collections');

  /** Lets others have the thread, and waits for compressors that are behind. */
  async function pause(...writers: readonly SnapshotWriter[]): Promise<void> {
    sinceTurn += 1;
    if (sinceTurn < ANSWERS_A_TURN) return;
    sinceTurn = 0;
    await turn();
    signal?.throwIfAborted();
    for (const writer of writers) await writer.settle();
  }

  function isTooOld({ fetchedAt }: { fetchedAt: Date }): boolean {
    const is = fetchedAt.getTime() < oldest;
    if (is) tooOld += 1;
    return is;
  }

  // Ids in increasing order: the seasons of a series that is gone, or left out, are left out with it.
  const series: number[] = [];
  for (const { kind, answer } of titleAnswers(mirror)) {
    if (!isTooOld(answer)) {
      if (kind === 'TV') series.push(answer.id);
      const title = { kind, ...partsOf(answer) };
      titles.writer.add([titleRow(titles.read, title)]);
      credits.writer.add(creditRows(credits.read, title));
      recommendations.writer.add(recommendationRows(recommendations.read, title));
      alternatives.writer.add(alternativeTitleRows(alternatives.read, title));
    }
    await pause(titles.writer, credits.writer, recommendations.writer, alternatives.writer);
  }
  let next = 0;
  for (const answer of mirror.answers('season')) {
    while ((series[next] ?? Infinity) < answer.id) next += 1;
    if (series[next] === answer.id && !isTooOld(answer))
      episodes.writer.add(episodeRows(episodes.read, partsOf(answer)));
    await pause(episodes.writer);
  }
  for (const answer of mirror.answers('person')) {
    if (!isTooOld(answer)) people.writer.add([personRow(people.read, partsOf(answer))]);
    await pause(people.writer);
  }
  for (const answer of mirror.answers('collection')) {
    if (!isTooOld(answer)) collections.writer.add([collectionRow(collections.read, partsOf(answer))]);
    await pause(collections.writer);
  }
  const gone = writerOf('tmdb.gone');
  for (const [kind, word] of GONE_KINDS) {
    for (const { id, into, goneAt } of mirror.gone(kind)) {
      if (goneAt.getTime() >= oldest)
        gone.add([{ kind: word, id, mergedInto: into ?? null, fetchedAt: goneAt.toISOString() }]);
      await pause(gone);
    }
  }
  return tooOld;
}

function partsOf({ id, part, body, fetchedAt }: TmdbAnswer): OtherAnswer {
  return { id, part, body: fieldsOf(body), fetchedAt: fetchedAt.toISOString() };
}

/** In the order of their words. */
const GONE_KINDS = [
  ['movie', 'MOVIE'],
  ['person', 'PERSON'],
  ['tv', 'TV'],
] as const satisfies readonly (readonly ['movie' | 'person' | 'tv', KindInIds])[];
