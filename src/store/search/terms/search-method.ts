import type { Sql } from 'sql-template-tag';

import type { MATCHES } from '../../../dataset/indexes/search-indexes.ts';
import type { SearchFilter } from '../../model/model.ts';
import type { Condition } from '../../query/conditions.ts';
import type { FoundRow, HitPosition } from '../ranking/found-rows.ts';
import type { CandidateSet, CandidateSets } from './candidate-sets.ts';
import type { QueryWord } from './read-query.ts';

/**
 * A way to find what has the words of a query: by the posting lists, or by the tables. Both find the same.
 * @throws ClientError `QUERY_TIMEOUT` where it takes too long.
 */
export interface SearchMethod {
  /** Hits in their order from the first or after a place; `backward` the last ones first, from the end or before a place. */
  page(request: PageOfHits): Promise<FoundRow[]>;
  /** The most popular documents of a set, in the order of popularity. */
  popular(request: { set: CandidateSet; filter: SearchFilter; limit: number }): Promise<FoundRow[]>;
  /** How many hits there are: `most` where there are more. */
  count(request: { sets: CandidateSets; filter: SearchFilter; most: number }): Promise<number>;
  /** How many documents fit a set, whatever the filter: `most` where there are more. */
  countAny(set: CandidateSet, most: number): Promise<number>;
  /** The ids of the titles whose primary or original title, as it is folded, is the words of one of some texts. */
  equal(texts: readonly (readonly QueryWord[])[], filter: EqualFilter): Promise<readonly number[]>;
  /** A SELECT of the ids of documents that have all words in one text of a kind, as it is folded and not read otherwise. */
  having(words: readonly QueryWord[], texts: readonly OwnTexts[]): Promise<IdSelect>;
}

export interface EqualFilter {
  adult: 'EXCLUDE' | 'ONLY';
  /** Whether episodes are among them. */
  episodes: boolean;
}

/** A SELECT of ids. */
export type IdSelect = Sql & Pick<Condition, 'listedKeys'>;

export interface PageOfHits {
  sets: CandidateSets;
  filter: SearchFilter;
  limit: number;
  after?: HitPosition | undefined;
  before?: HitPosition | undefined;
  backward?: boolean;
}

/** Texts of a kind of which a document has one at most; with `isOnly`, where a title has no own text of the other kind. */
export interface OwnTexts {
  kind: Exclude<(typeof MATCHES)[number], 'AKA'>;
  isOnly?: boolean;
}
