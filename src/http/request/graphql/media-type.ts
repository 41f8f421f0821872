import { LRUCache } from 'lru-cache';

import { RequestError } from './request-error.ts';

/** What an answer that is whole is sent as. */
export type JsonType = (typeof JSON_TYPES)[number];
/** What the results of an operation that lasts are sent as, one by one. */
export type StreamType = (typeof STREAM_TYPES)[number];

const JSON_TYPES = ['application/graphql-response+json', 'application/json'] as const;
const STREAM_TYPES = ['multipart/mixed', 'text/event-stream'] as const;
/** Clients send a few dozen different ones. */
const KEPT_HEADERS = 100;

const byHeader = new LRUCache<string, { type: JsonType | StreamType | undefined }>({ max: KEPT_HEADERS });

/**
 * The media type that a client gets, by its header `accept`: the first in it that is one of JSON, or else of a stream;
 * undefined where none is. As Yoga does, which answers streams: types are taken in the order in which they stand, without
 * their weights.
 */
export function mediaTypeFor(accept: string | undefined): JsonType | StreamType | undefined {
  const header = accept || '*/*';
  let known = byHeader.get(header);
  if (known === undefined) {
    known = { type: read(header) };
    byHeader.set(header, known);
  }
  return known.type;
}

/** The error of a client that takes none of them. */
export function notAcceptable(): RequestError {
  const message =
    'No form of the answer fits the header "accept": use application/graphql-response+json or application/json in UTF-8.';
  return new RequestError('BAD_USER_INPUT', message, { status: 406, headers: { 'cache-control': 'no-store' } });
}

export function isJson(type: JsonType | StreamType): type is JsonType {
  return type.endsWith('json');
}

function read(header: string): JsonType | StreamType | undefined {
  const asked = header
    .replace(/\s/g, '')
    .toLowerCase()
    .split(',')
    .map((each) => each.split(';'))
    .filter(([, ...parameters]) => parameters.every((one) => !one.includes('charset=') || one === 'charset=utf-8'))
    .map(([type = '']) => type);
  return firstOf(JSON_TYPES, asked) ?? firstOf(STREAM_TYPES, asked);
}

/** Of a pattern such as `*` the last fits: older clients know plain JSON alone. */
function firstOf<T extends string>(types: readonly T[], asked: readonly string[]): T | undefined {
  return asked.map((pattern) => types.findLast((type) => fits(type, pattern))).find((type) => type !== undefined);
}

function fits(type: string, pattern: string): boolean {
  const [main, sub] = type.split('/');
  const [askedMain, askedSub] = pattern.split('/');
  return (askedMain === '*' || askedMain === main) && (askedSub === '*' || askedSub === sub);
}
