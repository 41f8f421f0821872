import { ClientError } from '../../errors.ts';
import { isTurnOver, nextTurn } from '../../process/turns.ts';
import type { Wait } from '../../process/wait.ts';

/** Limits the operations that run at the same time, by their cost. */
export interface Gate {
  /**
   * Runs the work of an operation when it is its turn: at once if it is very cheap, otherwise first come, first served
   * among light or among heavy operations.
   * @throws ClientError `OVERLOADED` if the queue is full, or the reason of the wait if that ends first.
   */
  pass<T>(operation: { points: number; wait: Wait }, work: () => Promise<T>): Promise<T>;
}

export interface GateOptions {
  /** Largest total cost of the operations that run, in points. A single operation may cost more. */
  running: number;
  /** Largest total cost of the operations that wait, in points. */
  waiting: number;
}

interface Waiting {
  points: number;
  begin: () => void;
}

/** Share of `running` up to which an operation is light: it does not queue behind heavy operations. */
const LIGHT = 0.01;
/** Share of `running` that light operations may use, in addition to the heavy ones. */
const LIGHT_RUNNING = 0.05;
/** Share of `running` up to which an operation is not counted: most lookups of one title or person. */
const SMALL = 0.000_125;
/** Points per second, for the estimate of the waiting time. */
const POINTS_IN_A_SECOND = 1_000_000;

export function createGate({ running, waiting }: GateOptions): Gate {
  const heavy = createQueue({ running, waiting });
  const light = createQueue({ running: LIGHT_RUNNING * running, waiting });
  return {
    pass({ points, wait }, work) {
      if (points <= SMALL * running && wait.ended === undefined) return work();
      return (points <= LIGHT * running ? light : heavy).pass({ points, wait }, work);
    },
  };
}

/** A first-in, first-out queue. */
function createQueue({ running: mostRunning, waiting: mostWaiting }: GateOptions): Gate {
  const queue = new Set<Waiting>();
  let running = 0;
  let waiting = 0;

  function hasRoom(points: number): boolean {
    return running === 0 || running + points <= mostRunning;
  }

  /** Resolves when it is the operation's turn, and counts it as running. */
  async function turnOf(points: number, wait: Wait): Promise<void> {
    if (queue.size === 0 && hasRoom(points)) {
      running += points;
      return;
    }
    if (waiting + points > mostWaiting) throw overloaded((running + waiting) / POINTS_IN_A_SECOND);
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const one: Waiting = { points, begin: resolve };
    // Synchronous, so that a client that has left is not given the turn.
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
        // Operations that are answered from memory could otherwise run one after another in one turn of the event loop.
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
