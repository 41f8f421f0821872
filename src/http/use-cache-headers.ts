import { isFresh, varyByAccept } from './cache-headers.ts';
import type { CacheHeadersOf } from './cache-headers.ts';
import type { GatewayPlugin } from './gateway-context.ts';

/**
 * Lets caches keep the answers to GET requests, and answers 304 to who has the answer: those that are read from a build,
 * without errors, at once and not by chance.
 */
export function useCacheHeaders(caching: CacheHeadersOf): GatewayPlugin {
  return {
    onResponse(answer) {
      const { request, response, fetchAPI } = answer;
      const { exchange } = answer.serverContext;
      const { build, isOperation, errorCount, isByChance } = exchange;
      if (request.method !== 'GET' || response.status !== 200 || !isOperation || errorCount > 0) return;
      if (build === null || isByChance) return;
      const [mediaType = ''] = (response.headers.get('content-type') ?? '').split(';');
      if (!mediaType.endsWith('json')) return;
      const asked = request.url.slice(request.url.indexOf('?') + 1);
      const headers = caching({ build, asked, mediaType });
      for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
      response.headers.set('vary', varyByAccept(response.headers.get('vary')));
      if (!isFresh(request.headers.get('if-none-match'), headers.etag)) return;
      const kept = new fetchAPI.Headers(response.headers);
      for (const name of ['content-type', 'content-length']) kept.delete(name);
      answer.setResponse(new fetchAPI.Response(null, { status: 304, headers: kept }));
    },
  };
}
