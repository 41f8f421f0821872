import type { ServerResponse } from 'node:http';

import { ClientError } from '../../errors.ts';

/** The room for answers whose clients have not read them yet: they stay in memory until then. */
export interface AnswerRoom {
  /** Takes room for a text until its response is closed; false where there is none. Small answers always have room. */
  take(response: ServerResponse, text: string): boolean;
}

/** Of smaller answers, requests at a time bound how many there are. */
const SMALL_CHARACTERS = 65_536;

/** `mostBytes` are those of all answers together. */
export function createAnswerRoom({ mostBytes }: { mostBytes: number }): AnswerRoom {
  let taken = 0;
  return {
    take(response, text) {
      // A response that is closed says so no more.
      if (text.length < SMALL_CHARACTERS || response.closed || response.destroyed) return true;
      const bytes = Buffer.byteLength(text);
      if (taken + bytes > mostBytes) return false;
      taken += bytes;
      response.once('close', () => (taken -= bytes));
      return true;
    },
  };
}

/** The end of an answer for which there is no room. */
export function tooManyUnread(): ClientError {
  const message = 'Too many large answers are waiting to be read: try again in a moment, or ask for smaller pages.';
  return new ClientError('OVERLOADED', message, { retryAfterSeconds: 1 });
}
