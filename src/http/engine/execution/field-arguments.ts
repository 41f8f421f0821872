import { getArgumentValues } from 'graphql';

import type { Field } from './model.ts';

/** Argument values of fields, for one set of variables. */
export interface FieldArguments {
  /**
   * Argument values of a field, computed once.
   * @throws GraphQLError if a variable is invalid for the argument.
   */
  of(field: Field): Record<string, unknown>;
}

/** `variables` are coerced values. */
export function createFieldArguments(variables: Record<string, unknown>): FieldArguments {
  const known = new Map<Field, Record<string, unknown>>();
  return {
    of(field) {
      if (field.args !== undefined) return field.args;
      let args = known.get(field);
      if (args === undefined) {
        const [node] = field.nodes;
        args = node === undefined ? {} : getArgumentValues(field.definition, node, variables);
        known.set(field, args);
      }
      return args;
    },
  };
}
