import type { Direction, TitleOrder, TitleOrderField } from '../generated/graphql.ts';
import { slugOf, valueOf } from '../parts/genre-chip.tsx';

/** Words for each order of titles, in both directions. */
const ORDERS: Readonly<Record<TitleOrderField, Readonly<Record<Direction, string>>>> = {
  VOTES: { DESC: 'Most voted', ASC: 'Fewest votes' },
  RATING: { DESC: 'Best rated', ASC: 'Worst rated' },
  YEAR: { DESC: 'Newest', ASC: 'Oldest' },
  RUNTIME: { DESC: 'Longest', ASC: 'Shortest' },
  TITLE: { ASC: 'Title, A to Z', DESC: 'Title, Z to A' },
  EPISODES: { DESC: 'Most episodes', ASC: 'Fewest episodes' },
};

/** The order of lists that name none. */
export const USUAL_ORDER = 'votes-desc';

/** Orders as they stand in an address, such as `rating-desc`, with their words. */
export const ORDER_OPTIONS: readonly { value: string; words: string }[] = Object.entries(ORDERS).flatMap(
  ([field, directions]) =>
    Object.entries(directions).map(([direction, words]) => ({ value: slugOf(`${field}_${direction}`), words })),
);

/** Name of the order that an address asks for; undefined if it names none that there is. */
export function orderNameOf(text: string | undefined): string | undefined {
  return ORDER_OPTIONS.find(({ value }) => value === text)?.value;
}

/** The order that an address asks for, or the usual one. */
export function orderOf(text: string | undefined): TitleOrder[] {
  const [field, direction] = valueOf(orderNameOf(text) ?? USUAL_ORDER).split('_');
  return [{ field: field as TitleOrderField, direction: direction as Direction }];
}
