import type { ASTVisitor, ValidationContext } from 'graphql';

import { GraphQLError, SchemaMetaFieldDef, TypeMetaFieldDef } from 'graphql';

const NAMES: ReadonlySet<string> = new Set([SchemaMetaFieldDef.name, TypeMetaFieldDef.name]);

/** A validation rule that refuses to show the schema. `__typename` is part of answers, and stays. */
export function introspectionRule(context: ValidationContext): ASTVisitor {
  return {
    Field(node) {
      if (!NAMES.has(node.name.value)) return;
      const message =
        'The schema is not shown here: the setting INTROSPECTION is off. Tokens of ADMIN_TOKENS may read it.';
      context.reportError(new GraphQLError(message, { nodes: node }));
    },
  };
}
