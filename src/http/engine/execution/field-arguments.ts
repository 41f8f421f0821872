import { getArgumentValues } from 'graphql';

import type { Field } from './model.ts';

/** The values of arguments for one choice of variables. */
export interface FieldArguments {
  /**
   * Those of a field, worked out once.
   * @throws GraphQLError where a variable does not fit.
   */
  of(field: Field): Record<string, unknown>;
}

/** The variables are coerced already. */
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
