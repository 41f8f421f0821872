import { ClientError } from '../../../errors.ts';
import type { Awaitable } from '../../../graphql/base/awaitable.ts';
import { isTurnOver, nextTurn } from '../../../process/turns.ts';
import type { Wait } from '../../../process/wait.ts';

export interface JsonTextOptions {
  /** Lower bound of the length of the text. */
  characters: number;
  /** Largest size of the text in UTF-8, in bytes. */
  most: number;
  /** Ends when the answer is no longer needed. */
  wait: Wait;
}

/** Length up to which a text is serialised at once, which takes a fraction of a millisecond. */
const FEW_CHARACTERS = 65_536;
/** Length from which joining the pieces of a text takes more than a millisecond. */
const LARGE_CHARACTERS = 1 << 20;
/** Values of a large text that are serialised at once, in about a tenth of a millisecond. */
const MOST_AT_ONCE = 2000;
/** Characters of a string that take as long to serialise as one value. */
const CHARACTERS_OF_A_VALUE = 16;
/** Most bytes of one UTF-16 code unit in UTF-8. */
const MOST_BYTES_OF_A_CHARACTER = 3;

/**
 * Serialises a value like `JSON.stringify`. A large value is serialised in parts, between which other requests have
 * turns.
 * @throws ClientError `COST_LIMIT_EXCEEDED` as soon as the text exceeds `most` bytes, or the reason of the wait if that
 * ends first.
 */
export function jsonText(value: unknown, options: JsonTextOptions): Awaitable<string> {
  if (options.characters > FEW_CHARACTERS) return inParts(value, options);
  const text = JSON.stringify(value);
  if (!isWithin(text, options.most)) throw tooLarge(options.most, 'bytes');
  return text;
}

/** Whether a text has at most this number of bytes in UTF-8. */
function isWithin(text: string, most: number): boolean {
  return text.length * MOST_BYTES_OF_A_CHARACTER <= most || Buffer.byteLength(text) <= most;
}

/**
 * Whether a complete answer has at most this number of bytes. A large one is measured in a turn of its own: reading the
 * string for the first time joins its pieces, which takes some milliseconds.
 */
export function fits(text: string, most: number): Awaitable<boolean> {
  return text.length > LARGE_CHARACTERS ? inOwnTurn(() => isWithin(text, most)) : isWithin(text, most);
}

async function inOwnTurn<T>(work: () => T): Promise<T> {
  await nextTurn();
  const done = work();
  await nextTurn();
  return done;
}

/** The error of an answer that exceeds its bounds. */
export function tooLarge(most: number, what: 'objects' | 'bytes'): ClientError {
  return new ClientError(
    'COST_LIMIT_EXCEEDED',
    `The answer has more than ${most} ${what}: ask for smaller pages, or in several requests.`,
  );
}

async function inParts(value: unknown, { most, wait }: JsonTextOptions): Promise<string> {
  let text = '';
  let bytes = 0;
  for (const part of partsOf(value)) {
    text += part;
    bytes += Buffer.byteLength(part);
    if (bytes > most) throw tooLarge(most, 'bytes');
    if (isTurnOver()) await nextTurn(wait);
    if (wait.ended !== undefined) throw wait.ended.reason as Error;
  }
  return text;
}

function* partsOf(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || !isLarge(value)) {
    yield JSON.stringify(value);
    return;
  }
  const isArray = Array.isArray(value);
  let separator = '';
  yield isArray ? '[' : '{';
  for (const [key, member] of Object.entries(value)) {
    yield isArray ? separator : `${separator}${JSON.stringify(key)}:`;
    yield* partsOf(member);
    separator = ',';
  }
  yield isArray ? ']' : '}';
}

/** Whether a value contains more than is serialised at once. */
function isLarge(value: unknown): boolean {
  let left = MOST_AT_ONCE;
  function count(one: unknown): boolean {
    left -= typeof one === 'string' ? 1 + one.length / CHARACTERS_OF_A_VALUE : 1;
    if (left < 0) return false;
    if (typeof one !== 'object' || one === null) return true;
    return Object.values(one).every(count);
  }
  return !count(value);
}
