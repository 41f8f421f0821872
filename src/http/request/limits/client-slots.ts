import { ClientError } from '../../../errors.ts';
import { createSlotCounts } from './slot-counts.ts';
import type { SlotCounts } from './slot-counts.ts';

/** Bounds what one client has at the same time. */
export interface ClientSlots {
  /**
   * Takes a slot, until the returned function is called.
   * @throws ClientError `RATE_LIMITED` if the client has all of its slots.
   */
  take(key: string): Promise<() => void>;
}

export interface ClientSlotsOptions {
  most: number;
  /** Counts for several processes together; this one counts alone by default. */
  shared?: SlotCounts | undefined;
}

const RETRY_AFTER_SECONDS = 10;

/** Bounds the subscriptions of each client. */
export function createClientSlots({ most, shared }: ClientSlotsOptions): ClientSlots {
  const counts = shared ?? createSlotCounts({ most });
  return {
    async take(key) {
      const release = await counts.take(key);
      if (release === undefined) throw tooMany(most);
      return release;
    },
  };
}

function tooMany(most: number): ClientError {
  const message =
    `This client has ${most} subscriptions, as many as it may have (MAX_SUBSCRIPTIONS_PER_CLIENT): ` +
    `end one, or try again in ${RETRY_AFTER_SECONDS} s.`;
  return new ClientError('RATE_LIMITED', message, { retryAfterSeconds: RETRY_AFTER_SECONDS });
}
