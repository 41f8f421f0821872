import type { IncomingMessage } from 'node:http';

const ABSOLUTE = /^https?:\/\/([^/?#]*)/i;

/**
 * Rewrites an absolute target, `http://host/path`, to its path. Its host replaces the `host` header, as RFC 9112, 3.2.2
 * requires.
 */
export function toOriginForm(request: IncomingMessage): void {
  const { url = '' } = request;
  const [before, host] = ABSOLUTE.exec(url) ?? [];
  if (before === undefined || host === undefined) return;
  const path = url.slice(before.length);
  request.url = path.startsWith('/') ? path : `/${path}`;
  request.headers.host = host;
}
