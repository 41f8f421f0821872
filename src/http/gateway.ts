import type { Logger } from '../process/logger.ts';
import { graphiqlRoutes } from './pages/graphiql-routes.ts';
import type { Example } from './pages/graphiql-page.ts';
import { createHealth } from './pages/health.ts';
import type { HealthOptions } from './pages/health.ts';
import { createSchemaText, SCHEMA_PATH } from './pages/schema-text.ts';
import { webRoutes } from './pages/web-routes.ts';
import { sendError, sendRedirect } from './request/answers/plain-answers.ts';
import { sendPreflight } from './request/preflight.ts';
import type { Exchange, RequestHandler } from './request/exchange.ts';
import type { GraphqlHandler } from './request/graphql/graphql-handler.ts';
import { graphqlRequests } from './request/graphql/graphql-requests.ts';
import type { GraphqlRequestOptions } from './request/graphql/graphql-requests.ts';
import { asksForPage, GRAPHQL_PATH, isGraphqlPath } from './request/request-path.ts';

export interface GatewayOptions extends HealthOptions, GraphqlRequestOptions {
  /** Answers GraphQL: the fast lane, and Yoga behind it. */
  graphql: GraphqlHandler;
  /** Whether a browser gets GraphiQL at the endpoint; true by default. */
  graphiql?: boolean;
  /** What GraphiQL opens with, one tab for each. */
  examples?: readonly Example[];
  /** Folder of the web app's bundle; browsers get GraphiQL at `/` where there is none. */
  webFolder?: string | undefined;
  /** Origin of the other host whose pictures the web app may show, as it is now. */
  pictures?: (() => string | undefined) | undefined;
  /** Whether clients other than admins may read the schema; true by default. */
  introspection?: boolean;
  log: Logger;
}

/** Routes a request by method and path: preflight, state of the service, the schema's text, GraphiQL, GraphQL, web app. */
export function createGateway(options: GatewayOptions): RequestHandler {
  const { graphql, graphiql = true, examples = [], webFolder, pictures, log } = options;
  const files = new Map([...createHealth(options), [SCHEMA_PATH, createSchemaText(options)]]);
  const pageOf = graphiql ? graphiqlRoutes({ examples, log, notFound: sendNotFound }) : () => undefined;
  const appOf = webFolder === undefined ? () => undefined : webRoutes({ folder: webFolder, pictures, log });
  const operations = graphqlRequests(graphql, options);

  function routeOf(exchange: Exchange): RequestHandler {
    const { method, path } = exchange;
    if (method === 'OPTIONS') return sendPreflight;
    const file = files.get(path);
    if (file !== undefined) return method === 'GET' ? file : refuseMethod;
    const page = method === 'GET' ? pageOf(exchange) : undefined;
    if (page !== undefined) return page;
    if (isGraphqlPath(path)) return operations;
    const app = method === 'GET' ? appOf(exchange) : undefined;
    if (app !== undefined) return app;
    return path === '/' && asksForPage(exchange) ? toGraphiql : sendNotFound;
  }

  return async (exchange) => {
    try {
      await routeOf(exchange)(exchange);
    } catch (err) {
      const { requestId, response } = exchange;
      log.error({ event: 'unexpected error', requestId, operationName: null, err });
      const message = 'Unexpected error.';
      if (response.headersSent) response.destroy();
      else sendError(exchange, { status: 500, code: 'INTERNAL_SERVER_ERROR', message });
    }
  };
}

/** Redirects relative to `/`, because a proxy may have removed a prefix that only the browser knows. */
function toGraphiql(exchange: Exchange): void {
  sendRedirect(exchange, GRAPHQL_PATH.slice(1));
}

function refuseMethod(exchange: Exchange): void {
  const message = `${exchange.method} is not supported here: use GET.`;
  const headers = { allow: 'GET, HEAD, OPTIONS' };
  sendError(exchange, { status: 405, code: 'BAD_USER_INPUT', message, headers });
}

function sendNotFound(exchange: Exchange): void {
  const message =
    `There is nothing at this path. GraphQL is at ${GRAPHQL_PATH}, ` +
    'the state of the service at /health, /livez and /readyz.';
  sendError(exchange, { status: 404, code: 'BAD_USER_INPUT', message });
}
