import { ClientError } from '../../errors.ts';
import { isTurnOver, nextTurn } from '../../process/turns.ts';
import type { Wait } from '../../process/wait.ts';

/** Lets operations run as far as the machine can bear them together. */
export interface Gate {
  /**
   * Does the work of an operation when it is its turn: at once where it costs next to nothing, and else in the order in
   * which those came that cost as little or as much.
   * @throws ClientError `OVERLOADED` where too much waits already; the reason for which nobody waits any more.
   */
  pass<T>(operation: { points: number; wait: Wait }, work: () => Promise<T>): Promise<T>;
}

export interface GateOptions {
  /** Points of the operations that run at a time; one alone may cost more. */
  running: number;
  /** Points of those that wait. */
  waiting: number;
}

interface Waiting {
  points: number;
  begin: () => void;
}

/** What costs less than this share of what may run does not wait behind what costs more. */
const LIGHT = 0.01;
/** The share of what may run that those run of beside the others. */
const LIGHT_RUNNING = 0.05;
/** What costs less than this share is not counted: most lookups of one title or person. */
const SMALL = 0.000_125;
/** What the points are an estimate of. */
const POINTS_IN_A_SECOND = 1_000_000;

export function createGate({ running, waiting }: GateOptions): Gate {
  const heavy = createLane({ running, waiting });
  const light = createLane({ running: LIGHT_RUNNING * running, waiting });
  return {
    pass({ points, wait }, work) {
      if (points <= SMALL * running && wait.ended === undefined) return work();
      return (points <= LIGHT * running ? light : heavy).pass({ points, wait }, work);
    },
  };
}

/** One queue. */
function createLane({ running: mostRunning, waiting: mostWaiting }: GateOptions): Gate {
  const queue = new Set<Waiting>();
  let running = 0;
  let waiting = 0;

  function hasRoom(points: number): boolean {
    return running === 0 || running + points <= mostRunning;
  }

  /** Settles when it is the operation's turn, which counts as running from then on. */
  async function turnOf(points: number, wait: Wait): Promise<void> {
    if (queue.size === 0 && hasRoom(points)) {
      running += points;
      return;
    }
    if (waiting + points > mostWaiting) throw overloaded((running + waiting) / POINTS_IN_A_SECOND);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const one: Waiting = { points, begin: resolve };
    // At once: whoever leaves meanwhile must not give it the turn.
    const giveUp = (reason: unknown): void => {
      queue.delete(one);
      waiting -= points;
      reject(reason);
    };
    queue.add(one);
    waiting += points;
    wait.onEnd(giveUp);
    await promise.finally(() => wait.offEnd(giveUp));
  }

  function leave(points: number): void {
    running -= points;
    for (const next of queue) {
      if (!hasRoom(next.points)) return;
      queue.delete(next);
      waiting -= next.points;
      running += next.points;
      next.begin();
    }
  }

  return {
    async pass({ points, wait }, work) {
      if (wait.ended !== undefined) throw wait.ended.reason as Error;
      await turnOf(points, wait);
      try {
        // Many that are answered from memory would follow each other within one round of the event loop.
        if (isTurnOver()) await nextTurn(wait);
        return await work();
      } finally {
        leave(points);
      }
    },
  };
}

function overloaded(inSeconds: number): ClientError {
  const retryAfterSeconds = Math.max(1, Math.ceil(inSeconds));
  const message = `Too much is being asked at once: try again in ${retryAfterSeconds} s.`;
  return new ClientError('OVERLOADED', message, { retryAfterSeconds });
}
