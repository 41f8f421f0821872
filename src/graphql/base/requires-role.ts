import type { GraphQLEnumType, GraphQLField } from 'graphql';

import { DirectiveLocation, GraphQLDirective, GraphQLNonNull, GraphQLSchema } from 'graphql';

import { builder } from './builder.ts';
import type { Role } from './client.ts';
import type { FieldCost } from './cost.ts';

/** Roles that a field may require. */
export type RequiredRole = Exclude<Role, 'ANONYMOUS'>;

/** Name of the directive that states the role of a field in the text of the schema. */
export const REQUIRES_ROLE = 'requiresRole';

const ROLES: Record<Role, { description: string }> = {
  ANONYMOUS: { description: 'A client without a token.' },
  READER: { description: 'A client with a token for reading.' },
  ADMIN: { description: 'A client with a token for administration, which may do everything.' },
};

export const RoleEnum = builder.enumType('Role', { description: 'What a client may do.', values: ROLES });

/**
 * Restricts a root field to clients of a role, as `extensions` of the field, together with other extensions such as its
 * costs. Other clients see no such field: neither in introspection nor in errors, suggestions or the text of the schema.
 */
export function requiresRole(role: RequiredRole, others?: { cost?: FieldCost; directives?: object }) {
  return { ...others, requiredRole: role, directives: { ...others?.directives, [REQUIRES_ROLE]: { role } } };
}

/** The role that a field requires; undefined if everybody may ask for it. */
export function requiredRoleOf({ extensions }: Pick<GraphQLField<unknown, unknown>, 'extensions'>) {
  return extensions['requiredRole'] as RequiredRole | undefined;
}

/** The schema with the directive that states required roles in its text. */
export function withRoles(schema: GraphQLSchema): GraphQLSchema {
  const config = schema.toConfig();
  const role = schema.getType('Role') as GraphQLEnumType;
  const directive = new GraphQLDirective({
    name: REQUIRES_ROLE,
    description: 'The role of a client that may ask for the field. Other clients are not shown it.',
    locations: [DirectiveLocation.FIELD_DEFINITION],
    args: { role: { type: new GraphQLNonNull(role), description: 'The role.' } },
  });
  return new GraphQLSchema({ ...config, directives: [...config.directives, directive] });
}
