import { isIPv4, isIPv6 } from 'node:net';

/** Groups of an IPv6 address that name the network of a client, which has all addresses below it. */
const NETWORK_GROUPS = 4;

/**
 * An address in the one form in which it is compared: IPv6 without zone, in the shortest form, and IPv4 that is mapped
 * into it (`::ffff:192.0.2.7`) as IPv4. Undefined if the text is no address.
 */
export function plainAddress(text: string): string | undefined {
  if (isIPv4(text)) return text;
  const address = text.split('%', 1)[0] ?? '';
  if (!isIPv6(address)) return undefined;
  const groups = groupsOf(address);
  const [high = 0, low = 0] = groups.slice(6);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xff_ff;
  return isMapped ? [high >> 8, high & 255, low >> 8, low & 255].join('.') : shortest(address);
}

/** What counts as one client: an IPv4 address, or the /64 of an IPv6 address. */
export function clientNetwork(address: string): string {
  if (!isIPv6(address)) return address;
  const network = groupsOf(address).slice(0, NETWORK_GROUPS);
  return `${shortest(`${network.map((group) => group.toString(16)).join(':')}::`)}/64`;
}

function shortest(address: string): string {
  // The URL parser of the WHATWG writes IPv6 in the form of RFC 5952.
  return new URL(`http://[${address}]`).hostname.slice(1, -1);
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [before = '', after] = shortest(address).split('::');
  const [head, tail] = [before, after ?? ''].map((part) => (part === '' ? [] : part.split(':')));
  const written = [...(head ?? []), ...(tail ?? [])].length;
  const groups = [...(head ?? []), ...Array<string>(8 - written).fill('0'), ...(tail ?? [])];
  return groups.map((group) => Number.parseInt(group, 16));
}
