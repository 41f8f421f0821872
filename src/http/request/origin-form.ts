import type { IncomingMessage } from 'node:http';

const ABSOLUTE = /^https?:\/\/([^/?#]*)/i;

/**
 * Makes of the target `http://host/path`, which clients send to a proxy, the path, and of its host the host that was
 * asked, whatever the header says (RFC 9112, 3.2.2).
 */
export function toOriginForm(request: IncomingMessage): void {
  const { url = '' } = request;
  const [before, host] = ABSOLUTE.exec(url) ?? [];
  if (before === undefined || host === undefined) return;
  const path = url.slice(before.length);
  request.url = path.startsWith('/') ? path : `/${path}`;
  request.headers.host = host;
}
