import type { SearchQuery } from './read-query.ts';
import type { Kind } from '../ranking/tiers.ts';

/** Ways to read a query that are of one kind. What fits an earlier stage comes there alone. */
export interface Stage {
  kind: Kind;
  /** A text must have all words of one of them. */
  readings: readonly SearchQuery[];
  /** Whether words that would fit, too, were left out. */
  isCut: boolean;
}

/** What a query may mean, whatever the filter. */
export interface Stages {
  /** As it is typed: all that most searches need. */
  words: Stage;
  /** Parts of words, and other spellings. */
  further: () => Promise<readonly Stage[]>;
  /** Whether something has the words as they are typed. */
  isFound: () => Promise<boolean>;
}

/** Most searches end in the first stage, and need not know of the others. */
export async function* oneByOne({ words, further }: Stages): AsyncGenerator<Stage> {
  yield words;
  yield* await further();
}
