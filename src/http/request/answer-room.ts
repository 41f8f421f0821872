import type { ServerResponse } from 'node:http';

import { ClientError } from '../../errors.ts';

/** Bounds the memory of answers that clients have not read yet. */
export interface AnswerRoom {
  /**
   * Reserves memory for a text until its response is closed; false if the limit is reached. Small answers always fit.
   */
  take(response: ServerResponse, text: string): boolean;
}

/** Length up to which an answer is not counted; the limit on requests bounds the number of small answers. */
const SMALL_CHARACTERS = 65_536;

/** `mostBytes` is the limit for all answers together. */
export function createAnswerRoom({ mostBytes }: { mostBytes: number }): AnswerRoom {
  let taken = 0;
  return {
    take(response, text) {
      // A response that is closed already emits no further `close` event.
      if (text.length < SMALL_CHARACTERS || response.closed || response.destroyed) return true;
      const bytes = Buffer.byteLength(text);
      if (taken + bytes > mostBytes) return false;
      taken += bytes;
      response.once('close', () => (taken -= bytes));
      return true;
    },
  };
}

/** The error of an answer that does not fit. */
export function tooManyUnread(): ClientError {
  const message = 'Too many large answers are waiting to be read: try again in a moment, or ask for smaller pages.';
  return new ClientError('OVERLOADED', message, { retryAfterSeconds: 1 });
}
