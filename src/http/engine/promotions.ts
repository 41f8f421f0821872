import { ClientError } from '../../errors.ts';
import type { Wait } from '../../process/wait.ts';
import type { BuildRef } from './lease-source.ts';

/** The builds that are put in service, for those who subscribe to them. */
export interface Promotions {
  /**
   * Calls whenever another build answers, until the wait or the service ends. Builds that follow each other faster
   * than the calls are taken make one call. The subscriber counts until one of these ends, or the iterator is returned.
   * @throws ClientError `OVERLOADED` where too many subscribe, or the service is stopping.
   */
  follow(wait: Wait): AsyncIterableIterator<BuildRef>;
  /** Number of those who subscribe. */
  readonly followers: number;
  /** Ends all subscriptions, and refuses new ones. */
  end(): void;
}

export interface PromotionsOptions {
  current: () => BuildRef | null;
  /** Calls back after each look at the pointer. */
  onLook: (listener: () => void) => void;
  /** The most who may subscribe at a time. */
  most: number;
}

/** Follows the builds of this process. Nothing is kept for a subscriber but the build that it has seen last. */
export function createPromotions({ current, onLook, most }: PromotionsOptions): Promotions {
  const followers = new Set<{ look(): void; end(): void }>();
  let hasEnded = false;

  onLook(() => {
    for (const follower of followers) follower.look();
  });

  return {
    follow(wait) {
      if (hasEnded) throw stopping();
      if (followers.size >= most) throw tooMany(most);
      let seen = keyOf(current());
      let isOver = false;
      let wanted: ((result: IteratorResult<BuildRef, undefined>) => void) | undefined;

      function settle(result: IteratorResult<BuildRef, undefined>): void {
        const resolve = wanted;
        wanted = undefined;
        resolve?.(result);
      }
      function look(): void {
        const build = current();
        if (wanted === undefined || build === null || keyOf(build) === seen) return;
        seen = keyOf(build);
        settle({ done: false, value: build });
      }
      function end(): void {
        isOver = true;
        followers.delete(follower);
        wait.offEnd(end);
        settle(DONE);
      }
      const follower = { look, end };
      followers.add(follower);
      wait.onEnd(end);
      if (wait.ended !== undefined) end();

      return {
        [Symbol.asyncIterator]() {
          return this;
        },
        next() {
          if (isOver) return Promise.resolve(DONE);
          const { promise, resolve } = Promise.withResolvers<IteratorResult<BuildRef, undefined>>();
          wanted = resolve;
          look();
          return promise;
        },
        return() {
          end();
          return Promise.resolve(DONE);
        },
      };
    },
    get followers() {
      return followers.size;
    },
    end() {
      hasEnded = true;
      for (const follower of followers) follower.end();
    },
  };
}

const DONE = { done: true, value: undefined } as const;
const RETRY_AFTER_SECONDS = 10;

function keyOf(build: BuildRef | null): string {
  return build === null ? '' : `${build.id}/${build.version}`;
}

function tooMany(most: number): ClientError {
  const message = `Too many subscribe, ${most} are allowed (MAX_SUBSCRIPTIONS): try again in ${RETRY_AFTER_SECONDS} s.`;
  return new ClientError('OVERLOADED', message, { retryAfterSeconds: RETRY_AFTER_SECONDS });
}

function stopping(): ClientError {
  return new ClientError('OVERLOADED', 'The service is stopping: subscribe again in a moment.', {
    retryAfterSeconds: 1,
  });
}
