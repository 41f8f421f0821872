import type { IncomingHttpHeaders } from 'node:http';

import { plainAddress } from './plain-address.ts';

/**
 * An element of `Forwarded` (RFC 7239): pairs of a token and a token or quoted text, which may contain commas and
 * semicolons.
 */
const ELEMENT =
  /^(?:[\w!#$%&'*+.^`|~-]+=(?:"(?:[^"\\]|\\.)*"|[\w!#$%&'*+.^`|~:[\]-]*)(?:[ \t]*;[ \t]*|(?=[ \t]*(?:,|$))))*/;
const PAIR = /([\w!#$%&'*+.^`|~-]+)=(?:"((?:[^"\\]|\\.)*)"|([\w!#$%&'*+.^`|~:[\]-]*))/g;
const SEPARATOR = /^[ \t]*,[ \t]*/;

/** One entry for each proxy, the nearest last: the address that it has seen, undefined if it is not readable. */
export type Hops = readonly (string | undefined)[];

/** The addresses in `X-Forwarded-For`; undefined if there is no such header. */
export function hopsOfList(headers: IncomingHttpHeaders): Hops | undefined {
  const given = headers['x-forwarded-for'];
  if (given === undefined) return undefined;
  const text = typeof given === 'string' ? given : given.join(',');
  return text.split(',').map((entry) => addressIn(entry.trim()));
}

/**
 * The `for` addresses in `Forwarded`; undefined if there is no such header. A header that cannot be read to its end has
 * one entry, which is not readable: a quote that a client opens would hide what the proxies have written after it.
 */
export function hopsOfForwarded({ forwarded }: IncomingHttpHeaders): Hops | undefined {
  if (forwarded === undefined) return undefined;
  const hops: (string | undefined)[] = [];
  let rest = forwarded.trim();
  for (;;) {
    const element = ELEMENT.exec(rest)?.[0] ?? '';
    hops.push(forIn(element));
    rest = rest.slice(element.length);
    const separator = SEPARATOR.exec(rest)?.[0];
    if (separator === undefined) return rest.trim() === '' ? hops : [undefined];
    rest = rest.slice(separator.length);
  }
}

function forIn(element: string): string | undefined {
  for (const [, name = '', quoted, token] of element.matchAll(PAIR)) {
    if (name.toLowerCase() === 'for') return addressIn(quoted?.replace(/\\(.)/g, '$1') ?? token ?? '');
  }
  return undefined;
}

/** An address with or without a port: `192.0.2.7`, `192.0.2.7:4711`, `2001:db8::7`, `[2001:db8::7]:4711`. */
function addressIn(text: string): string | undefined {
  const bracketed = /^\[([^\]]*)\](?::\w*)?$/.exec(text)?.[1];
  return plainAddress(bracketed ?? text.replace(/^([\d.]+):\w*$/, '$1'));
}
