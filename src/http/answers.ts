import { LRUCache } from 'lru-cache';

import { ATTRIBUTION } from '../dataset/sources.ts';
import type { Limits } from '../graphql/context.ts';
import type { CompiledDocuments } from './compiled-documents.ts';
import type { BuildRef, LeaseSource } from './lease-source.ts';
import { KeptBody } from './request/kept-body.ts';

/** What a client asks for, checked for its form alone. */
export interface Question {
  query: string;
  operationName?: string | undefined;
  variables?: Record<string, unknown> | undefined;
}

export interface Answer {
  /** JSON, without errors. */
  body: KeptBody;
  build: BuildRef;
}

/** Answers to questions that were asked before, in the shortest way. */
export interface Answers {
  /** undefined where there is no short way, or it leads to an error: then the gateway shall answer. The signal aborts when nobody waits any more. */
  to(question: Question, asked: string, signal?: AbortSignal): Promise<Answer | undefined>;
  /** The answer of the current build that is kept for the very same text, where there is one. */
  kept(asked: string): Answer | undefined;
}

export interface AnswersOptions {
  compiled: CompiledDocuments;
  store: LeaseSource;
  limits: Limits;
  /** Answers kept, by build: a promotion is all that makes one wrong. */
  cache: { max: number; ttlMs: number };
}

/** Then the gateway answers. */
function refuseChance(): never {
  throw new Error('what is picked by chance is for one answer only');
}

/** Of all that is kept: some 64 MB. */
const MAX_KEPT_CHARACTERS = 32 << 20;

function keyOf({ id, version }: BuildRef, asked: string): string {
  return `${id}/${version}\n${asked}`;
}

export function createAnswers({ compiled, store, limits, cache }: AnswersOptions): Answers {
  const answers = new LRUCache<string, Answer>({
    max: cache.max,
    ttl: cache.ttlMs,
    ttlResolution: 1000,
    maxSize: MAX_KEPT_CHARACTERS,
    sizeCalculation: ({ body }, key) => body.size + key.length,
  });
  function keep(key: string, { build, text }: { build: BuildRef; text: string }): Answer {
    // The cache weighs what it is given anew, and only that.
    const body = new KeptBody(text, () => {
      if (answers.peek(key)?.body === body) answers.set(key, { body, build }, { noUpdateTTL: true });
    });
    const answer = { body, build };
    answers.set(key, answer);
    return answer;
  }
  return {
    kept(asked) {
      const build = store.current();
      return build === null ? undefined : answers.get(keyOf(build, asked));
    },
    async to({ query, operationName, variables = {} }, asked, signal) {
      const document = compiled.find(query, operationName);
      const lease = document === undefined ? null : store.acquire(signal);
      if (document === undefined || lease === null) return undefined;
      try {
        const { build, loaders } = lease;
        const result = await document.run({ loaders, limits, onChance: refuseChance }, variables);
        if (result === undefined || result.errors !== undefined) return undefined;
        const dataset = { buildId: build.id, version: build.version, attribution: ATTRIBUTION };
        const text = JSON.stringify({ data: result.data, extensions: { dataset } });
        return keep(keyOf(build, asked), { build, text });
      } catch {
        // A bug shows itself again in the gateway, which logs it.
        return undefined;
      } finally {
        lease.release();
      }
    },
  };
}
