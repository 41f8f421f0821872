import { block } from './block.ts';
import { genreRarity, greatestRarity, rarity } from './feature-counts.ts';
import type { FeatureCounts } from './feature-counts.ts';
import { roleWeight } from './title-facts.ts';
import type { TitleFacts } from './title-facts.ts';
import { NO_TEXT, textVectorOf } from './text-vector.ts';
import type { TextVector } from './text-vector.ts';
import type { TextCounts } from './text-counts.ts';
import { seriesNames, wordsOfTitle } from './series-names.ts';

/**
 * What a title is compared by. Each block is a TF-IDF vector of length 1, times the root of the block's weight: the
 * products of equal features sum up to the cosine of two titles, in which a block counts as much as its weight. A block
 * of which nothing is known is empty, and counts as different.
 */
export interface TitleVector extends TitleTraits {
  words: Features<string>;
  people: Features<number>;
  /** Genres, and pairs of them in alphabetical order, joined by a comma. */
  genres: Features<string>;
  /** Names of the series that it may belong to, with how much each of them says, from 0 to 1. */
  series: Features<string>;
  /** What TMDB says of it, where that counts. */
  text: TextVector;
}

export type Features<Key> = ReadonlyMap<Key, number>;

/** What else the likeness of two titles depends on. */
export interface TitleTraits {
  id: number;
  isAdult: boolean;
  family: Family;
  startYear: number | null;
  /** See `fameOf`. */
  fame: number;
}

/** Works of one kind are more alike than those of different kinds. */
export const FAMILIES = ['film', 'short', 'series', 'episode', 'game'] as const;
export type Family = (typeof FAMILIES)[number];

const FAMILY_OF: Readonly<Record<string, Family>> = {
  tvSeries: 'series',
  tvMiniSeries: 'series',
  tvPilot: 'series',
  tvEpisode: 'episode',
  short: 'short',
  tvShort: 'short',
  videoGame: 'game',
};

/** The weights of the blocks; they sum up to 1. */
export const BLOCKS = { people: 0.36, genres: 0.46, era: 0.12, words: 0.06 } as const;

/** More people are not looked at: those who say least are left out. */
const MOST_PEOPLE = 40;
/** Of a pair of genres, beside single ones. */
const PAIR_WEIGHT = 0.5;
/** The length of genres that say a lot, as a share of the logarithm of the number of titles. */
const LONG_SHARE = 0.5;
/** The share of the greatest rarity from which on the name of a series is telling. */
const TELLING_SHARE = 0.4;
const NUMBER = /^\d+$/;

/** What TMDB says counts where its counts are given. */
export function vectorOf(facts: TitleFacts, counts: FeatureCounts, textCounts?: TextCounts): TitleVector {
  const words = facts.title === null ? [] : wordsOfTitle(facts.title);
  const isEpisode = facts.titleType === 'tvEpisode';
  return {
    id: facts.id,
    isAdult: facts.isAdult,
    family: Object.hasOwn(FAMILY_OF, facts.titleType) ? (FAMILY_OF[facts.titleType] ?? 'film') : 'film',
    startYear: facts.startYear,
    fame: fameOf(facts.votes),
    words: block(BLOCKS.words, { features: wordWeights(words, counts) }),
    people: block(BLOCKS.people, { features: peopleWeights(facts, counts) }),
    genres: block(BLOCKS.genres, {
      features: genreWeights(facts.genres, counts),
      long: LONG_SHARE * Math.log(1 + counts.titles),
    }),
    // "Part 1" and "Pilot" name no series.
    series: isEpisode || facts.title === null ? new Map() : seriesOf(facts.title, counts),
    text: textCounts === undefined ? NO_TEXT : textVectorOf(facts.text, textCounts),
  };
}

/**
 * How well a title is known, by the logarithm of its votes, from 0.25 to 1. A likeness is multiplied by the fame of both:
 * a hardly known title needs to be more alike to stand before a known one.
 */
export function fameOf(votes: number): number {
  return Math.min(1, FAME_FLOOR + ((1 - FAME_FLOOR) * Math.log10(1 + votes)) / FAME_DIGITS);
}

const FAME_FLOOR = 0.25;
/** A million votes. */
const FAME_DIGITS = 6;

function wordWeights(words: readonly string[], counts: FeatureCounts): Map<string, number> {
  const weights = new Map<string, number>();
  for (const word of words) {
    const weight = NUMBER.test(word) ? 0 : rarity(counts.ofWord(word), counts.titles);
    if (weight > 0) weights.set(word, weight);
  }
  return weights;
}

/** Each person by the role that says most. */
function peopleWeights({ people }: TitleFacts, counts: FeatureCounts): Map<number, number> {
  const roles = new Map<number, number>();
  for (const credit of people) {
    roles.set(credit.personId, Math.max(roles.get(credit.personId) ?? 0, roleWeight(credit)));
  }
  const all: [number, number][] = [];
  for (const [personId, role] of roles) {
    const weight = role * rarity(counts.ofPerson(personId), counts.titles);
    if (weight > 0) all.push([personId, weight]);
  }
  if (all.length > MOST_PEOPLE) {
    all.sort(([one, weight], [other, otherWeight]) => otherWeight - weight || one - other);
    all.length = MOST_PEOPLE;
  }
  return new Map(all);
}

function genreWeights(genres: readonly string[], counts: FeatureCounts): Map<string, number> {
  const weights = new Map<string, number>();
  const sorted = [...new Set(genres)].sort();
  const weightOf = (feature: string): number => genreRarity(counts.ofGenre(feature), counts.titles);
  for (const [index, one] of sorted.entries()) {
    weights.set(one, weightOf(one));
    for (const other of sorted.slice(index + 1)) {
      const pair = `${one},${other}`;
      weights.set(pair, PAIR_WEIGHT * weightOf(pair));
    }
  }
  return weights;
}

/** Rare names say more: many works are called "Home". */
function seriesOf(title: string, counts: FeatureCounts): Map<string, number> {
  const telling = TELLING_SHARE * greatestRarity(counts.titles);
  const names = seriesNames(title).map((name): [string, number] => {
    const words = new Set(name.split(' '));
    let sum = 0;
    for (const word of words) sum += rarity(counts.ofWord(word), counts.titles);
    return [name, Math.min(1, sum / telling)];
  });
  return new Map(names.filter(([, strength]) => strength > 0));
}
