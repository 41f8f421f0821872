import { GraphQLError } from 'graphql';

import { completeObject } from './complete-object.ts';
import { Failure } from './failure.ts';
import { Run } from './run.ts';
import type { Answer, RunOptions } from './run.ts';

/** An operation that is being executed. */
export interface Execution {
  /**
   * The answer: what graphql's own `execute` would make of it, with errors in the order of the answer. It is there at
   * once where no resolver has to wait. It rejects with the reason of the signal when that aborts before, and with a
   * ClientError `COST_LIMIT_EXCEEDED` where it grows beyond its bounds.
   */
  answer: Answer | Promise<Answer>;
  /** Resolves when the work for it has ended, which may be later; undefined where it has ended. */
  ended: Promise<unknown> | undefined;
}

/** @throws what `answer` rejects with, where no resolver has to wait. */
export function execute(options: RunOptions): Execution {
  const run = new Run(options);
  const completed = completeRoot(run);
  if (!(completed instanceof Promise)) return { answer: run.answer(completed), ended: undefined };
  return { answer: run.untilStopped(completed.then((data: unknown) => run.answer(data))), ended: completed };
}

function completeRoot(run: Run): unknown {
  const { root, rootType } = run.operation;
  try {
    return completeObject(root.of(rootType), { value: undefined, path: undefined, run });
  } catch (error) {
    // A switch of the root is null.
    if (error instanceof GraphQLError) return new Failure(error, undefined);
    throw error;
  }
}
