import { LRUCache } from 'lru-cache';

import { RequestError } from './request-error.ts';

/** Media types of complete answers. */
export type JsonType = (typeof JSON_TYPES)[number];
/** Media types of streams of results. */
export type StreamType = (typeof STREAM_TYPES)[number];

const JSON_TYPES = ['application/graphql-response+json', 'application/json'] as const;
const STREAM_TYPES = ['multipart/mixed', 'text/event-stream'] as const;
const EVENT_STREAM = 'text/event-stream';
/** Number of parsed headers in memory. Clients send a few dozen different ones. */
const KEPT_HEADERS = 100;

const byHeader = new LRUCache<string, { type: JsonType | StreamType | undefined }>({ max: KEPT_HEADERS });

/**
 * Media type of the answer, by the `accept` header: the first type in it that is JSON, otherwise the first that is a
 * stream; undefined if it names neither. Weights are ignored, because Yoga, which answers streams, ignores them.
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

/** The error for a client that accepts no media type of ours. */
export function notAcceptable(): RequestError {
  const message =
    'No form of the answer fits the header "accept": use application/graphql-response+json or application/json in UTF-8.';
  return new RequestError('BAD_USER_INPUT', message, { status: 406, headers: { 'cache-control': 'no-store' } });
}

/**
 * Whether a client can be answered with a stream of events. One that names no media type, as `*\/*` does, takes JSON, says
 * GraphQL over HTTP; it would wait for the end of a stream.
 */
export function acceptsEvents(accept: string | undefined): boolean {
  return partsOf(accept ?? '').some((pattern) => fits(EVENT_STREAM, pattern));
}

/** The error for a client that subscribes and accepts no stream of events. */
export function needsEvents(): RequestError {
  const message =
    'A subscription is answered as a stream of events: send the header "accept" with text/event-stream. No other media type is supported for it.';
  return new RequestError('BAD_USER_INPUT', message, { status: 406, headers: { 'cache-control': 'no-store' } });
}

export function isJson(type: JsonType | StreamType): type is JsonType {
  return type.endsWith('json');
}

function read(header: string): JsonType | StreamType | undefined {
  const asked = partsOf(header);
  return firstOf(JSON_TYPES, asked) ?? firstOf(STREAM_TYPES, asked);
}

/** The media types of the header that may be in UTF-8. */
function partsOf(header: string): string[] {
  return header
    .replace(/\s/g, '')
    .toLowerCase()
    .split(',')
    .map((each) => each.split(';'))
    .filter(([, ...parameters]) => parameters.every((one) => !one.includes('charset=') || one === 'charset=utf-8'))
    .map(([type = '']) => type);
}

/** A wildcard selects the last type that matches: older clients know only `application/json`. */
function firstOf<T extends string>(types: readonly T[], asked: readonly string[]): T | undefined {
  return asked.map((pattern) => types.findLast((type) => fits(type, pattern))).find((type) => type !== undefined);
}

function fits(type: string, pattern: string): boolean {
  const [main, sub] = type.split('/');
  const [askedMain, askedSub] = pattern.split('/');
  return (askedMain === '*' || askedMain === main) && (askedSub === '*' || askedSub === sub);
}
