import { isCrowded, nextTurn } from '../../process/turns.ts';
import { isGraphqlPath, requestPath } from '../request-path.ts';
import type { RequestHandler } from '../server.ts';

/**
 * Leaves GraphQL for another turn while connections come in every round of the event loop, which takes in one in each: with
 * the work of one request between two of them, whoever connects would wait behind the requests of all who did before.
 */
export function behindArrivals(next: RequestHandler): RequestHandler {
  return async (request, response, context) => {
    if (isCrowded() && isGraphqlPath(requestPath({ url: `http://_${request.url}` }))) await nextTurn(context.wait);
    await next(request, response, context);
  };
}
