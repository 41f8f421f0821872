import { asksForCost, COST_HEADER, varyOfKept } from '../request/graphql/cache-headers.ts';
import type { CacheHeadersOf } from '../request/graphql/cache-headers.ts';
import type { GatewayPlugin } from './gateway-context.ts';

/**
 * Lets caches keep the answers to GET requests that are read from a build, without errors, at once, not by chance and
 * without their cost, and no others.
 * Whether the client has the answer, and in which form, is looked at when it is sent.
 */
export function useCacheHeaders(caching: CacheHeadersOf): GatewayPlugin {
  return {
    onResponse({ request, response, serverContext }) {
      const { build, isOperation, errorCount, isByChance } = serverContext.exchange;
      if (request.method !== 'GET' || !isOperation) return;
      const [mediaType = ''] = (response.headers.get('content-type') ?? '').split(';');
      const isWhole = response.status === 200 && errorCount === 0 && mediaType.endsWith('json');
      const isAsked = asksForCost(request.headers.get(COST_HEADER));
      if (!isWhole || build === null || isByChance || isAsked) {
        // Without a word some caches keep it all the same.
        response.headers.set('cache-control', 'no-store');
        return;
      }
      const asked = request.url.slice(request.url.indexOf('?') + 1);
      const headers = caching({ build, asked, mediaType });
      for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
      response.headers.set('vary', varyOfKept(response.headers.get('vary')));
    },
  };
}
