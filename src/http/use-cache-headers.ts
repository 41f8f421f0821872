import { varyByAccept } from './cache-headers.ts';
import type { CacheHeadersOf } from './cache-headers.ts';
import type { GatewayPlugin } from './gateway-context.ts';

/**
 * Lets caches keep the answers to GET requests that are read from a build, without errors, at once and not by chance.
 * Whether the client has the answer, and in which form, is looked at when it is sent.
 */
export function useCacheHeaders(caching: CacheHeadersOf): GatewayPlugin {
  return {
    onResponse({ request, response, serverContext }) {
      const { build, isOperation, errorCount, isByChance } = serverContext.exchange;
      if (request.method !== 'GET' || response.status !== 200 || !isOperation || errorCount > 0) return;
      if (build === null || isByChance) return;
      const [mediaType = ''] = (response.headers.get('content-type') ?? '').split(';');
      if (!mediaType.endsWith('json')) return;
      const asked = request.url.slice(request.url.indexOf('?') + 1);
      const headers = caching({ build, asked, mediaType });
      for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
      response.headers.set('vary', varyByAccept(response.headers.get('vary')));
    },
  };
}
