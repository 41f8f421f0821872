/**
 * How many rated titles have a feature, by which rare features weigh more than common ones (inverse document frequency).
 * A build counts them once, see SIMILAR_TABLES; both the build and the store read the same counts.
 */
export interface FeatureCounts {
  /** Rated titles in all. */
  titles: number;
  /** Of a genre, or of two of them in alphabetical order, joined by a comma. */
  ofGenre(genre: string): number;
  ofWord(word: string): number;
  /** Credits of a person on rated titles. */
  ofPerson(personId: number): number;
}

/** Words of fewer titles are not in the table of counts. */
export const LEAST_WORD_TITLES = 2;
/** People with fewer credits are not: most people have one or two. */
export const LEAST_PERSON_CREDITS = 8;
/** What stands for the count of somebody who is not in the table. */
const FEW_CREDITS = 4;

/** A word or a person of more titles than this says nothing: some articles and talk-show hosts. */
const COMMON_SHARE = 1 / 200;
const COMMON_AT_LEAST = 50;

/** A row of the table of counts. */
export type CountedKind = 'TITLES' | 'GENRE' | 'WORD' | 'PERSON';

/** Collects the rows of the table of counts. */
export class FeatureTable implements FeatureCounts {
  titles = 0;
  readonly #genres = new Map<string, number>();
  readonly #words = new Map<string, number>();
  readonly #people = new Map<number, number>();

  add(kind: CountedKind, { feature, person, titles }: { feature: string; person: number; titles: number }): void {
    if (kind === 'TITLES') this.titles = titles;
    else if (kind === 'GENRE') this.#genres.set(feature, titles);
    else if (kind === 'WORD') this.#words.set(feature, titles);
    else this.#people.set(person, titles);
  }

  ofGenre(genre: string): number {
    return this.#genres.get(genre) ?? 1;
  }

  ofWord(word: string): number {
    return this.#words.get(word) ?? 1;
  }

  ofPerson(personId: number): number {
    return this.#people.get(personId) ?? FEW_CREDITS;
  }
}

/** The rarity of a word or a person that so many titles have: from 0 for a common one, ln(common / count). */
export function rarity(count: number, titles: number): number {
  return Math.max(0, Math.log(commonFrom(titles) / count));
}

/** The greatest rarity that there is. */
export function greatestRarity(titles: number): number {
  return rarity(1, titles);
}

/** Genres are few and common: none of them weighs nothing. */
export function genreRarity(count: number, titles: number): number {
  return Math.log(1 + titles / count);
}

function commonFrom(titles: number): number {
  return COMMON_AT_LEAST + titles * COMMON_SHARE;
}
