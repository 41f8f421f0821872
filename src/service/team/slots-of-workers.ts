import type { Worker } from 'node:cluster';

import type { SlotAnswer, SlotQuestion } from './team-slots.ts';

/** Slots that clients have in all workers, as the primary process counts them. */
export interface SlotsOfWorkers {
  hear(question: SlotQuestion, from: Worker): void;
  /** Gives back what a worker had: it has ended. */
  ended(worker: Worker): void;
}

export function createSlotsOfWorkers(send: (worker: Worker, answer: SlotAnswer) => void): SlotsOfWorkers {
  const counts = new Map<string, number>();
  /** Keys of the slots of each worker, by the numbers of its questions. */
  const taken = new Map<Worker, Map<number, string>>();

  function add(key: string, amount: 1 | -1): void {
    const count = (counts.get(key) ?? 0) + amount;
    if (count === 0) counts.delete(key);
    else counts.set(key, count);
  }

  return {
    hear(question, from) {
      const own = taken.get(from) ?? new Map<number, string>();
      taken.set(from, own);
      if (question.type === 'take slot') {
        const { id, key, most } = question;
        const isTaken = (counts.get(key) ?? 0) < most;
        if (isTaken) {
          own.set(id, key);
          add(key, 1);
        }
        send(from, { type: 'slot', id, isTaken });
        return;
      }
      const key = own.get(question.id);
      if (key === undefined) return;
      own.delete(question.id);
      add(key, -1);
    },
    ended(worker) {
      for (const key of taken.get(worker)?.values() ?? []) add(key, -1);
      taken.delete(worker);
    },
  };
}
