import type { GraphqlHandler } from '../request/graphql/graphql-handler.ts';

/**
 * Two handlers that share no documents, plans or answers: one over the whole schema for clients of the role ADMIN, and one
 * over the visible schema for all others.
 */
export function byRole({ admins, others }: { admins: GraphqlHandler; others: GraphqlHandler }): GraphqlHandler {
  return (exchange, asked) => (exchange.client.role === 'ADMIN' ? admins : others)(exchange, asked);
}
