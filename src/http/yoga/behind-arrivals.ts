import { isCrowded, nextTurn } from '../../process/turns.ts';
import type { GraphqlHandler } from '../request/graphql/graphql-handler.ts';

/**
 * Defers GraphQL requests to a later turn while many clients connect. The event loop accepts one connection per
 * iteration; with the work of a request in each, new clients would wait for the requests of all who connected before.
 */
export function behindArrivals(next: GraphqlHandler): GraphqlHandler {
  return async (exchange, asked) => {
    if (isCrowded()) await nextTurn(exchange.wait);
    return next(exchange, asked);
  };
}
