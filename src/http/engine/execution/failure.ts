import type { GraphQLError } from 'graphql';

import { locatedError } from 'graphql';

import type { FieldDefinition } from './model.ts';
import { keysOf } from './path.ts';
import type { Path } from './path.ts';

/** A place of the answer that cannot have its value: the nearest place above it that may be null becomes null. */
export class Failure {
  readonly error: GraphQLError;
  /** Where it failed. */
  readonly path: Path | undefined;

  constructor(error: GraphQLError, path: Path | undefined) {
    this.error = error;
    this.path = path;
  }
}

/** The failure of a field, or of an item of its list. */
export function failureOf(raw: unknown, { nodes }: Pick<FieldDefinition, 'nodes'>, path: Path): Failure {
  return new Failure(locatedError(raw, nodes, keysOf(path)), path);
}
