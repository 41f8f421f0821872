import { parse } from 'graphql';
import { expect } from 'vitest';

import { readExamples } from '../../src/commands/examples.ts';
import { leaseSource } from '../../src/commands/serve.ts';
import type { Folders } from '../../src/dataset/layout.ts';
import { schema } from '../../src/graphql/schema.ts';
import { createAnswers } from '../../src/http/answers.ts';
import type { Question } from '../../src/http/answers.ts';
import { createCompiledDocuments } from '../../src/http/compiled-documents.ts';
import { createGateway } from '../../src/http/yoga.ts';
import type { Gateway } from '../../src/http/yoga.ts';
import type { LookupMode } from '../../src/store/open-indexes.ts';
import { openStore } from '../../src/store/store.ts';
import type { Store, StoreOptions } from '../../src/store/store.ts';
import { SILENT_LOG } from './ingest.ts';

const LIMITS = { defaultPage: 20, maxPage: 100, maxLongPage: 500, maxSearchPage: 100, maxIds: 100 };
const CACHE = { max: 1000, ttlMs: 60_000 };

/** What a client gets: the body of a GraphQL answer. */
export interface Answer {
  data?: unknown;
  errors?: { message: string; path?: unknown; extensions?: Record<string, unknown> }[];
  extensions?: Record<string, unknown>;
}

/** One query to DuckDB: the lookup it read, and how many keys. */
export interface SeenBatch {
  lookup: string;
  keys: number;
}

export interface TestGateway {
  query: (query: string, variables?: Record<string, unknown>) => Promise<Answer>;
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  store: Store;
  /** For a server on a port. */
  handler: Gateway;
  /** Batches since the last call. */
  takeBatches: () => SeenBatch[];
  close: () => Promise<void>;
}

/**
 * The real store, loaders, graph and gateway over a data folder, without a port. Unless `compare` is off, each query
 * runs once more as a compiled document, which must answer the same.
 */
export async function openGateway(
  folders: Folders,
  {
    lookup = 'index',
    compare = true,
    ...store
  }: { lookup?: LookupMode; compare?: boolean } & Partial<StoreOptions> = {},
): Promise<TestGateway> {
  let batches: SeenBatch[] = [];
  const opened = await openStore({
    folders,
    lookup,
    memoryLimit: '512MiB',
    threads: 1,
    pollMs: 3_600_000,
    scanTimeoutMs: 30_000,
    caches: { titles: CACHE, people: CACHE, search: CACHE },
    log: SILENT_LOG,
    onBatch: ({ lookup: name, keys }) => batches.push({ lookup: name, keys }),
    ...store,
  });
  const leases = leaseSource(opened);
  const compiled = createCompiledDocuments(schema);
  const answers = createAnswers({ compiled, store: leases, limits: LIMITS, cache: CACHE });
  const gateway = createGateway({
    schema,
    store: leases,
    limits: LIMITS,
    log: SILENT_LOG,
    serviceVersion: '0.0.0-test',
    examples: readExamples(),
    health: () => ({ build: opened.state().build, warnings: opened.state().problems }),
  });
  /** The compiled document must say the same, or leave the answer to the gateway. */
  async function expectSameCompiled(answer: Answer, question: Question): Promise<void> {
    // Without data it was refused before it ran.
    if (!compare || answer.data == null) return;
    const taken = batches;
    compiled.learn(question.query, undefined, parse(question.query, { maxTokens: 10_000 }));
    compiled.learn(question.query, undefined, parse(question.query, { maxTokens: 10_000 }));
    const short = await answers.to(question, '');
    batches = taken;
    // A promotion between the two makes them answers of two builds.
    if (short !== undefined && short.build.id !== buildOf(answer)) return;
    if (short !== undefined) expect(JSON.parse(short.body.text)).toEqual(answer);
    else if (answer.errors === undefined && !/__schema|__type/.test(question.query)) expect('compiled').toBe('not');
  }
  const fetch = async (path: string, init: RequestInit = {}): Promise<Response> =>
    gateway.fetch(`http://localhost${path}`, init);
  return {
    store: opened,
    handler: gateway,
    fetch,
    async query(query, variables) {
      const body = JSON.stringify({ query, variables });
      const headers = { 'content-type': 'application/json' };
      const response = await fetch('/graphql', { method: 'POST', headers, body });
      const answer = (await response.json()) as Answer;
      await expectSameCompiled(answer, { query, variables });
      return answer;
    },
    takeBatches() {
      const taken = batches;
      batches = [];
      return taken;
    },
    async close() {
      await gateway.dispose();
      await opened.close();
    },
  };
}

function buildOf({ extensions }: Answer): unknown {
  return (extensions?.['dataset'] as { buildId: string } | undefined)?.buildId;
}
