import { ClientError } from '../../../errors.ts';

/** Bounds what one client has at the same time. */
export interface ClientSlots {
  /**
   * Takes a slot, until the returned function is called.
   * @throws ClientError `RATE_LIMITED` if the client has all of its slots.
   */
  take(key: string): () => void;
}

const RETRY_AFTER_SECONDS = 10;

/** Bounds the subscriptions of each client in this process. */
export function createClientSlots({ most }: { most: number }): ClientSlots {
  const taken = new Map<string, number>();
  return {
    take(key) {
      const count = taken.get(key) ?? 0;
      if (count >= most) throw tooMany(most);
      taken.set(key, count + 1);
      let isTaken = true;
      return () => {
        if (!isTaken) return;
        isTaken = false;
        const left = (taken.get(key) ?? 0) - 1;
        if (left <= 0) taken.delete(key);
        else taken.set(key, left);
      };
    },
  };
}

function tooMany(most: number): ClientError {
  const message =
    `This client has ${most} subscriptions, as many as it may have (MAX_SUBSCRIPTIONS_PER_CLIENT): ` +
    `end one, or try again in ${RETRY_AFTER_SECONDS} s.`;
  return new ClientError('RATE_LIMITED', message, { retryAfterSeconds: RETRY_AFTER_SECONDS });
}
