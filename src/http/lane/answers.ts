import { LRUCache } from 'lru-cache';

import { datasetExtension } from '../engine/dataset-extension.ts';
import { fits, tooLarge } from '../engine/execution/json-text.ts';
import type { BuildRef, LeaseSource } from '../engine/lease-source.ts';
import type { QueryEngine } from '../engine/query-engine.ts';
import { failed } from '../engine/request-executor.ts';
import type { Executed, QueryRequest } from '../engine/request-executor.ts';
import { KeptBody } from '../request/answers/kept-body.ts';
import type { Params } from '../request/graphql/params.ts';

export interface KeptAnswer {
  /** JSON of an answer without errors. */
  body: KeptBody;
  build: BuildRef;
  /** Cost in points; undefined if it is not computed. */
  cost: number | undefined;
}

/** Outcome of a query: an answer, or a result whose errors only Yoga can write. */
export type Ending = { answer: KeptAnswer; executed?: never } | { answer?: never; executed: Executed };

/** Who asks, for an answer that is kept under `key`. */
export interface Asked extends Pick<QueryRequest, 'client' | 'allowance' | 'wait'> {
  key: string;
}

/** Answers to queries whose documents are known. */
export interface Answers {
  /**
   * Executes a query and caches its answer under `key`, which must identify all that the answer depends on. Returns
   * undefined if the document is not known.
   */
  to(params: Params, asked: Asked): Promise<Ending> | undefined;
  /** The cached answer for this key and the current build. */
  kept(key: string): KeptAnswer | undefined;
}

export interface AnswersOptions {
  engine: QueryEngine;
  store: Pick<LeaseSource, 'current'>;
  /** Cache of answers, keyed by build: only a promotion makes an answer obsolete. */
  cache: { max: number; ttlMs: number };
}

/** Size of the cache in characters: some 64 MB. */
const MAX_KEPT_CHARACTERS = 32 << 20;

function keyOf({ id, version }: BuildRef, key: string): string {
  return `${id}/${version}\n${key}`;
}

export function createAnswers({ engine: { documents, execute, bounds }, store, cache }: AnswersOptions): Answers {
  const answers = new LRUCache<string, KeptAnswer>({
    max: cache.max,
    ttl: cache.ttlMs,
    ttlResolution: 1000,
    maxSize: MAX_KEPT_CHARACTERS,
    sizeCalculation: ({ body }, key) => body.size + key.length,
  });

  function keep(
    key: string,
    { build, cost, text }: { build: BuildRef; cost: number | undefined; text: string },
  ): KeptAnswer {
    // The cache measures an entry only when it is set, so an entry that has grown is set again.
    const body = new KeptBody(text, () => {
      if (answers.peek(key)?.body === body) answers.set(key, { ...answer }, { noUpdateTTL: true });
    });
    const answer = { body, build, cost };
    answers.set(key, answer);
    return answer;
  }

  async function endOf(key: string, executing: Promise<Executed>): Promise<Ending> {
    const executed = await executing;
    const { data, errors, build, isPrivate, isOfTmdb, cost } = executed;
    if (errors !== undefined || data === undefined || build === null || isPrivate) return { executed };
    const dataset = datasetExtension(build, { isOfTmdb });
    const text = `{"data":${data},"extensions":${JSON.stringify({ dataset })}}`;
    if (!(await fits(text, bounds.bytes))) return { executed: failed(tooLarge(bounds.bytes, 'bytes'), executed) };
    return { answer: keep(keyOf(build, key), { build, cost, text }) };
  }

  return {
    kept(key) {
      const build = store.current();
      return build === null ? undefined : answers.get(keyOf(build, key));
    },
    to({ query, operationName, variables }, { key, ...request }) {
      const planned = documents.find(query, operationName);
      if (planned === undefined || store.current() === null) return undefined;
      return endOf(key, execute({ planned, variables, ...request }));
    },
  };
}
