import type { Worker } from 'node:cluster';

import type { Answered, Ask, ToWorker } from './team.ts';

/** Questions of workers to the leading one, on their way through the primary process. */
export interface Questions {
  /** Passes a question on; without a leading process it is answered at once, with nothing. */
  ask(message: Ask, from: { asker: Worker; leader: Worker | undefined }): void;
  /** Passes an answer back to whoever asked. */
  answered(message: Answered): void;
  /** Answers what this worker was asked with nothing: it has ended. */
  ended(leader: Worker): void;
}

interface Open {
  asker: Worker;
  leader: Worker;
  /** Number of the question at its asker. */
  id: number;
}

export function createQuestions(send: (worker: Worker, message: ToWorker) => void): Questions {
  const open = new Map<number, Open>();
  let passed = 0;

  return {
    ask({ id, question }, { asker, leader }) {
      if (leader === undefined) {
        send(asker, { type: 'answered', id });
        return;
      }
      passed += 1;
      open.set(passed, { asker, leader, id });
      send(leader, { type: 'ask', id: passed, question });
    },
    answered({ id, answer }) {
      const asked = open.get(id);
      open.delete(id);
      if (asked !== undefined) send(asked.asker, { type: 'answered', id: asked.id, answer });
    },
    ended(leader) {
      for (const [number, asked] of open) {
        if (asked.leader !== leader) continue;
        open.delete(number);
        send(asked.asker, { type: 'answered', id: asked.id });
      }
    },
  };
}
