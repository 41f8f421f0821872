import type { IncomingMessage } from 'node:http';

const ABSOLUTE = /^https?:\/\/([^/?#]*)/i;

/**
 * Rewrites an absolute target, `http://host/path`, as its path. Its host takes the place of the `host` header, which is to
 * be ignored then (RFC 9112, 3.2.2).
 */
export function toOriginForm(request: IncomingMessage): void {
  const { url = '' } = request;
  const [before, host] = ABSOLUTE.exec(url) ?? [];
  if (before === undefined || host === undefined) return;
  const path = url.slice(before.length);
  request.url = path.startsWith('/') ? path : `/${path}`;
  request.headers.host = host;
}
