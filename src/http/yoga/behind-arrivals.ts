import { isCrowded, nextTurn } from '../../process/turns.ts';
import type { GraphqlHandler } from '../request/graphql/graphql-handler.ts';

/**
 * Leaves GraphQL for another turn while connections come in every round of the event loop, which takes in one in each: with
 * the work of one request between two of them, whoever connects would wait behind the requests of all who did before.
 */
export function behindArrivals(next: GraphqlHandler): GraphqlHandler {
  return async (exchange, asked) => {
    if (isCrowded()) await nextTurn(exchange.wait);
    return next(exchange, asked);
  };
}
