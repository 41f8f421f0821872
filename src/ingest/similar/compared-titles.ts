import { COLLECTION_STRENGTH } from '../../dataset/similarity/measure.ts';
import { isTold } from '../../dataset/similarity/text-vector.ts';
import { FAMILIES } from '../../dataset/similarity/title-vector.ts';
import type { TitleVector } from '../../dataset/similarity/title-vector.ts';
import { FeatureListsMaker, sharedFloat64, sharedInt32, transposed } from './feature-lists.ts';
import type { FeatureLists } from './feature-lists.ts';

/** The titles that lists of similar titles are made of, by their places in the order of ids, as threads share them. */
export interface ComparedTitles {
  ids: Int32Array;
  fames: Float64Array;
  /** NO_YEAR where it is not known. */
  years: Int32Array;
  /** The group of each title: all that are equally adult, equally told of, of one family, and have the same genres. */
  groups: Int32Array;
  groupTraits: readonly GroupTraits[];
  /** Words and people of each title, and the titles of each of these. */
  features: FeatureLists;
  postings: FeatureLists;
  /** Keywords, words of these and of overviews, and the titles of each of these. */
  texts: FeatureLists;
  textPostings: FeatureLists;
  /** Names of series and collections, weighted by how much they say. */
  series: FeatureLists;
  seriesPostings: FeatureLists;
  /** Titles in the order of groups and years, the best known of a year first. */
  order: Int32Array;
}

export interface GroupTraits {
  isAdult: boolean;
  /** Whether TMDB says what they are about. */
  isTold: boolean;
  family: number;
  genres: readonly (readonly [feature: number, weight: number])[];
}

export const NO_YEAR = -1;

/** Collects the vectors of titles. */
export class ComparedTitlesMaker {
  readonly #ids: number[] = [];
  readonly #fames: number[] = [];
  readonly #years: number[] = [];
  readonly #groups: number[] = [];
  readonly #groupTraits: GroupTraits[] = [];
  readonly #groupNumbers = new Map<string, number>();
  readonly #features = new FeatureListsMaker();
  readonly #texts = new FeatureListsMaker();
  readonly #series = new FeatureListsMaker();
  readonly #featureNumbers = new Map<string | number, number>();
  readonly #textNumbers = new Map<string, number>();
  readonly #seriesNumbers = new Map<string | number, number>();
  readonly #genreNumbers = new Map<string, number>();

  add(vector: TitleVector): void {
    this.#ids.push(vector.id);
    this.#fames.push(vector.fame);
    this.#years.push(vector.startYear ?? NO_YEAR);
    this.#groups.push(this.#groupOf(vector));
    for (const features of [vector.people, vector.words])
      for (const [feature, weight] of features)
        this.#features.add(numberOf<string | number>(this.#featureNumbers, feature), weight);
    this.#features.endRow();
    const { keywords, keywordWords, overview, collection } = vector.text;
    for (const [kind, features] of Object.entries({ keywords, keywordWords, overview }))
      for (const [feature, weight] of features)
        this.#texts.add(numberOf(this.#textNumbers, `${kind} ${feature}`), weight);
    this.#texts.endRow();
    for (const [name, strength] of vector.series) this.#addSeries(name, strength);
    if (collection !== null) this.#addSeries(collection.id, COLLECTION_STRENGTH);
    this.#series.endRow();
  }

  take(): ComparedTitles {
    const [features, texts, series] = [this.#features.take(), this.#texts.take(), this.#series.take()];
    return {
      ids: sharedInt32(this.#ids),
      fames: sharedFloat64(this.#fames),
      years: sharedInt32(this.#years),
      groups: sharedInt32(this.#groups),
      groupTraits: this.#groupTraits,
      features,
      postings: transposed(features, this.#featureNumbers.size),
      texts,
      textPostings: transposed(texts, this.#textNumbers.size),
      series,
      seriesPostings: transposed(series, this.#seriesNumbers.size),
      order: this.#order(),
    };
  }

  /** By its name, a collection by its number. */
  #addSeries(name: string | number, strength: number): void {
    this.#series.add(numberOf<string | number>(this.#seriesNumbers, name), strength);
  }

  #groupOf({ isAdult, family, genres, text }: TitleVector): number {
    const told = isTold(text);
    const key = [isAdult, told, family, ...genres.keys()].join(' ');
    const group = numberOf(this.#groupNumbers, key);
    this.#groupTraits[group] ??= {
      isAdult,
      isTold: told,
      family: FAMILIES.indexOf(family),
      genres: [...genres].map(([genre, weight]) => [numberOf(this.#genreNumbers, genre), weight] as const),
    };
    return group;
  }

  #order(): Int32Array {
    const order = Int32Array.from(this.#ids.keys()).sort(
      (one, other) =>
        by(this.#groups, one, other) || by(this.#years, one, other) || by(this.#fames, other, one) || one - other,
    );
    return sharedInt32(order);
  }
}

/** Compares two titles by values of theirs. */
function by(values: readonly number[], one: number, other: number): number {
  return (values[one] ?? 0) - (values[other] ?? 0);
}

function numberOf<Key>(numbers: Map<Key, number>, key: Key): number {
  let number = numbers.get(key);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(key, number);
  }
  return number;
}
