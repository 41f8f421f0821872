import type { GraphQLSchema } from 'graphql';
import { createYoga } from 'graphql-yoga';
import type { YogaLogger } from 'graphql-yoga';
import { LRUCache } from 'lru-cache';

import type { Logger } from '../../process/logger.ts';
import type { Promotions } from '../engine/promotions.ts';
import type { QueryEngine } from '../engine/query-engine.ts';
import { createClientSlots } from '../request/limits/client-slots.ts';
import type { ClientSlots } from '../request/limits/client-slots.ts';
import type { GraphqlHandler } from '../request/graphql/graphql-handler.ts';
import { useClientErrors } from './use-client-errors.ts';
import { useDocuments } from './use-documents.ts';
import { useExecution } from './use-execution.ts';
import { useExtensions } from './use-extensions.ts';
import { useJsonText } from './use-json-text.ts';
import { useSubscriptions } from './use-subscriptions.ts';
import { useParams } from './use-params.ts';
import type { YogaContext } from './yoga-context.ts';

export interface YogaOptions {
  schema: GraphQLSchema;
  /** The schema with the fields that `schema` leaves out; none by default. */
  whole?: GraphQLSchema;
  /** Whether clients may read the schema; true by default. */
  introspection?: boolean;
  engine: QueryEngine;
  /** What subscriptions follow. */
  promotions: Promotions;
  /** Bounds the subscriptions of one client; unlimited by default. */
  slots?: ClientSlots | undefined;
  log: Logger;
  /** Largest number of tokens of a document; 10,000 by default. */
  maxTokens?: number;
  /** Largest number of nested braces of an operation; 100 by default. */
  maxDepth?: number;
  /** Whether plans are remembered for the fast lane; true by default. */
  learn?: boolean;
}

/** A URL of the endpoint, which Yoga requires. */
const GRAPHQL_URL = 'http://localhost/graphql';

/**
 * Answers any GraphQL request by Yoga: it parses and validates, the engine executes, and Yoga writes the answer with
 * its errors.
 */
export function createYogaHandler(options: YogaOptions): GraphqlHandler {
  const { schema, engine, promotions, log, learn = true, maxTokens = 10_000, maxDepth = 100 } = options;
  const { whole, introspection = true, slots = createClientSlots({ most: Infinity }) } = options;
  const yoga = createYoga<YogaContext, YogaContext>({
    schema,
    // In the order of the stages of a request.
    plugins: [
      useParams(),
      useDocuments({ maxTokens, maxDepth, introspection, whole }),
      useExecution(engine, { learn }),
      useSubscriptions(engine, { promotions, slots }),
      useExtensions(engine),
      useClientErrors(log),
      useJsonText(engine),
    ],
    parserAndValidationCache: { documentCache: documentCache(), errorCache: documentCache() },
    logging: yogaLogger(log),
    // Done by the plugins above, or before Yoga.
    maskedErrors: false,
    maxRequestBodySize: false,
    cors: false,
    graphiql: false,
    landingPage: false,
    multipart: false,
    batching: false,
    // Never matches: Yoga compares the end of the URL, and no URL ends with a space.
    healthCheckEndpoint: ' ',
  });

  return async (exchange, asked) => {
    const { method, request } = exchange;
    const outcome: YogaContext['outcome'] = { errors: 0 };
    const headers = { accept: request.headers.accept ?? '*/*' };
    const made = await yoga.fetch(GRAPHQL_URL, { method, headers }, { exchange, asked, outcome });
    const { build = null, isPrivate = false, cost } = outcome.executed ?? {};
    const answered: Record<string, string> = {};
    made.headers.forEach((value, name) => (answered[name.toLowerCase()] = value));
    for (const name of DROPPED_HEADERS) delete answered[name];
    const isBuffered = made.body === null || answered['content-type']?.includes('json') === true;
    if (outcome.isSubscription === true || !isBuffered) Object.assign(answered, EVENT_HEADERS);
    return {
      status: made.status,
      headers: answered,
      body: isBuffered ? await made.text() : (made.body as AsyncIterable<Uint8Array>),
      errors: outcome.errors,
      build,
      isPrivate,
      cost,
    };
  };
}

/**
 * Headers of a stream of events instead of Yoga's. `no-transform` keeps proxies from compressing it, which would hold
 * events back, and nginx buffers nothing that has the header of its own.
 */
const EVENT_HEADERS = { 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' };
/** Yoga's headers that HTTP or the server has a better answer for: "none" is no encoding. */
const DROPPED_HEADERS = ['content-encoding', 'connection'];

const CACHED_DOCUMENTS = 500;
const CACHED_DOCUMENT_CHARACTERS = 8192;

/** Caches documents of usual length, because a parsed document takes about a hundred times the memory of its text. */
function documentCache<T extends object>(): { get(text: string): T | undefined; set(text: string, value: T): unknown } {
  const cache = new LRUCache<string, T>({ max: CACHED_DOCUMENTS });
  return {
    get: (text) => cache.get(text),
    set(text, value) {
      if (text.length <= CACHED_DOCUMENT_CHARACTERS) cache.set(text, value);
    },
  };
}

/** Yoga's log, of which only warnings and errors are kept. */
function yogaLogger(log: Logger): YogaLogger {
  return {
    debug() {},
    info() {},
    warn: (...args) => log.warn({ event: 'yoga warning', details: args }),
    error: (...args) => log.error({ event: 'yoga error', err: args[0] }),
  };
}
