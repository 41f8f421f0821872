import { ClientError } from '../../../errors.ts';
import type { Awaitable } from '../../../graphql/base/awaitable.ts';
import { isTurnOver, nextTurn } from '../../../process/turns.ts';
import type { Wait } from '../../../process/wait.ts';

export interface JsonTextOptions {
  /** Characters that the text has at least. */
  characters: number;
  /** Bytes that it may have in UTF-8. */
  most: number;
  /** Whoever waits for it. */
  wait: Wait;
}

/** A text of fewer characters is written in one go, which takes a fraction of a millisecond. */
const FEW_CHARACTERS = 65_536;
/** What takes longer than a millisecond to put together. */
const LARGE_CHARACTERS = 1 << 20;
/** Values of a large text that are written in one go, which takes about a tenth of a millisecond. */
const MOST_AT_ONCE = 2000;
/** Characters of a text that take as long as a value. */
const CHARACTERS_OF_A_VALUE = 16;
/** Bytes of a character of a JavaScript text in UTF-8. */
const MOST_BYTES_OF_A_CHARACTER = 3;

/**
 * The JSON of a value, as `JSON.stringify` writes it. What is large is written in parts, and others have turns between.
 * @throws ClientError `COST_LIMIT_EXCEEDED` as soon as it has more bytes than it may have; the reason for which nobody waits
 * any more.
 */
export function jsonText(value: unknown, options: JsonTextOptions): Awaitable<string> {
  if (options.characters > FEW_CHARACTERS) return inParts(value, options);
  const text = JSON.stringify(value);
  if (!isWithin(text, options.most)) throw tooLarge(options.most, 'bytes');
  return text;
}

/** Whether a text has so many bytes at most in UTF-8. */
function isWithin(text: string, most: number): boolean {
  return text.length * MOST_BYTES_OF_A_CHARACTER <= most || Buffer.byteLength(text) <= most;
}

/**
 * The same of a whole answer. One that is large has a turn for this alone: its pieces are put together when they are first
 * read, which takes some milliseconds, and then they are copied to be sent.
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

/** The end of an answer that would have more than that. */
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

/** Whether there is more in it than is written at once. */
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
