import type { Exchange } from './exchange.ts';

export const GRAPHQL_PATH = '/graphql';

export function isGraphqlPath(path: string): boolean {
  return path === GRAPHQL_PATH || path === `${GRAPHQL_PATH}/`;
}

/** Whether a browser requests a page. */
export function asksForPage({ method, request }: Exchange): boolean {
  return method === 'GET' && request.headers.accept?.includes('text/html') === true;
}
