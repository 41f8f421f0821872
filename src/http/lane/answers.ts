import { LRUCache } from 'lru-cache';

import { ATTRIBUTION } from '../../dataset/sources/imdb.ts';
import type { Wait } from '../../process/wait.ts';
import { fits, tooLarge } from '../engine/execution/json-text.ts';
import type { BuildRef, LeaseSource } from '../engine/lease-source.ts';
import type { QueryEngine } from '../engine/query-engine.ts';
import { failed } from '../engine/request-executor.ts';
import type { Executed } from '../engine/request-executor.ts';
import { KeptBody } from '../request/answers/kept-body.ts';
import type { Params } from '../request/graphql/params.ts';

export interface KeptAnswer {
  /** JSON, without errors. */
  body: KeptBody;
  build: BuildRef;
  /** Points of the query; undefined where they are not counted. */
  cost: number | undefined;
}

/** How a question ended: with an answer, or with what only Yoga writes. */
export type Ending = { answer: KeptAnswer; executed?: never } | { answer?: never; executed: Executed };

/** Answers to questions whose documents are known. */
export interface Answers {
  /** undefined where the document is not known. The answer is kept under `key`, which says all that was asked. */
  to(params: Params, asked: { key: string; wait: Wait }): Promise<Ending> | undefined;
  /** The answer of the current build that is kept under the very same key, where there is one. */
  kept(key: string): KeptAnswer | undefined;
}

export interface AnswersOptions {
  engine: QueryEngine;
  store: Pick<LeaseSource, 'current'>;
  /** Answers kept, by build: a promotion is all that makes one wrong. */
  cache: { max: number; ttlMs: number };
}

/** Of all that is kept: some 64 MB. */
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
    // The cache weighs what it is given anew, and only that.
    const body = new KeptBody(text, () => {
      if (answers.peek(key)?.body === body) answers.set(key, { ...answer }, { noUpdateTTL: true });
    });
    const answer = { body, build, cost };
    answers.set(key, answer);
    return answer;
  }

  async function endOf(key: string, executing: Promise<Executed>): Promise<Ending> {
    const executed = await executing;
    const { data, errors, build, isByChance, cost } = executed;
    if (errors !== undefined || data === undefined || build === null || isByChance) return { executed };
    const dataset = { buildId: build.id, version: build.version, attribution: ATTRIBUTION };
    const text = `{"data":${data},"extensions":${JSON.stringify({ dataset })}}`;
    if (!(await fits(text, bounds.bytes))) return { executed: failed(tooLarge(bounds.bytes, 'bytes'), executed) };
    return { answer: keep(keyOf(build, key), { build, cost, text }) };
  }

  return {
    kept(key) {
      const build = store.current();
      return build === null ? undefined : answers.get(keyOf(build, key));
    },
    to({ query, operationName, variables }, { key, wait }) {
      const planned = documents.find(query, operationName);
      if (planned === undefined || store.current() === null) return undefined;
      return endOf(key, execute({ planned, variables, wait }));
    },
  };
}
