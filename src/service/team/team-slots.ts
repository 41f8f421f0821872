import { createSlotCounts } from '../../http/request/limits/slot-counts.ts';
import type { SlotCounts } from '../../http/request/limits/slot-counts.ts';

/** What a worker asks the primary process, which counts the slots of all. */
export type SlotQuestion =
  { type: 'take slot'; id: number; key: string; most: number } | { type: 'give slot back'; id: number };

/** The answer of the primary process. */
export interface SlotAnswer {
  type: 'slot';
  id: number;
  isTaken: boolean;
}

/** The slots of a worker. */
export interface TeamSlots {
  /** Counts with all workers, and in this one alone while the primary process does not answer. */
  counts(options: { most: number }): SlotCounts;
  /** Takes a message with the answer to a question of this process. */
  answered(answer: SlotAnswer): void;
}

/** Time in which the primary process has to answer. */
const ANSWER_MS = 1000;

export function createTeamSlots(say: (question: SlotQuestion) => void, { answerMs = ANSWER_MS } = {}): TeamSlots {
  const waiting = new Map<number, (isTaken: boolean) => void>();
  let asked = 0;

  async function takeOfAll(question: { key: string; most: number }): Promise<{ id: number; isTaken: boolean }> {
    const id = (asked += 1);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const timer = setTimeout(resolve, answerMs, true);
    waiting.set(id, resolve);
    say({ type: 'take slot', id, ...question });
    const isTaken = await promise;
    clearTimeout(timer);
    waiting.delete(id);
    return { id, isTaken };
  }

  return {
    counts({ most }) {
      const own = createSlotCounts({ most });
      return {
        async take(key) {
          const release = await own.take(key);
          if (release === undefined) return undefined;
          const { id, isTaken } = await takeOfAll({ key, most });
          if (isTaken) {
            return () => {
              release();
              // Also without an answer: messages are read in their order, and one for a slot that was not taken is nothing.
              say({ type: 'give slot back', id });
            };
          }
          release();
          return undefined;
        },
      };
    },
    answered: ({ id, isTaken }) => waiting.get(id)?.(isTaken),
  };
}
