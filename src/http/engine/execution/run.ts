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

/** How large an answer may become. What it costs is estimated before it is made, and estimates err. */
export interface AnswerBounds {
  /** Objects in it. */
  objects: number;
  /** Of its JSON text in UTF-8. */
  bytes: number;
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
  /** Characters that its data has at least. */
  characters: number;
}

/** Characters of the answer that are completed between two looks at the clock. */
const CHARACTERS_BETWEEN_LOOKS = 1000;
/** An answer of fewer characters is made in one turn, and need not wait behind others. */
const FEW_CHARACTERS = 100_000;
/** Fields that may fail in one answer. */
const MOST_ERRORS = 1000;

/** One execution of an operation. */
export class Run {
  readonly operation: Operation;
  readonly variables: Record<string, unknown>;
  readonly args: FieldArguments;
  readonly context: Context;
  readonly #mostObjects: number;
  readonly #mostBytes: number;
  readonly #wait: Wait;
  readonly #nulled: Nulled[] = [];
  /** Of leaves that are objects: one may stand at many places. */
  readonly #sizes = new WeakMap<object, number>();
  #objects = 0;
  #characters = 0;
  /** Characters of the answer with which the next look is due. */
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

  /** Whether the work is for nothing: what is completed from now on, nobody sees. */
  get isStopped(): boolean {
    return this.#stopped !== undefined;
  }

  /** Told of each object, and of the characters that it has whatever its values are. */
  countObject(characters: number): void {
    this.#objects += 1;
    if (this.#objects > this.#mostObjects) this.#stop(tooLarge(this.#mostObjects, 'objects'));
    this.#count(characters);
  }

  /** Told of each list: its brackets and commas. */
  countList(items: number): void {
    this.#count(items + 1);
  }

  /** A leaf of the answer, when its characters are counted. */
  counted<T>(leaf: T): T {
    if (typeof leaf === 'string') this.#count(leaf.length + 2);
    // A JSON scalar can be as large as what the client has sent.
    else if (typeof leaf === 'object' && leaf !== null) this.#count(this.#sizeOf(leaf));
    else this.#count(1);
    return leaf;
  }

  /** Whether an object or a list has to stop here, for good or for a turn. To be asked before each field and item. */
  mustPause(): boolean {
    if (this.#characters < this.#nextLook) return false;
    if (this.isStopped) return true;
    this.#nextLook = this.#characters + CHARACTERS_BETWEEN_LOOKS;
    return isTurnOver();
  }

  /** Whether this is a long work that has had its turn. */
  mustYield(): boolean {
    return this.#characters > FEW_CHARACTERS && isTurnOver();
  }

  /** Settles when it is the turn of this run again. */
  nextTurn(): Promise<void> {
    return nextTurn(this.#wait);
  }

  /** Makes null of a place that has failed, or whose child has and may not be null. */
  nullAt(place: Path | undefined, failure: Failure): null {
    if (this.#nulled.length < MOST_ERRORS) this.#nulled.push({ place, failure });
    else this.#stop(tooManyErrors(failure));
    return null;
  }

  /**
   * The answer, of the completed root.
   * @throws the reason for which the run was stopped.
   */
  answer(root: unknown): Answer {
    if (this.#stopped !== undefined) throw this.#stopped.reason as Error;
    const data = (root instanceof Failure ? this.nullAt(undefined, root) : root) as ExecutionResult['data'];
    const result = this.#nulled.length === 0 ? { data } : { errors: errorsInOrder(this.#nulled), data };
    return { result, characters: this.#characters };
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

  /**
   * Never more than there are bytes, for nobody is refused too early: a number, a null or an escape counts as one. The text
   * itself is measured when it is made.
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
