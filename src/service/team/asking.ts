import { ClientError } from '../../errors.ts';
import type { Answered, Ask, ToPrimary } from './team.ts';

/** Questions of a worker to the leading process, and its answers to those of others, by way of the primary process. */
export interface Asking {
  ask(question: unknown): Promise<unknown>;
  onAsk(listener: (question: unknown) => Promise<unknown>): void;
  /** Takes a message with the answer to a question of this process. */
  answered(message: Answered): void;
  /** Answers a question of another process. */
  answer(message: Ask): Promise<void>;
}

/** Time for an answer: the longest takes half of it. */
const ANSWER_MS = 15_000;
const RETRY_AFTER_SECONDS = 5;

export function createAsking(say: (message: ToPrimary) => void, { answerMs = ANSWER_MS } = {}): Asking {
  const waiting = new Map<number, (message: Answered | undefined) => void>();
  let asked = 0;
  let listener: ((question: unknown) => Promise<unknown>) | undefined;

  return {
    async ask(question) {
      const id = (asked += 1);
      const { promise, resolve } = Promise.withResolvers<Answered | undefined>();
      const timer = setTimeout(resolve, answerMs, undefined);
      waiting.set(id, resolve);
      say({ type: 'ask', id, question });
      try {
        const message = await promise;
        if (message === undefined) throw noAnswer(answerMs);
        if (message.answer === undefined) throw noLeader();
        return message.answer;
      } finally {
        clearTimeout(timer);
        waiting.delete(id);
      }
    },
    onAsk(answer) {
      listener = answer;
    },
    answered: (message) => waiting.get(message.id)?.(message),
    async answer({ id, question }) {
      // It has just begun to serve, and is as good as not there.
      const answer = await listener?.(question);
      say({ type: 'answered', id, answer });
    },
  };
}

function noAnswer(ms: number): ClientError {
  const message = `The process that runs the ingests has not answered within ${ms / 1000} s. It may do it all the same: look at ingestStatus and auditLog before you try again.`;
  return new ClientError('OVERLOADED', message, { retryAfterSeconds: RETRY_AFTER_SECONDS });
}

function noLeader(): ClientError {
  const message = `The process that runs the ingests has ended, and is started again: try again in ${RETRY_AFTER_SECONDS} s.`;
  return new ClientError('OVERLOADED', message, { retryAfterSeconds: RETRY_AFTER_SECONDS });
}
