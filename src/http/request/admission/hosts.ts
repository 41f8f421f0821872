import type { IncomingMessage } from 'node:http';

/** Names of this machine. DNS cannot point them at another machine, so no other site can have them. */
const OWN_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const HOST = /^([\w.-]*|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * A test of the `host` header, against DNS rebinding: a page whose domain is made to resolve to this server's address
 * still sends its own domain as host. If host names are configured, only those and this machine's own are accepted.
 */
export function hostTest(allowed: readonly string[]): (request: IncomingMessage) => 'fine' | 'malformed' | 'other' {
  const names = new Set([...allowed.map((name) => name.toLowerCase()), ...OWN_NAMES]);
  return ({ rawHeaders, headers, httpVersion }) => {
    const name = HOST.exec(headers.host ?? '')?.[1];
    const count = countOf(rawHeaders);
    if (name === undefined || count > 1 || (count === 0 && httpVersion !== '1.0')) return 'malformed';
    return allowed.length === 0 || names.has(name.toLowerCase()) ? 'fine' : 'other';
  };
}

/** Number of `host` headers. If there are several, Node takes the first one and a proxy may have taken the last. */
function countOf(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  return count;
}
