import type { GraphQLArgument, GraphQLSchema } from 'graphql';

import { getIntrospectionQuery, isNonNullType, OperationTypeNode } from 'graphql';

import type { Random } from '../product/random-filters.ts';
import { createDocuments } from '../support/random-documents.ts';
import type { RandomDocument, Variable } from '../support/random-documents.ts';
import { createValues, literalOf } from '../support/random-values.ts';
import { gotten, posted } from './requests.ts';
import type { Sent } from './requests.ts';
import type { Role } from './roles.ts';

/** A document of one kind for a role. */
export interface Valid {
  kind: string;
  document: RandomDocument;
}

/** Longest URL of a GET, in characters: a server of HTTP takes heads of 16 kB. */
const MOST_URL = 12_000;

/** Documents that are valid in the schema that a role sees; of those that administer, few change anything. */
export function createValid({
  random,
  schemaOf,
}: {
  random: Random;
  schemaOf: (role: Role) => GraphQLSchema;
}): (role: Role) => Valid {
  const value = createValues(random);
  const known = new Map<string, () => RandomDocument>();

  function argument({ name, type, defaultValue }: GraphQLArgument): string | Variable | undefined {
    const isNeeded = isNonNullType(type) && defaultValue === undefined;
    if (!isNeeded && random(3) !== 0) return undefined;
    const given = value(type, name);
    const literal = literalOf(given, type);
    if (random(3) !== 0) return literal;
    const kind = random(8);
    if (kind === 0) return { type: `${String(type)} = ${literal}`, sent: undefined };
    if (kind === 1) return { type: String(type), sent: wrongValue(random) };
    return { type: String(type), sent: given };
  }

  function next(role: Role, operation: OperationTypeNode): RandomDocument {
    const key = `${role} ${operation}`;
    let documents = known.get(key);
    if (documents === undefined) {
      documents = createDocuments({ schema: schemaOf(role), random, argument, operation, size: 8 });
      known.set(key, documents);
    }
    const { query, variables } = documents();
    return { query: withNoise(query, random), variables };
  }

  return (role) => {
    const kind = random(400);
    if (kind === 3) return { kind: 'introspection', document: { query: getIntrospectionQuery(), variables: {} } };
    if (kind < 2) return { kind: 'subscription', document: next(role, OperationTypeNode.SUBSCRIPTION) };
    if (kind === 2 && role === 'admin') return { kind: 'mutation', document: next(role, OperationTypeNode.MUTATION) };
    return { kind: 'query', document: next(role, OperationTypeNode.QUERY) };
  };
}

/** The request of a valid document: by POST or GET, for one media type or another. */
export function requestOf({ kind, document }: Valid, { role, random }: { role: Role; random: Random }): Sent {
  const isEvents = kind === 'subscription' && random(4) !== 0;
  const of = { kind: `valid: ${kind}`, role };
  const canGet = kind !== 'mutation' && random(5) === 0;
  const byGet = canGet ? gotten(document, of) : undefined;
  const sent = byGet === undefined || byGet.path.length > MOST_URL ? posted(document, of) : byGet;
  if (isEvents) sent.headers['accept'] = 'text/event-stream';
  else if (random(3) !== 0) sent.headers['accept'] = 'application/graphql-response+json';
  if (random(10) === 0) sent.headers['x-query-cost'] = 'true';
  return sent;
}

/** A value of JSON that fits few types. */
export function wrongValue(random: Random): unknown {
  const values = [
    'wrong',
    1e308,
    1e21,
    9_007_199_254_740_992,
    -0.5,
    true,
    null,
    [],
    [[[]]],
    {},
    { id: {} },
    [null],
    '\u0000',
    '🎬'.repeat(50),
    'z'.repeat(5000),
    JSON.parse('{"__proto__": {"a": 1}}'),
  ];
  return values[random(values.length)];
}

/** The same document with a name, comments, commas, a byte order mark, or spaces of all kinds. */
function withNoise(query: string, random: Random): string {
  switch (random(12)) {
    case 0:
      return query.startsWith('{') ? `query Q_1 ${query}` : query;
    case 1:
      return `# 🎬 { a }\n${query}\n#`;
    case 2:
      return `\uFEFF${query.replaceAll(' }', ',\r\n\t}')}`;
    case 3:
      return `${query} query Other { __typename }`;
    default:
      return query;
  }
}
