import type { Exchange } from './exchange.ts';

const MAX_AGE_SECONDS = 3600;

/** Answers OPTIONS, by which a browser asks what a page of another origin may send. */
export function sendPreflight({ request, response, headers }: Exchange): void {
  const isAllowed = headers['access-control-allow-origin'] !== undefined;
  response.writeHead(204, {
    ...headers,
    allow: 'GET, HEAD, POST, OPTIONS',
    ...(isAllowed && {
      'access-control-allow-methods': 'GET, POST',
      // Every header is allowed: browsers add no credentials by themselves, and a token is known to the page that sends it.
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? 'content-type',
      'access-control-max-age': String(MAX_AGE_SECONDS),
    }),
  });
  response.end();
}
