import { BLOCKS } from './title-vector.ts';
import type { Family, Features, TitleVector } from './title-vector.ts';

/** The most titles in a list of similar ones. */
export const MOST_SIMILAR = 50;

/** A title needs so many votes to be in lists of similar titles, and to have one, unless a setting says otherwise. */
export const USUAL_MIN_VOTES = 500;

/** The years after which a third of the likeness of two eras is left. */
const ERA_YEARS = 15;

/** The likeness of works of different kinds, and of an episode with anything else: it would be its own series. */
const OTHER_FAMILY = 0.8;
const OTHER_THAN_EPISODE = 0.5;

/** The score of sequels and remakes that have nothing else in common. */
const SERIES_SCORE = 0.6;

/** Scores have four decimals. */
export const SCORE_STEPS = 10_000;

/** The likeness of two titles, which is the same both ways. */
export interface Likeness {
  /** From 0 to 1, with four decimals. */
  score: number;
  /** What the score is the sum of, before it is rounded. */
  parts: readonly LikenessPart[];
}

/** A feature that two titles share, and what it adds to the score. */
export type LikenessPart = { weight: number } & (
  | { kind: 'PERSON'; personId: number }
  | { kind: 'GENRE'; genre: string }
  | { kind: 'TITLE_WORDS'; word: string }
  | { kind: 'ERA'; years: readonly [number, number] }
  | { kind: 'SERIES'; series: string }
);

/**
 * The likeness of two titles: the cosine of their vectors and eras, times the fame of both and the likeness of their
 * kinds; and where the name of a series says that one is the sequel or the remake of the other, more than half of what
 * is missing to 1. What is adult is like nothing that is not.
 */
export function likeness(a: TitleVector, b: TitleVector): Likeness {
  if (a.isAdult !== b.isAdult) return { score: 0, parts: [] };
  const { series, name } = commonSeries(a.series, b.series);
  const factor = (1 - series) * a.fame * b.fame * familyLikeness(a.family, b.family);
  const parts: LikenessPart[] = [];
  if (series > 0) parts.push({ kind: 'SERIES', series: name, weight: series });
  shared(a.people, b.people, (personId, weight) => parts.push({ kind: 'PERSON', personId, weight: factor * weight }));
  shared(a.words, b.words, (word, weight) => parts.push({ kind: 'TITLE_WORDS', word, weight: factor * weight }));
  shared(a.genres, b.genres, (genre, weight) => parts.push({ kind: 'GENRE', genre, weight: factor * weight }));
  if (a.startYear !== null && b.startYear !== null) {
    const weight = factor * BLOCKS.era * eraLikeness(a.startYear - b.startYear);
    parts.push({
      kind: 'ERA',
      years: [Math.min(a.startYear, b.startYear), Math.max(a.startYear, b.startYear)],
      weight,
    });
  }
  return { score: roundedScore(parts.reduce((sum, { weight }) => sum + weight, 0)), parts };
}

export function roundedScore(score: number): number {
  return scoreOfSteps(scoreSteps(score));
}

/** A score as a whole number. */
export function scoreSteps(score: number): number {
  return Math.round(score * SCORE_STEPS);
}

/** The score of a whole number. */
export function scoreOfSteps(steps: number): number {
  return steps / SCORE_STEPS;
}

export function familyLikeness(one: Family, other: Family): number {
  if (one === other) return 1;
  return one === 'episode' || other === 'episode' ? OTHER_THAN_EPISODE : OTHER_FAMILY;
}

/** The likeness of eras that are so many years apart: 1 for the same year, e^-1 for ERA_YEARS. */
export function eraLikeness(years: number): number {
  return Math.exp(-Math.abs(years) / ERA_YEARS);
}

/** The part of the score that the name of a common series has, where it says so much. */
export function seriesScore(strength: number): number {
  return SERIES_SCORE * strength;
}

function commonSeries(a: Features<string>, b: Features<string>): { series: number; name: string } {
  let [most, name] = [0, ''];
  for (const [one, strength] of a) if (b.has(one) && strength > most) [most, name] = [strength, one];
  return { series: seriesScore(most), name };
}

function shared<Key>(a: Features<Key>, b: Features<Key>, found: (key: Key, weight: number) => void): void {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  for (const [key, weight] of few) {
    const other = many.get(key);
    if (other !== undefined) found(key, weight * other);
  }
}
