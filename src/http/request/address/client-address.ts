import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

import { hopsOfForwarded, hopsOfList } from './forwarded-for.ts';
import type { Hops } from './forwarded-for.ts';
import { createNetworks } from './networks.ts';
import type { Networks } from './networks.ts';
import { plainAddress } from './plain-address.ts';

/** The address of the client that a request comes from; empty if its socket has none, as after it was closed. */
export type AddressOf = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string;

/** The address at the other end of the socket. */
export const addressOfPeer: AddressOf = ({ socket }) => plainAddress(socket.remoteAddress ?? '') ?? '';

/**
 * Finds the client behind proxies. Only what a trusted proxy has written is believed: beginning with the peer, the
 * addresses in `X-Forwarded-For` or `Forwarded` are read from the right as long as they are trusted, and the first that
 * is not is the client. An unreadable entry ends the search at the proxy that wrote it.
 */
export function createAddressOf(trustedProxies: readonly string[]): AddressOf {
  if (trustedProxies.length === 0) return addressOfPeer;
  const trusted = createNetworks(trustedProxies);
  return (request) => {
    const peer = addressOfPeer(request);
    return trusted.has(peer) ? (behind(peer, { headers: request.headers, trusted }) ?? peer) : peer;
  };
}

/**
 * Which of the two headers the proxies write is not known, and the other one may be the client's own: where they
 * disagree, neither is believed.
 */
function behind(
  peer: string,
  { headers, trusted }: { headers: IncomingHttpHeaders; trusted: Networks },
): string | undefined {
  const found = [hopsOfList(headers), hopsOfForwarded(headers)]
    .filter((hops) => hops !== undefined)
    .map((hops) => untrusted(peer, { hops, trusted }));
  return new Set(found).size === 1 ? found[0] : undefined;
}

function untrusted(peer: string, { hops, trusted }: { hops: Hops; trusted: Networks }): string {
  let nearest = peer;
  for (const hop of hops.toReversed()) {
    if (hop === undefined) return nearest;
    nearest = hop;
    if (!trusted.has(hop)) return nearest;
  }
  return nearest;
}
