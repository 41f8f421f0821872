import type { FetchAPI } from 'graphql-yoga';

import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import type { Logger } from '../../process/logger.ts';
import type { GatewayPlugin } from '../yoga/gateway-context.ts';
import { errorResponse } from '../request/answers/json-answer.ts';
import { createGraphiql } from './graphiql.ts';
import type { Graphiql } from './graphiql.ts';
import type { Asset } from './graphiql-assets.ts';
import type { Example } from './graphiql-page.ts';
import { asksForPage, GRAPHQL_PATH, requestPath } from '../request/request-path.ts';
import { acceptedForms } from '../request/answers/accepted-forms.ts';
import { tagOf } from '../request/answers/entity-tags.ts';

/** Below the page, so that what leads to the one leads to the others. */
const ASSETS_PATH = `${GRAPHQL_PATH}/assets/`;

const SAFETY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Everything comes from this server; the editor writes styles into the page, and its own styles hold pictures and fonts.
  'content-security-policy':
    "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; " +
    "img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const;

/**
 * GraphiQL for browsers, at the endpoint: a small page, and assets that browsers keep for good. It works without the
 * internet, and loads nothing from elsewhere.
 */
export function useGraphiql({ examples, log }: { examples: readonly Example[]; log: Logger }): GatewayPlugin {
  const graphiql = createGraphiql({ examples, folder: ASSETS_PATH.slice(1, -1) });

  async function answer(request: Request, fetchAPI: FetchAPI): Promise<Response | undefined> {
    const path = requestPath(request);
    if (request.method === 'GET' && path.startsWith(ASSETS_PATH)) {
      const asset = (await graphiql()).assets.get(path.slice(ASSETS_PATH.length));
      return asset && sendAsset(asset, request, fetchAPI);
    }
    if (!asksForPage(request)) return undefined;
    if (path === GRAPHQL_PATH) return sendPage(await graphiql(), fetchAPI);
    if (path !== `${GRAPHQL_PATH}/`) return undefined;
    // The links of the page start from the path without the slash.
    const { search } = new URL(request.url);
    return new fetchAPI.Response(null, { status: 302, headers: { location: `..${GRAPHQL_PATH}${search}` } });
  }

  return {
    async onRequest(hook) {
      const { request, serverContext, fetchAPI } = hook;
      try {
        const response = await answer(request, fetchAPI);
        if (response !== undefined) hook.endResponse(response);
      } catch (err) {
        log.error({ event: 'graphiql failed', requestId: serverContext.requestId, err });
        const message = 'The page could not be made; see the log of the server.';
        hook.endResponse(errorResponse(fetchAPI, { status: 500, code: 'INTERNAL_SERVER_ERROR', message }));
      }
    },
  };
}

function sendPage({ page, etag }: Graphiql, fetchAPI: FetchAPI): Response {
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    vary: 'Accept, Accept-Encoding',
    etag,
    ...SAFETY_HEADERS,
  };
  return new fetchAPI.Response(page, { headers });
}

async function sendAsset({ fileName, mediaType, encoded }: Asset, request: Request, fetchAPI: FetchAPI) {
  const [form = 'identity'] = acceptedForms(request.headers.get('accept-encoding') ?? undefined);
  const body = form === 'identity' ? await promisify(gunzip)(encoded.gzip) : encoded[form];
  const headers = {
    'content-type': mediaType,
    'content-length': String(body.byteLength),
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
    etag: tagOf(`"${fileName}"`, form),
    ...(form !== 'identity' && { 'content-encoding': form }),
    ...SAFETY_HEADERS,
  };
  return new fetchAPI.Response(body, { headers });
}
