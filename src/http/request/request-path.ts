export const GRAPHQL_PATH = '/graphql';

/** The path of a request's URL. The URL is not parsed whole, because that takes longer than all the rest. */
export function requestPath(request: { url: string }): string {
  const { url } = request;
  const start = url.indexOf('/', url.indexOf('://') + 3);
  if (start < 0) return '/';
  const end = url.slice(start).search(/[?#]/);
  return end < 0 ? url.slice(start) : url.slice(start, start + end);
}

export function isGraphqlPath(path: string): boolean {
  return path === GRAPHQL_PATH || path === `${GRAPHQL_PATH}/`;
}

/** Whether the client is a browser that opens a page. */
export function asksForPage(request: Request): boolean {
  return request.method === 'GET' && request.headers.get('accept')?.includes('text/html') === true;
}
