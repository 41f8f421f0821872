import type { GatewayPlugin } from './gateway-context.ts';
import { errorResponse } from '../request/answers/json-answer.ts';
import { asksForPage, GRAPHQL_PATH, isGraphqlPath, requestPath } from '../request/request-path.ts';

/** Relative to `/`: the browser knows the prefix that a proxy may have taken off. */
const TO_GRAPHIQL = GRAPHQL_PATH.slice(1);

/** The paths that are left: `/` leads a browser to GraphiQL, unknown ones say where things are. */
export function useRoutes(): GatewayPlugin {
  return {
    onRequest(hook) {
      const { request, serverContext, fetchAPI } = hook;
      const path = requestPath(request);
      if (isGraphqlPath(path)) {
        serverContext.exchange.isOperation = true;
      } else if (path === '/' && asksForPage(request)) {
        hook.endResponse(new fetchAPI.Response(null, { status: 302, headers: { location: TO_GRAPHIQL } }));
      } else {
        const message =
          `There is nothing at this path. GraphQL is at ${GRAPHQL_PATH}, ` +
          'the state of the service at /health, /livez and /readyz.';
        hook.endResponse(errorResponse(fetchAPI, { status: 404, code: 'BAD_USER_INPUT', message }));
      }
    },
  };
}
