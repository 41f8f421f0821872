import type { DocumentNode, GraphQLSchema } from 'graphql';

import { BREAK, GraphQLError, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

import { requiredRoleOf } from '../../../graphql/base/requires-role.ts';

/** Stands for what a client is told of a field whose role it has not, in errors that are kept for all clients. */
export class RoleRequired extends Error {
  override readonly name = 'RoleRequired';
}

/**
 * The error of a document that asks for a field which requires a role, at the first such field; undefined if it asks for
 * none. `schema` is the whole one: the visible schema does not tell such fields from misspelt ones.
 */
export function roleRequired(document: DocumentNode, schema: GraphQLSchema): GraphQLError | undefined {
  const types = new TypeInfo(schema);
  let found: GraphQLError | undefined;
  visit(
    document,
    visitWithTypeInfo(types, {
      Field(node) {
        const field = types.getFieldDef();
        if (field == null || requiredRoleOf(field) === undefined) return;
        const key = (node.alias ?? node.name).value;
        const originalError = new RoleRequired(`The field "${key}" requires a role.`);
        found = new GraphQLError(originalError.message, { nodes: node, path: [key], originalError });
        return BREAK;
      },
    }),
  );
  return found;
}
