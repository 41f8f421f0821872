import type { ExecutionResult } from 'graphql';

import { ClientError } from '../../../errors.ts';
import type { Context } from '../../../graphql/base/context.ts';
import { isTurnOver, nextTurn } from '../../../process/turns.ts';
import { errorsInOrder } from './errors-in-order.ts';
import type { Nulled } from './errors-in-order.ts';
import { Failure } from './failure.ts';
import type { FieldArguments } from './field-arguments.ts';
import type { Operation } from './model.ts';
import type { Path } from './path.ts';
import type { Wait } from '../../../process/wait.ts';

/** How large an answer may become. What it costs is estimated before it is made, and estimates err. */
export interface AnswerBounds {
  /** Objects in it. */
  objects: number;
  /** Characters of its keys and texts. */
  characters: number;
}

export interface RunOptions {
  operation: Operation;
  /** Coerced. */
  variables: Record<string, unknown>;
  args: FieldArguments;
  context: Context;
  bounds: AnswerBounds;
  /** Whoever waits for the answer. */
  wait: Wait;
}

/** What an operation has been answered with. */
export interface Answer {
  result: ExecutionResult;
  /** Objects in it. */
  objects: number;
}

/** Items of lists that are completed between two looks at the clock. */
const STEPS_BETWEEN_LOOKS = 16;
/** An answer of fewer objects is made in one turn, and need not wait behind others. */
const FEW_OBJECTS = 5000;
/** Characters that an error takes in the answer, more or less. */
const ERROR_CHARACTERS = 200;

/** One execution of an operation. */
export class Run {
  readonly operation: Operation;
  readonly variables: Record<string, unknown>;
  readonly args: FieldArguments;
  readonly context: Context;
  readonly #bounds: AnswerBounds;
  readonly #wait: Wait;
  readonly #nulled: Nulled[] = [];
  #objects = 0;
  #characters = 0;
  #steps = 0;
  #stopped: { reason: unknown } | undefined;
  #onStop: ((reason: unknown) => void) | undefined;

  constructor({ operation, variables, args, context, bounds, wait }: RunOptions) {
    this.operation = operation;
    this.variables = variables;
    this.args = args;
    this.context = context;
    this.#bounds = bounds;
    this.#wait = wait;
  }

  /** Whether the work is for nothing: what is completed from now on, nobody sees. */
  get isStopped(): boolean {
    return this.#stopped !== undefined;
  }

  /** Told of each object and of the characters of its keys. */
  countObject(characters: number): void {
    this.#objects += 1;
    this.#characters += characters;
  }

  /** A leaf of the answer, when its characters are counted. */
  counted<T>(leaf: T): T {
    if (typeof leaf === 'string') this.#characters += leaf.length;
    // A JSON scalar can be as large as what the client has sent.
    else if (typeof leaf === 'object') this.#characters += JSON.stringify(leaf).length;
    return leaf;
  }

  /** Whether a list has to stop here and go on in another turn. To be asked before each item. */
  mustPause(): boolean {
    this.#steps += 1;
    if (this.#steps % STEPS_BETWEEN_LOOKS !== 0) return false;
    this.#checkBounds();
    return this.isStopped || this.mustYield();
  }

  /** Whether this is a long work that has had its turn. */
  mustYield(): boolean {
    return this.#objects > FEW_OBJECTS && isTurnOver();
  }

  /** Settles when it is the turn of this run again. */
  nextTurn(): Promise<void> {
    return nextTurn(this.#wait);
  }

  /** Makes null of a place that has failed, or whose child has and may not be null. */
  nullAt(place: Path | undefined, failure: Failure): null {
    this.#nulled.push({ place, failure });
    this.#characters += ERROR_CHARACTERS;
    return null;
  }

  /** The answer, of the completed root. */
  answer(root: unknown): Answer {
    const data = (root instanceof Failure ? this.nullAt(undefined, root) : root) as ExecutionResult['data'];
    const result = this.#nulled.length === 0 ? { data } : { errors: errorsInOrder(this.#nulled), data };
    return { result, objects: this.#objects };
  }

  /** The same promise, which rejects as soon as the run is stopped. */
  async untilStopped<T>(work: Promise<T>): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>();
    const stop = (reason: unknown): void => this.#stop(reason);
    this.#onStop = reject;
    work.then(resolve, reject);
    this.#wait.onEnd(stop);
    const { ended } = this.#wait;
    if (ended !== undefined) stop(ended.reason);
    if (this.#stopped !== undefined) reject(this.#stopped.reason);
    try {
      return await promise;
    } finally {
      this.#wait.offEnd(stop);
    }
  }

  #checkBounds(): void {
    const { objects, characters } = this.#bounds;
    if (this.#objects > objects) this.#stop(tooLarge(`${objects} objects`));
    else if (this.#characters > characters) this.#stop(tooLarge(`${characters} characters`));
  }

  #stop(reason: unknown): void {
    if (this.#stopped !== undefined) return;
    this.#stopped = { reason };
    this.#onStop?.(reason);
  }
}

function tooLarge(most: string): ClientError {
  return new ClientError(
    'COST_LIMIT_EXCEEDED',
    `The answer has more than ${most}: ask for smaller pages, or in several requests.`,
  );
}
