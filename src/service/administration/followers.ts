import { setTimeout as sleep } from 'node:timers/promises';

import { ClientError } from '../../errors.ts';

export interface FollowOptions {
  /** What is followed; a follower is told when its JSON has changed. */
  look: () => Promise<unknown>;
  /** How many may follow at a time. */
  most: number;
  /** Ends all who follow: the service stops. */
  signal: AbortSignal;
}

const FOLLOW_EVERY_MS = 1000;
const RETRY_AFTER_SECONDS = 10;

/** Clients who follow a state: each is told at once, and whenever it has changed, at most once a second. */
export function createFollowers({
  look,
  most,
  signal: stopped,
}: FollowOptions): (left: AbortSignal) => AsyncIterable<undefined> {
  const followers = new Set<AbortSignal>();

  async function* changes(signal: AbortSignal): AsyncGenerator<undefined> {
    let seen = '';
    try {
      while (!signal.aborted) {
        const text = JSON.stringify(await look());
        if (text !== seen) yield undefined;
        seen = text;
        await sleep(FOLLOW_EVERY_MS, undefined, { signal }).catch(() => undefined);
      }
    } finally {
      followers.delete(signal);
    }
  }

  return (left) => {
    if (stopped.aborted) throw stopping();
    if (followers.size >= most) throw tooMany(most);
    const signal = AbortSignal.any([left, stopped]);
    // One that has left already fires no event any more.
    if (!signal.aborted) followers.add(signal);
    // Also where nobody begins to read the events.
    signal.addEventListener('abort', () => followers.delete(signal), { once: true });
    return changes(signal);
  };
}

function tooMany(most: number): ClientError {
  const message = `Too many subscribe, ${most} are allowed (MAX_SUBSCRIPTIONS): try again in ${RETRY_AFTER_SECONDS} s.`;
  return new ClientError('OVERLOADED', message, { retryAfterSeconds: RETRY_AFTER_SECONDS });
}

function stopping(): ClientError {
  const message = 'The service is stopping: subscribe again in a moment.';
  return new ClientError('OVERLOADED', message, { retryAfterSeconds: 1 });
}
