import type { Kind, Wording } from '../ranking/buckets.ts';
import type { SearchQuery } from './read-query.ts';

/** A way to understand a query, in which the words are those that are typed unless it says which they are. */
export interface Interpretation extends SearchQuery {
  wording?: Wording;
}

/** Interpretations of a query that are of one kind. What fits an earlier set comes there alone. */
export interface CandidateSet {
  kind: Kind;
  /** A text must have all words of one of them. All have a year, or none. */
  interpretations: readonly Interpretation[];
  /** Whether words that would fit, too, were left out. */
  isCut: boolean;
}

/** What a query may mean, whatever the filter. */
export interface CandidateSets {
  /** As it is typed: all that most searches need. */
  typed: CandidateSet;
  /** Parts of words, other spellings, and other writings. */
  further: () => Promise<readonly CandidateSet[]>;
  /** Whether something has the words as they are typed. */
  isFound: () => Promise<boolean>;
}

/** Nothing but one set. */
export function alone(typed: CandidateSet): CandidateSets {
  return { typed, further: () => Promise.resolve([]), isFound: () => Promise.resolve(true) };
}

/** Most searches end in the first set, and need not know of the others. */
export async function* oneByOne({ typed, further }: CandidateSets): AsyncGenerator<CandidateSet> {
  yield typed;
  yield* await further();
}

export async function allOf({ typed, further }: CandidateSets): Promise<readonly CandidateSet[]> {
  return [typed, ...(await further())];
}
