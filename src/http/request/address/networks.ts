import { BlockList, isIP } from 'node:net';

/** A set of networks. */
export interface Networks {
  /** Whether one of them has the address, as `plainAddress` writes it. */
  has(address: string): boolean;
}

/** Splits a network in CIDR notation, such as 10.0.0.0/8; a single address is one too. Undefined for any other text. */
function parseNetwork(text: string): { address: string; family: 'ipv4' | 'ipv6'; bits: number } | undefined {
  const [address = '', length, ...rest] = text.split('/');
  const version = isIP(address);
  const most = version === 4 ? 32 : 128;
  if (version === 0 || rest.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return undefined;
  const bits = length === undefined ? most : Number(length);
  return bits > most ? undefined : { address, family: version === 4 ? 'ipv4' : 'ipv6', bits };
}

export function isNetwork(text: string): boolean {
  return parseNetwork(text) !== undefined;
}

/** @throws Error if a text is no network; the settings have checked it. */
export function createNetworks(texts: readonly string[]): Networks {
  const list = new BlockList();
  for (const text of texts) {
    const network = parseNetwork(text);
    if (network === undefined) throw new Error(`"${text}" is not a network`);
    list.addSubnet(network.address, network.bits, network.family);
  }
  return {
    has(address) {
      const version = isIP(address);
      return version !== 0 && list.check(address, version === 4 ? 'ipv4' : 'ipv6');
    },
  };
}
