import { GraphQLError, OperationTypeNode } from 'graphql';

import { completeObject } from './complete-object.ts';
import { Failure } from './failure.ts';
import { Run } from './run.ts';
import type { RunResult, RunOptions } from './run.ts';

/** An operation that is being executed. */
export interface Execution {
  /**
   * The answer, as graphql's own `execute` computes it, with the errors in the order of the answer. It is a promise
   * only if a resolver is asynchronous. It rejects with the reason of the wait if that ends first, and with a
   * ClientError `COST_LIMIT_EXCEEDED` if the answer exceeds its bounds.
   */
  answer: RunResult | Promise<RunResult>;
  /**
   * Resolves when all resolvers have settled, which may be after the answer; undefined if they have settled already.
   */
  ended: Promise<unknown> | undefined;
}

/** @throws what `answer` would reject with, if no resolver is asynchronous. */
export function execute(options: RunOptions): Execution {
  const run = new Run(options);
  const completed = completeRoot(run);
  if (!(completed instanceof Promise)) return { answer: run.answer(completed), ended: undefined };
  return { answer: run.untilStopped(completed.then((data: unknown) => run.answer(data))), ended: completed };
}

function completeRoot(run: Run): unknown {
  const { root, rootType, definition } = run.operation;
  const isSerial = definition.operation === OperationTypeNode.MUTATION;
  try {
    return completeObject(root.of(rootType), { value: undefined, path: undefined, run, isSerial });
  } catch (error) {
    // A variable of `@skip` or `@include` in the root selection is null.
    if (error instanceof GraphQLError) return new Failure(error, undefined);
    throw error;
  }
}
