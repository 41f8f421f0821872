import { expect, test } from 'vitest';

import { alignEpisodes } from '../../../src/ingest/tmdb/align-episodes.ts';
import type { EpisodeFacts } from '../../../src/ingest/tmdb/episode-fields.ts';
import { seeded } from '../../product/random-filters.ts';

interface Made {
  episodes: number;
  /** Episodes of a season in the order of the other source. */
  isReordered?: boolean;
  /** Chances that a title differs, that it says its number only, and that a year is another one. */
  otherTitle?: number;
  noTitle?: number;
  otherYear?: number;
  /** Episodes that only one source has. */
  extra?: number;
}

/** A made-up series as both sources have it, and the places of the same episodes. */
function madeSeries(seed: number, { episodes, isReordered = false, ...made }: Made) {
  const random = seeded(seed);
  const by = (chance = 0): boolean => random(1000) < chance * 1000;
  const perSeason = 8 + random(16);
  const imdb: EpisodeFacts[] = Array.from({ length: episodes }, (_, place) => ({
    season: Math.floor(place / perSeason) + 1,
    number: (place % perSeason) + 1,
    title: by(made.noTitle) ? '' : `story ${random(100_000)}`,
    year: 2000 + Math.floor(place / perSeason),
  }));
  const order = imdb.map((_, place) => place);
  if (isReordered) {
    for (let place = order.length - 1; place > 0; place -= 1) {
      const other = Math.max(0, place - random(6));
      [order[place], order[other]] = [order[other] as number, order[place] as number];
    }
  }
  const tmdb = order.map((from, place): EpisodeFacts => {
    const { title, year } = imdb[from] as EpisodeFacts;
    const { season, number } = imdb[place] as EpisodeFacts;
    return {
      season,
      number,
      title: by(made.otherTitle) ? `other ${random(100_000)}` : title,
      year: (year ?? 0) + (by(made.otherYear) ? 1 : 0),
    };
  });
  const wanted = new Map(order.map((from, place) => [from, place] as const));
  for (let count = 0; count < (made.extra ?? 0); count += 1) {
    tmdb.push({ season: 0, number: count + 1, title: `special ${count}`, year: 2000 });
  }
  return { imdb, tmdb, wanted };
}

const SERIES: readonly [string, Made][] = [
  ['in the same order', { episodes: 60, otherTitle: 0.1, otherYear: 0.05, extra: 5 }],
  ['in another order', { episodes: 80, isReordered: true, otherTitle: 0.1, otherYear: 0.05, extra: 5 }],
  ['without titles', { episodes: 60, noTitle: 1 }],
  ['with few titles', { episodes: 100, noTitle: 0.6, otherTitle: 0.2, otherYear: 0.1, extra: 10 }],
  ['of some episodes', { episodes: 6, otherTitle: 0.2 }],
];

test.each(SERIES)(
  'alignEpisodes finds the episodes of a series %s, and its confidence is the share of right ones',
  (_, made) => {
    let [all, found, right, sum] = [0, 0, 0, 0];
    for (let seed = 1; seed <= 50; seed += 1) {
      const { imdb, tmdb, wanted } = madeSeries(seed, made);
      const aligned = alignEpisodes(imdb, tmdb);
      expect(new Set(aligned.map(({ tmdb: place }) => place)).size).toBe(aligned.length);
      all += imdb.length;
      found += aligned.length;
      for (const pair of aligned) {
        if (wanted.get(pair.imdb) === pair.tmdb) right += 1;
        sum += pair.confidence;
      }
    }
    expect(right / found).toBeGreaterThan(0.95);
    expect(right / all).toBeGreaterThan(0.85);
    expect(Math.abs(sum / found - right / found)).toBeLessThan(0.08);
  },
);
