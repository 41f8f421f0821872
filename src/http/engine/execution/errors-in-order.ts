import type { GraphQLError } from 'graphql';

import type { Failure } from './failure.ts';
import { comparePaths } from './path.ts';
import type { Path } from './path.ts';

/** A position in the answer that became null because it or something below it failed; undefined is the whole answer. */
export interface Nulled {
  path: Path | undefined;
  failure: Failure;
}

/**
 * The errors of an answer in the order of their paths, so that the order does not depend on which field was faster. An
 * error below a nulled position is left out if it comes after the failure that nulled the position: in sequential
 * execution it would not have occurred.
 */
export function errorsInOrder(nulled: readonly Nulled[]): GraphQLError[] {
  if (nulled.length === 1) return nulled.map(({ failure }) => failure.error);
  const byPath = new Map(nulled.map(({ path, failure }) => [path, failure]));
  return nulled
    .filter(({ path, failure }) => !isBehind({ path, failure }, byPath))
    .sort((a, b) => comparePaths(a.failure.path, b.failure.path))
    .map(({ failure }) => failure.error);
}

function isBehind({ path, failure }: Nulled, byPath: ReadonlyMap<Path | undefined, Failure>): boolean {
  let above = path;
  while (above !== undefined) {
    above = above.prev;
    const cause = byPath.get(above);
    if (cause !== undefined && comparePaths(cause.path, failure.path) < 0) return true;
  }
  return false;
}
