import type { GraphQLError } from 'graphql';

import { locatedError } from 'graphql';

import type { FieldDefinition } from './model.ts';
import { keysOf } from './path.ts';
import type { Path } from './path.ts';

/** A value that failed to complete: the nearest nullable position above it becomes null. */
export class Failure {
  readonly error: GraphQLError;
  /** Path of the field or item that failed. */
  readonly path: Path | undefined;

  constructor(error: GraphQLError, path: Path | undefined) {
    this.error = error;
    this.path = path;
  }
}

/** Failure of a field, or of an item of its list. */
export function failureOf(raw: unknown, { nodes }: Pick<FieldDefinition, 'nodes'>, path: Path): Failure {
  return new Failure(locatedError(raw, nodes, keysOf(path)), path);
}
