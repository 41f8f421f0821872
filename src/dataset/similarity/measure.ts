import { isTold, textFactor } from './text-vector.ts';
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
  | { kind: 'COLLECTION'; collection: string }
  | { kind: 'KEYWORD'; keyword: string }
  | { kind: 'KEYWORD_WORDS'; word: string }
  | { kind: 'OVERVIEW_WORDS'; word: string }
);

/** How much of its name a collection says, as `Features` of series have it: nothing is as telling. */
export const COLLECTION_STRENGTH = 1;

/** How much each block of the cosine counts, as a factor of its weight. */
export interface BlockScales {
  genres: number;
  era: number;
  /** Of people and words of the title. */
  others: number;
}

const SCALES: BlockScales = { genres: 1, era: 1, others: 1 };

/**
 * Of two titles that TMDB tells of, genres say a quarter of what they say else, as keywords and overviews say it better,
 * and the era half as much again. The weights of all blocks sum up to 1 here, too, so that scores can be compared.
 */
const TOLD = { genres: 0.25, era: 1.5 } as const;
const TOLD_SUM = 1 + (TOLD.genres - 1) * BLOCKS.genres + (TOLD.era - 1) * BLOCKS.era;
const TOLD_SCALES: BlockScales = { genres: TOLD.genres / TOLD_SUM, era: TOLD.era / TOLD_SUM, others: 1 / TOLD_SUM };

/** How much the blocks of two titles count: by whether TMDB says of both what they are about. */
export function scalesOf(one: boolean, other: boolean): BlockScales {
  return one && other ? TOLD_SCALES : SCALES;
}

/**
 * The likeness of two titles: the cosine of their vectors and eras, times the fame of both and the likeness of their
 * kinds; and where the name of a series says that one is the sequel or the remake of the other, more than half of what
 * is missing to 1, as does a collection of TMDB's that both are in. Where TMDB says of both what they are about, genres
 * count less, and its texts raise the cosine by a part of what is missing to 1. What is adult is like nothing that is
 * not.
 */
export function likeness(a: TitleVector, b: TitleVector): Likeness {
  if (a.isAdult !== b.isAdult) return { score: 0, parts: [] };
  const common = commonSeries(a, b);
  const factor = (1 - common.weight) * a.fame * b.fame * familyLikeness(a.family, b.family);
  const scales = scalesOf(isTold(a.text), isTold(b.text));
  const parts: LikenessPart[] = [];
  shared(a.people, b.people, (personId, weight) =>
    parts.push({ kind: 'PERSON', personId, weight: scales.others * weight }),
  );
  shared(a.words, b.words, (word, weight) => parts.push({ kind: 'TITLE_WORDS', word, weight: scales.others * weight }));
  shared(a.genres, b.genres, (genre, weight) => parts.push({ kind: 'GENRE', genre, weight: scales.genres * weight }));
  if (a.startYear !== null && b.startYear !== null) {
    const years = [Math.min(a.startYear, b.startYear), Math.max(a.startYear, b.startYear)] as const;
    parts.push({ kind: 'ERA', years, weight: scales.era * BLOCKS.era * eraLikeness(a.startYear - b.startYear) });
  }
  const missing = 1 - sumOf(parts);
  const texts: LikenessPart[] = [];
  shared(a.text.keywords, b.text.keywords, (keyword, weight) => texts.push({ kind: 'KEYWORD', keyword, weight }));
  shared(a.text.keywordWords, b.text.keywordWords, (word, weight) =>
    texts.push({ kind: 'KEYWORD_WORDS', word, weight }),
  );
  shared(a.text.overview, b.text.overview, (word, weight) => texts.push({ kind: 'OVERVIEW_WORDS', word, weight }));
  const each = missing * textFactor(sumOf(texts));
  for (const part of texts) parts.push({ ...part, weight: each * part.weight });
  for (const part of parts) part.weight *= factor;
  if (common.weight > 0) parts.unshift(common);
  return { score: roundedScore(sumOf(parts)), parts };
}

function sumOf(parts: readonly LikenessPart[]): number {
  return parts.reduce((sum, { weight }) => sum + weight, 0);
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

/** A collection says more than the name of a series, and stands for it where both are common. */
function commonSeries(a: TitleVector, b: TitleVector): LikenessPart {
  const { collection } = a.text;
  if (collection !== null && collection.id === b.text.collection?.id) {
    const name = collection.name ?? b.text.collection.name ?? '';
    return { kind: 'COLLECTION', collection: name, weight: seriesScore(COLLECTION_STRENGTH) };
  }
  let [most, name] = [0, ''];
  for (const [one, strength] of a.series) if (b.series.has(one) && strength > most) [most, name] = [strength, one];
  return { kind: 'SERIES', series: name, weight: seriesScore(most) };
}

function shared<Key>(a: Features<Key>, b: Features<Key>, found: (key: Key, weight: number) => void): void {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  for (const [key, weight] of few) {
    const other = many.get(key);
    if (other !== undefined) found(key, weight * other);
  }
}
