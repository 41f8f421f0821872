import type { ExecutionResult } from 'graphql';

import { GraphQLError } from 'graphql';

import type { Context } from '../../../graphql/base/context.ts';
import { isTurnOver, nextTurn } from '../../../process/turns.ts';
import { tooLarge } from './json-text.ts';
import { errorsInOrder } from './errors-in-order.ts';
import type { Nulled } from './errors-in-order.ts';
import { Failure } from './failure.ts';
import type { FieldArguments } from './field-arguments.ts';
import type { Operation } from './model.ts';
import type { Path } from './path.ts';
import type { Wait } from '../../../process/wait.ts';

/** Bounds of an answer. The cost limit cannot replace them, because it is an estimate. */
export interface AnswerBounds {
  /** Largest number of objects. */
  objects: number;
  /** Largest size of the JSON text in UTF-8, in bytes. */
  bytes: number;
}

export interface RunOptions {
  operation: Operation;
  /** Coerced values. */
  variables: Record<string, unknown>;
  args: FieldArguments;
  context: Context;
  bounds: AnswerBounds;
  /** Ends when the answer is no longer needed: the client has left, or the time limit has passed. */
  wait: Wait;
}

/** Result of an operation. */
export interface RunResult {
  result: ExecutionResult;
  /** Lower bound of the length of its data in JSON. */
  characters: number;
}

/** Characters of the answer between two checks of the clock. */
const CHARACTERS_BETWEEN_LOOKS = 1000;
/** Length below which an answer is completed in one turn. */
const FEW_CHARACTERS = 100_000;
/** Largest number of errors in an answer. */
const MOST_ERRORS = 1000;

/** State of one execution of an operation. */
export class Run {
  readonly operation: Operation;
  readonly variables: Record<string, unknown>;
  readonly args: FieldArguments;
  readonly context: Context;
  readonly #mostObjects: number;
  readonly #mostBytes: number;
  readonly #wait: Wait;
  readonly #nulled: Nulled[] = [];
  /** Lengths of leaves that are objects in JSON: one object may occur many times. */
  readonly #sizes = new WeakMap<object, number>();
  #objects = 0;
  #characters = 0;
  /** Length of the answer at which the clock is checked next. */
  #nextLook = FEW_CHARACTERS;
  #stopped: { reason: unknown } | undefined;
  #onStop: ((reason: unknown) => void) | undefined;

  constructor({ operation, variables, args, context, bounds, wait }: RunOptions) {
    this.operation = operation;
    this.variables = variables;
    this.args = args;
    this.context = context;
    this.#mostObjects = bounds.objects;
    this.#mostBytes = bounds.bytes;
    this.#wait = wait;
  }

  /** Whether the result is no longer needed. Completion stops early then. */
  get isStopped(): boolean {
    return this.#stopped !== undefined;
  }

  /** Counts an object; `characters` is the length of its keys and punctuation in JSON. */
  countObject(characters: number): void {
    this.#objects += 1;
    if (this.#objects > this.#mostObjects) this.#stop(tooLarge(this.#mostObjects, 'objects'));
    this.#count(characters);
  }

  /** Counts a list: its brackets and commas. */
  countList(items: number): void {
    this.#count(items + 1);
  }

  /** Counts the characters of a leaf and returns the leaf. */
  counted<T>(leaf: T): T {
    if (typeof leaf === 'string') this.#count(leaf.length + 2);
    // A value of the scalar JSON can be as large as what the client has sent.
    else if (typeof leaf === 'object' && leaf !== null) this.#count(this.#sizeOf(leaf));
    else this.#count(1);
    return leaf;
  }

  /** Whether completion must stop or yield. To be called before each field and item. */
  mustPause(): boolean {
    if (this.#characters < this.#nextLook) return false;
    if (this.isStopped) return true;
    this.#nextLook = this.#characters + CHARACTERS_BETWEEN_LOOKS;
    return isTurnOver();
  }

  /** Whether this is a long execution whose turn is over. */
  mustYield(): boolean {
    return this.#characters > FEW_CHARACTERS && isTurnOver();
  }

  /** Resolves when it is this execution's turn again. */
  nextTurn(): Promise<void> {
    return nextTurn(this.#wait);
  }

  /** Records that a nullable position became null because it, or something below it, failed. */
  nullAt(path: Path | undefined, failure: Failure): null {
    if (this.#nulled.length < MOST_ERRORS) this.#nulled.push({ path, failure });
    else this.#stop(tooManyErrors(failure));
    return null;
  }

  /**
   * The answer for the completed root.
   * @throws the reason for which the execution was stopped.
   */
  answer(root: unknown): RunResult {
    if (this.#stopped !== undefined) throw this.#stopped.reason as Error;
    const data = (root instanceof Failure ? this.nullAt(undefined, root) : root) as ExecutionResult['data'];
    const result = this.#nulled.length === 0 ? { data } : { errors: errorsInOrder(this.#nulled), data };
    return { result, characters: this.#characters };
  }

  /** A promise that settles like `work`, but rejects as soon as the execution is stopped. */
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

  /**
   * Adds to the length of the answer. The length is a lower bound (a number, null or escape counts as one character),
   * so that no answer is refused too early; the exact size is measured on the text.
   */
  #count(characters: number): void {
    this.#characters += characters;
    if (this.#characters > this.#mostBytes) this.#stop(tooLarge(this.#mostBytes, 'bytes'));
  }

  #sizeOf(leaf: object): number {
    const size = this.#sizes.get(leaf) ?? JSON.stringify(leaf).length;
    this.#sizes.set(leaf, size);
    return size;
  }

  #stop(reason: unknown): void {
    if (this.#stopped !== undefined) return;
    this.#stopped = { reason };
    this.#nextLook = 0;
    this.#onStop?.(reason);
  }
}

function tooManyErrors({ error }: Failure): GraphQLError {
  const message = `More than ${MOST_ERRORS} fields of the answer fail, one of them so: ${error.message}`;
  return new GraphQLError(message, { nodes: error.nodes, originalError: error.originalError ?? error });
}
