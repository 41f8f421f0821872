/**
 * Paging by key, the same for a list that SQL sorts and for one that is in memory. The sort key of a row holds the
 * values it is ordered by and ends with its id, so that no two rows share one.
 */

export type SortValue = number | string | null;
export type SortKey = readonly SortValue[];

export interface PageRequest {
  /** At most this many rows. */
  limit: number;
  /** The last rows before `before` instead of the first after `after`. */
  backward: boolean;
  after?: SortKey;
  before?: SortKey;
  /** Rows to skip from the beginning; never together with `after`, `before` or `backward`. */
  offset?: number;
}

export interface Page<T> {
  /** Always in the list's own order, also when read backward. */
  rows: { item: T; key: SortKey }[];
  hasNextPage: boolean;
  hasPreviousPage: boolean;
}

/** A sorted and filtered list that can be read by the page. */
export interface Pageable<T> {
  /** Names the list and its order, `titles VOTES:DESC`: a cursor made under another order is refused. */
  order: string;
  /** The type of each value of a sort key; every value but the last may also be null. */
  keyTypes: readonly ('number' | 'text')[];
  page(request: PageRequest): Promise<Page<T>> | Page<T>;
  /** Rows in the whole list, whatever the page. */
  count(): Promise<number> | number;
}
