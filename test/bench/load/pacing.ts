import { setTimeout as sleep } from 'node:timers/promises';

/** Times are those of `performance.now()`. */
export interface Period {
  start: number;
  /** Read again and again: who sets it to the present ends the loop. */
  end: number;
}

/** Sends one request; `due` is when it should have been sent, from which its latency counts. */
export type Send = (due: number) => Promise<void>;

/** Each of the clients asks again as soon as it has its answer. */
export async function closedLoop(clients: number, { period, send }: { period: Period; send: Send }): Promise<void> {
  const client = async (): Promise<void> => {
    for (let now = performance.now(); now < period.end; now = performance.now()) await send(now);
  };
  await Promise.all(Array.from({ length: clients }, client));
}

/**
 * Sends at a constant rate, whether answers return or not. A request that is sent late, as this process or the server
 * was held up, still counts from the time it was due.
 */
export async function openLoop(perSecond: number, { period, send }: { period: Period; send: Send }): Promise<void> {
  const answers = new Set<Promise<void>>();
  let sent = 0;
  const dueOf = (nth: number): number => period.start + (nth * 1000) / perSecond;
  while (dueOf(sent) < period.end) {
    for (const now = performance.now(); dueOf(sent) <= now && dueOf(sent) < period.end; sent += 1) {
      const answer = send(dueOf(sent)).finally(() => answers.delete(answer));
      answers.add(answer);
    }
    await sleep(Math.max(0, dueOf(sent) - performance.now()));
  }
  await Promise.all(answers);
}
