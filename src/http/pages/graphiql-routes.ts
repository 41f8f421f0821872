import type { Logger } from '../../process/logger.ts';
import { sendError, sendRedirect } from '../request/answers/plain-answers.ts';
import { sendAnswer } from '../request/answers/send-answer.ts';
import type { Exchange, RequestHandler } from '../request/exchange.ts';
import { asksForPage, GRAPHQL_PATH } from '../request/request-path.ts';
import { createGraphiql } from './graphiql.ts';
import type { Graphiql } from './graphiql.ts';
import type { Example } from './graphiql-page.ts';
import { sendAsset } from './send-asset.ts';

/** Below the path of the page, so that a proxy that forwards the one forwards the other. */
const ASSETS_PATH = `${GRAPHQL_PATH}/assets/`;

const SAFETY_HEADERS = {
  'x-frame-options': 'DENY',
  // Everything is loaded from this server. The editor sets styles at runtime; the stylesheet embeds images and fonts.
  'content-security-policy':
    "default-src 'none'; script-src 'self'; worker-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; " +
    "img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
} as const;

export interface GraphiqlRouteOptions {
  examples: readonly Example[];
  log: Logger;
  /** Answers if there is no such asset. */
  notFound: RequestHandler;
}

/**
 * Serves GraphiQL to browsers at the GraphQL endpoint: a small page, and assets that browsers cache forever. Nothing is
 * loaded from the internet. Returns the handler of a GET request; undefined if the path is not part of GraphiQL.
 */
export function graphiqlRoutes(options: GraphiqlRouteOptions): (exchange: Exchange) => RequestHandler | undefined {
  const { examples, log, notFound } = options;
  const graphiql = createGraphiql({ examples, folder: ASSETS_PATH.slice(1, -1) });

  /** A handler that makes the page and its assets on the first request. */
  function withGraphiql(answer: (exchange: Exchange, made: Graphiql) => unknown): RequestHandler {
    return async (exchange) => {
      try {
        await answer(exchange, await graphiql());
      } catch (err) {
        log.error({ event: 'graphiql failed', requestId: exchange.requestId, err });
        const message = 'The page could not be made; see the log of the server.';
        sendError(exchange, { status: 500, code: 'INTERNAL_SERVER_ERROR', message });
      }
    };
  }

  const page = withGraphiql(sendPage);
  const asset = withGraphiql((exchange, { assets }) => {
    const found = assets.get(exchange.path.slice(ASSETS_PATH.length));
    return found === undefined ? notFound(exchange) : sendAsset(exchange, { asset: found, headers: SAFETY_HEADERS });
  });

  return (exchange) => {
    const { path } = exchange;
    if (path.startsWith(ASSETS_PATH)) return asset;
    if (path === GRAPHQL_PATH && asksForPage(exchange)) return page;
    return path === `${GRAPHQL_PATH}/` && asksForPage(exchange) ? toPage : undefined;
  };
}

/** Redirects `/graphql/` to the page, whose relative links need the path without the slash. */
function toPage(exchange: Exchange): void {
  const { search } = exchange;
  sendRedirect(exchange, `..${GRAPHQL_PATH}${search && `?${search}`}`);
}

function sendPage(exchange: Exchange, { page, etag }: Graphiql): void {
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache', etag, ...SAFETY_HEADERS };
  sendAnswer(exchange, { status: 200, headers, vary: ['Accept', 'Accept-Encoding'], body: page });
}
