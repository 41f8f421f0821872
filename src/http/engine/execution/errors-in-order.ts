import type { GraphQLError } from 'graphql';

import type { Failure } from './failure.ts';
import { comparePaths } from './path.ts';
import type { Path } from './path.ts';

/** A position in the answer that became null because it or something below it failed; undefined is the whole answer. */
export interface Nulled {
  place: Path | undefined;
  failure: Failure;
}

/**
 * The errors of an answer in the order of their paths, so that the order does not depend on which field was faster. An
 * error below a nulled position is left out if it comes after the failure that nulled the position: in sequential
 * execution it would not have occurred.
 */
export function errorsInOrder(nulled: readonly Nulled[]): GraphQLError[] {
  if (nulled.length === 1) return nulled.map(({ failure }) => failure.error);
  const byPlace = new Map(nulled.map(({ place, failure }) => [place, failure]));
  return nulled
    .filter(({ place, failure }) => !isBehind({ place, failure }, byPlace))
    .sort((a, b) => comparePaths(a.failure.path, b.failure.path))
    .map(({ failure }) => failure.error);
}

function isBehind({ place, failure }: Nulled, byPlace: ReadonlyMap<Path | undefined, Failure>): boolean {
  let above = place;
  while (above !== undefined) {
    above = above.prev;
    const cause = byPlace.get(above);
    if (cause !== undefined && comparePaths(cause.path, failure.path) < 0) return true;
  }
  return false;
}
