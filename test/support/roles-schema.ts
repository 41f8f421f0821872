import type { GraphQLObjectType, GraphQLSchema } from 'graphql';

import { buildSchema } from 'graphql';

import { requiresRole } from '../../src/graphql/base/requires-role.ts';

/** Names that only clients of the role ADMIN may see: root fields, types, enum values and arguments of these. */
export const HIDDEN_NAMES = [
  'ingestSecretStatus',
  'secretBuilds',
  'startSecretIngest',
  'cancelSecretIngest',
  'secretProgress',
  'SecretStatus',
  'SecretStep',
  'SecretInput',
  'SecretResult',
  'SECRET_DOWNLOAD',
  'secretRows',
  'secretSteps',
  'secretForce',
];

/** The text of a schema of which some root fields are for admins; `@requiresRole` says which. */
export const ROLES_SDL = `schema {
  query: Query
  mutation: Mutation
  subscription: Subscription
}

"""The role of a client that may ask for the field."""
directive @requiresRole(role: Role!) on FIELD_DEFINITION

"""Entry points."""
type Query {
  """A greeting."""
  hello(kind: Kind, filter: Filter): String
  """Something of the day."""
  ingestDay: Shared
  """How the ingest fares."""
  ingestSecretStatus(secretForce: Boolean): SecretStatus @requiresRole(role: ADMIN)
  secretBuilds: [Shared!] @requiresRole(role: ADMIN)
  """A thing by its id."""
  thing(id: ID!): Thing
}

type Mutation {
  """Begins."""
  startSecretIngest(secretSteps: [SecretStep!], input: SecretInput): SecretResult @requiresRole(role: ADMIN)
  cancelSecretIngest: Int @requiresRole(role: ADMIN)
}

type Subscription {
  ticks: Int
  secretProgress: SecretStatus @requiresRole(role: ADMIN)
}

interface Thing {
  id: ID!
}

type Star implements Thing {
  id: ID!
  size: Int
}

"""Both sides know it."""
type Shared {
  rows: Int
}

type SecretStatus {
  step: SecretStep
  secretRows: Int
  shared: Shared
}

type SecretResult {
  status: SecretStatus
}

input Filter {
  ids: [ID!]
}

input SecretInput {
  secretForce: Boolean
}

enum Kind {
  BIG
  SMALL
}

enum Role {
  READER
  ADMIN
}

enum SecretStep {
  SECRET_DOWNLOAD
}
`;

/** That schema, with what its resolvers answer. `calls` gets the name of each mutation that begins and ends. */
export function rolesSchema(calls: string[] = []): GraphQLSchema {
  const schema = buildSchema(ROLES_SDL);
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values((root as GraphQLObjectType).getFields())) {
      const isRestricted = field.astNode?.directives?.some(({ name }) => name.value === 'requiresRole') === true;
      if (isRestricted) field.extensions = requiresRole('ADMIN');
      const answer = ANSWERS[field.name];
      if (answer !== undefined) field.resolve = answer;
    }
  }
  for (const name of ['startSecretIngest', 'cancelSecretIngest']) {
    const field = schema.getMutationType()?.getFields()[name];
    if (field === undefined) continue;
    field.resolve = async () => {
      calls.push(`${name} begins`);
      await new Promise(setImmediate);
      calls.push(`${name} ends`);
      return name === 'cancelSecretIngest' ? 1 : { status: { step: 'SECRET_DOWNLOAD', secretRows: 7 } };
    };
  }
  const ticks = schema.getSubscriptionType()?.getFields();
  for (const field of Object.values(ticks ?? {})) {
    field.subscribe = oneEvent;
  }
  return schema;
}

async function* oneEvent(): AsyncGenerator<object> {
  yield await Promise.resolve({});
}

const ANSWERS: Record<string, () => unknown> = {
  hello: () => 'hello',
  ingestDay: () => ({ rows: 1 }),
  ingestSecretStatus: () => ({ step: 'SECRET_DOWNLOAD', secretRows: 42, shared: { rows: 1 } }),
  secretBuilds: () => [{ rows: 3 }],
  thing: () => null,
  ticks: () => 1,
  secretProgress: () => ({ secretRows: 43 }),
};
