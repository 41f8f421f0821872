import { expect, test } from 'vitest';

import { readAnswer } from '../../../../src/ingest/sources/tmdb/answers/read-answer.ts';
import { runTmdb } from '../../../../src/ingest/sources/tmdb/runs/run-tmdb.ts';
import { answersOf, mirrorOf, openTmdb, runOptions } from './tmdb-runs.ts';

const now = (): Date => new Date('2026-11-30T20:00:00Z');
const MOVIE = { kind: 'movie', id: 603, part: 0 } as const;
const TV = { kind: 'tv', id: 1399, part: 0 } as const;
const movie = {
  id: 603,
  title: 'The Matrix',
  belongs_to_collection: { id: 2344 },
  external_ids: { imdb_id: 'tt0133093' },
  credits: { cast: [{ id: 6384 }, { id: 2975 }], crew: [{ id: 9340 }, { id: 6384 }] },
  keywords: { keywords: [] },
  alternative_titles: { titles: [] },
  recommendations: { results: [] },
};
const season = (number: number, episodes: number, votes = 8) => ({
  season_number: number,
  episode_count: episodes,
  vote_average: votes,
});
const tv = {
  id: 1399,
  name: 'Game of Thrones',
  seasons: [season(0, 3), season(1, 10), season(2, 10)],
  external_ids: { imdb_id: null },
  aggregate_credits: { cast: [{ id: 22970 }], crew: [] },
  keywords: { results: [] },
  alternative_titles: { results: [] },
  recommendations: { results: [] },
};

test('readAnswer wants each person of a film once, and its collection', () => {
  expect(readAnswer(MOVIE, movie)).toEqual({
    wants: [person(6384), person(2975), person(9340), collection(2344)],
    changed: [collection(2344)],
  });
  expect(readAnswer(MOVIE, movie, movie)).toMatchObject({ changed: [] });
  const left = { ...movie, belongs_to_collection: null };
  expect(readAnswer(MOVIE, left, movie)).toMatchObject({ changed: [collection(2344)] });
});

test('readAnswer wants the seasons of a series, and says which have changed', () => {
  expect(readAnswer(TV, tv)).toEqual({ wants: [person(22970), part(0), part(1), part(2)], changed: [] });
  const later = { ...tv, seasons: [season(1, 11), season(2, 10, 9), season(3, 1)] };
  // The votes of a season tell nothing, one that went is asked for once more, and the last one always.
  expect(readAnswer(TV, later, tv)).toMatchObject({ changed: [part(0), part(1), part(3)] });
});

test.each([
  ['another film', MOVIE, { ...movie, id: 604 }, 'the answer is about movie 604, another one than was asked for'],
  ['no title', MOVIE, { ...movie, title: null }, /not as TMDB documents it: title: /],
  ['no credits', MOVIE, { ...movie, credits: undefined }, /not as TMDB documents it: credits: /],
  ['a list', MOVIE, [], /not as TMDB documents it: /],
  ['another season', { kind: 'season', id: 1, part: 2 } as const, { season_number: 3, episodes: [] }, /about season 3/],
  ['people without ids', TV, { ...tv, aggregate_credits: { cast: [{}], crew: [] } }, /aggregate_credits\.cast\.0\.id/],
])('readAnswer refuses %s', (_, thing, body, reason) => {
  const read = readAnswer(thing, body);
  expect(read).toEqual(typeof reason === 'string' ? reason : expect.stringMatching(reason));
});

test('an answer that is not as documented fails with its reason, and the one that was held stays', async () => {
  const origin = await openTmdb({ now });
  const options = runOptions(origin, { now });
  await runTmdb(options, { stage: 'all' });
  const mirror = mirrorOf(options);
  const before = answersOf(mirror);
  const [first] = [...mirror.answers('movie')];
  const changed = { kind: 'movie', id: first?.id ?? 0, part: 0 } as const;
  mirror.change([changed]);
  origin.faults = {
    change: (path, body) => (path === `/3/movie/${changed.id}` ? { ...body, credits: 'soon' } : undefined),
  };
  expect(await runTmdb(options, { stage: 'details' })).toMatchObject({ status: 'done', held: 0, failed: 1 });
  expect(mirror.failed({ most: 9 })).toMatchObject([
    { thing: changed, reason: expect.stringContaining('not as TMDB documents it: credits: ') as string },
  ]);
  expect(answersOf(mirror)).toEqual(before);
  origin.faults = {};
  expect(await runTmdb(options, { stage: 'failed' })).toMatchObject({ status: 'done', held: 1, failed: 0 });
  expect(mirror.failed({ most: 9 })).toEqual([]);
});

function person(id: number) {
  return { kind: 'person', id, part: 0 };
}
function collection(id: number) {
  return { kind: 'collection', id, part: 0 };
}
function part(number: number) {
  return { kind: 'season', id: 1399, part: number };
}
