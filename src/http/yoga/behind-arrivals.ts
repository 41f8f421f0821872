import { isCrowded, isTurnOver, nextTurn } from '../../process/turns.ts';
import type { GraphqlHandler } from '../request/graphql/graphql-handler.ts';

/**
 * Defers GraphQL requests to a later turn while many clients connect, and where the time of this turn is used up. The
 * event loop accepts one connection per iteration; with the work of a request in each, new clients would wait for the
 * requests of all who connected before. And it takes all requests that have come into one iteration, so that new clients
 * would wait for all of these.
 */
export function behindArrivals(next: GraphqlHandler): GraphqlHandler {
  return async (exchange, asked) => {
    if (isCrowded() || isTurnOver()) await nextTurn(exchange.wait);
    return next(exchange, asked);
  };
}
