import type { IncomingMessage } from 'node:http';

/** This machine, by the names that no page of another can have. */
const OWN_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const HOST = /^([\w.-]*|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Whether a request names a host that may be asked. A page whose name its owner lets point to a server at home is told
 * from that server's own by the header `host`: where names are listed, only these are answered.
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

/** Of several, Node gives the first and a proxy may have read the last. */
function countOf(rawHeaders: readonly string[]): number {
  let count = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at] ?? '';
    if (name.length === 4 && name.toLowerCase() === 'host') count += 1;
  }
  return count;
}
