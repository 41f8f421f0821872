import type { IncomingMessage } from 'node:http';

import { expect, test } from 'vitest';

import { createAddressOf } from '../../../../src/http/request/address/client-address.ts';
import { clientNetwork, plainAddress } from '../../../../src/http/request/address/plain-address.ts';
import { isNetwork } from '../../../../src/http/request/address/networks.ts';

const PROXY = '10.0.0.1';
const TRUSTED = [`${PROXY}/32`, '192.168.0.0/16', 'fd00::/8'];

function from(
  remoteAddress: string,
  headers: Record<string, string> = {},
): Pick<IncomingMessage, 'headers' | 'socket'> {
  return { headers, socket: { remoteAddress } as IncomingMessage['socket'] };
}

function clientOf(remoteAddress: string, headers: Record<string, string> = {}, trusted: readonly string[] = TRUSTED) {
  return createAddressOf(trusted)(from(remoteAddress, headers));
}

test('the client is the peer where no proxy is trusted, whatever the headers say', () => {
  const headers = { 'x-forwarded-for': '198.51.100.9', forwarded: 'for=198.51.100.9' };
  expect(clientOf('203.0.113.5', headers, [])).toBe('203.0.113.5');
  expect(clientOf('203.0.113.5', headers)).toBe('203.0.113.5');
  expect(clientOf('::ffff:203.0.113.5')).toBe('203.0.113.5');
  expect(clientOf('fe80::1%eth0')).toBe('fe80::1');
  expect(createAddressOf([])({ headers: {}, socket: {} as IncomingMessage['socket'] })).toBe('');
});

test.each([
  ['what the proxy has seen', '203.0.113.5', '203.0.113.5'],
  ['the last entry, not what the client wrote before it', '1.1.1.1, 127.0.0.1, 203.0.113.5', '203.0.113.5'],
  ['the first that is not trusted, through two proxies', '1.1.1.1, 203.0.113.5, 192.168.3.4', '203.0.113.5'],
  ['not an address that the client says is trusted', '192.168.3.4, 203.0.113.5', '203.0.113.5'],
  ['the farthest where all are trusted', '192.168.9.9, 192.168.3.4', '192.168.9.9'],
  ['the proxy that wrote what cannot be read', '203.0.113.5, unknown', PROXY],
  ['the proxy that wrote nothing', '203.0.113.5, ', PROXY],
  ['the nearer proxy of two', '203.0.113.5, <script>, 192.168.3.4', '192.168.3.4'],
  ['an address without its port', '203.0.113.5:4711', '203.0.113.5'],
  ['IPv6 in any form', '2001:DB8:0:0:0:0:0:7', '2001:db8::7'],
  ['IPv6 without its port', '[2001:db8::7]:4711', '2001:db8::7'],
  ['mapped IPv4', '::ffff:cb00:7105', '203.0.113.5'],
  ['not half an address', '203.0.113', PROXY],
  ['not a list with a forgotten comma', '1.1.1.1 203.0.113.5', PROXY],
])('X-Forwarded-For is read from the right: %s', (_, list, expected) => {
  expect(clientOf(PROXY, { 'x-forwarded-for': list })).toBe(expected);
});

test.each([
  ['for alone', 'for=203.0.113.5', '203.0.113.5'],
  ['among other pairs, in any case', 'proto=https;For=203.0.113.5;by=10.0.0.1;host="a,b;for=1.1.1.1"', '203.0.113.5'],
  ['IPv6 with a port in quotes', 'for="[2001:db8::7]:4711"', '2001:db8::7'],
  ['from the right', 'for=1.1.1.1, for=203.0.113.5;proto=http , for="192.168.3.4"', '203.0.113.5'],
  ['a hidden client', 'for=203.0.113.5, for=_hidden', PROXY],
  ['an element without for', 'for=203.0.113.5, proto=http', PROXY],
  ['an open quote before what the proxy wrote', 'for="1.1.1.1, for=203.0.113.5', PROXY],
  ['a quoted text with an element in it', 'for="1.1.1.1, for=2.2.2.2", for=203.0.113.5', '203.0.113.5'],
  ['an escaped quote', 'host="a\\", for=1.1.1.1", for=203.0.113.5', '203.0.113.5'],
  ['an empty header', '', PROXY],
  ['no pairs at all', '203.0.113.5', PROXY],
])('Forwarded is read from the right: %s', (_, forwarded, expected) => {
  expect(clientOf(PROXY, { forwarded })).toBe(expected);
});

test('the client is the proxy where the two headers disagree, because one of them is not of the proxy', () => {
  const forwarded = 'for=1.1.1.1';
  expect(clientOf(PROXY, { forwarded, 'x-forwarded-for': '203.0.113.5' })).toBe(PROXY);
  expect(clientOf(PROXY, { forwarded, 'x-forwarded-for': '1.1.1.1' })).toBe('1.1.1.1');
});

test('the search takes no longer than the header is long', () => {
  const began = performance.now();
  for (const text of ['for="' + '\\"'.repeat(8000), 'for=a;'.repeat(2700), 'a='.repeat(8000), ','.repeat(16_000)]) {
    expect(clientOf(PROXY, { forwarded: text, 'x-forwarded-for': text })).toBe(PROXY);
  }
  expect(performance.now() - began).toBeLessThan(2000);
});

test('clientNetwork counts IPv6 by /64 and IPv4 by address', () => {
  expect(clientNetwork('203.0.113.5')).toBe('203.0.113.5');
  expect(clientNetwork('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(clientNetwork('2001:db8:1:2::6')).toBe('2001:db8:1:2::/64');
  expect(clientNetwork('2001:db8:1:3::6')).toBe('2001:db8:1:3::/64');
  expect(clientNetwork('::1')).toBe('::/64');
  expect(clientNetwork('1:0:0:0:0:0:0:1')).toBe('1::/64');
  expect(clientNetwork('')).toBe('');
});

test('plainAddress refuses what is no address', () => {
  for (const text of ['', 'localhost', '1.2.3', '1.2.3.4.5', '::1::', '01.2.3.4', '1.2.3.4%eth0', '[::1]']) {
    expect(plainAddress(text)).toBeUndefined();
  }
});

test('isNetwork accepts addresses and CIDR notation alone', () => {
  for (const text of ['10.0.0.0/8', '10.1.2.3', '::1', 'fd00::/8', '0.0.0.0/0']) expect(isNetwork(text)).toBe(true);
  for (const text of ['', '10.0.0.0/33', '::/129', '10.0.0.0/', '10.0.0.0/8/8', 'proxy', '10.0.0.0/-1', '10.0.0.0/a']) {
    expect(isNetwork(text)).toBe(false);
  }
});
