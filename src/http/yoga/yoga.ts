import type { GraphQLSchema } from 'graphql';
import type { YogaLogger, YogaServerInstance } from 'graphql-yoga';

import { createLRUCache, createYoga } from 'graphql-yoga';

import type { Logger } from '../../process/logger.ts';
import type { CacheHeadersOf } from '../request/graphql/cache-headers.ts';
import type { GatewayContext } from './gateway-context.ts';
import type { QueryEngine } from '../engine/query-engine.ts';
import { GRAPHQL_PATH } from '../request/request-path.ts';
import { useCacheHeaders } from './use-cache-headers.ts';
import { useClientErrors } from './use-client-errors.ts';
import { useCors } from '../request/cors.ts';
import { useDocuments } from './use-documents.ts';
import { useExecution } from './use-execution.ts';
import { useExtensions } from './use-extensions.ts';
import type { Example } from '../pages/graphiql-page.ts';
import { useGraphiql } from '../pages/graphiql-routes.ts';
import type { HealthState } from '../pages/health.ts';
import { useHealth } from '../pages/health.ts';
import { useJsonText } from './use-json-text.ts';
import { useParams } from '../request/graphql/params.ts';
import { useRequestId } from './use-request-id.ts';
import { useRequestLog } from './use-request-log.ts';
import { useRoutes } from './use-routes.ts';

export interface GatewayOptions {
  schema: GraphQLSchema;
  engine: QueryEngine;
  log: Logger;
  health: () => HealthState;
  serviceVersion: string;
  /** Origins whose pages may read the answers: `https://films.example`, `http://localhost:*`. None by default. */
  cors?: readonly string[];
  /** Whether a browser gets GraphiQL at the endpoint; true by default. */
  graphiql?: boolean;
  /** What GraphiQL opens with, one tab for each. */
  examples?: readonly Example[];
  /** Whether the log has the address of each client; false by default. */
  logAddresses?: boolean;
  /** The largest body of a request; 102,400 by default. */
  maxBodyBytes?: number;
  /** The longest document; 10,000 by default. */
  maxTokens?: number;
  /** The most levels of braces in an operation; 100 by default. */
  maxDepth?: number;
  /** What lets caches keep the answers to GET requests; without it they keep none. */
  caching?: CacheHeadersOf;
  /** Whether the documents learn the texts that run; true by default. */
  learn?: boolean;
  /** The time in milliseconds since 1970, for the age of the data; the clock by default. */
  now?: () => number;
}

export type Gateway = YogaServerInstance<GatewayContext, GatewayContext>;

/**
 * GraphQL over HTTP with its surroundings, without a port: `gateway.fetch(url)` answers in the same process, and
 * `startServer` listens.
 * @throws UsageError for an entry of `cors` that is no origin.
 */
export function createGateway(options: GatewayOptions): Gateway {
  const { schema, engine, log, health, serviceVersion, caching, now } = options;
  const { cors = [], graphiql = true, examples = [], logAddresses = false, learn = true } = options;
  const { maxBodyBytes = 102_400, maxTokens = 10_000, maxDepth = 100 } = options;
  return createYoga<GatewayContext, GatewayContext>({
    schema,
    graphqlEndpoint: GRAPHQL_PATH,
    // The order is that of a request on its way in; what ends it comes before what follows.
    plugins: [
      useRequestId(),
      useRequestLog(log, { addresses: logAddresses }),
      useCors(cors),
      caching !== undefined && useCacheHeaders(caching),
      useHealth({ health, serviceVersion, log, now }),
      graphiql && useGraphiql({ examples, log }),
      useRoutes(),
      useParams({ maxBodyBytes }),
      useDocuments({ maxTokens, maxDepth }),
      useExecution(engine, { learn }),
      useExtensions(engine),
      useClientErrors(log),
      useJsonText(),
    ],
    parserAndValidationCache: { documentCache: documentCache(), errorCache: documentCache() },
    logging: yogaLogger(log),
    // What the plugins above do instead.
    maskedErrors: false,
    maxRequestBodySize: false,
    cors: false,
    graphiql: false,
    landingPage: false,
    multipart: false,
    batching: false,
    // Yoga looks for the end of the URL, also in a query string. No URL ends with a space.
    healthCheckEndpoint: ' ',
  });
}

const CACHED_DOCUMENTS = 500;
const CACHED_DOCUMENT_CHARACTERS = 8192;

/** A parsed document takes about a hundred times the memory of its text, so that only usual ones are kept. */
function documentCache<T extends object>(): { get(text: string): T | undefined; set(text: string, value: T): unknown } {
  const cache = createLRUCache<T>({ max: CACHED_DOCUMENTS });
  return {
    get: (text) => cache.get(text),
    set(text, value) {
      if (text.length <= CACHED_DOCUMENT_CHARACTERS) cache.set(text, value);
    },
  };
}

/** Yoga's own lines, of which only the bad ones are of interest. */
function yogaLogger(log: Logger): YogaLogger {
  return {
    debug() {},
    info() {},
    warn: (...args) => log.warn({ event: 'yoga warning', details: args }),
    error: (...args) => log.error({ event: 'yoga error', err: args[0] }),
  };
}
