/** A piece of work that needs others to be done first. */
export interface Job {
  name: string;
  /** Names of jobs. */
  after: readonly string[];
  run: () => Promise<void>;
}

/**
 * Runs jobs, some at a time: of those that are ready the first in the list. After one has failed none begins.
 * @throws what the first one that failed has thrown, when those that ran besides have ended.
 */
export async function runJobs(jobs: readonly Job[], { atOnce }: { atOnce: number }): Promise<void> {
  const waiting = [...jobs];
  const running = new Set<Promise<void>>();
  const done = new Set<string>();
  const failures: unknown[] = [];

  function startReady(): void {
    while (running.size < atOnce && failures.length === 0) {
      const ready = waiting.findIndex(({ after }) => after.every((name) => done.has(name)));
      const [job] = ready === -1 ? [] : waiting.splice(ready, 1);
      if (job === undefined) return;
      const work = job
        .run()
        .then(
          () => void done.add(job.name),
          (error: unknown) => void failures.push(error),
        )
        .finally(() => running.delete(work));
      running.add(work);
    }
  }

  for (startReady(); running.size > 0; startReady()) await Promise.race(running);
  if (failures.length > 0) throw failures[0];
  if (waiting.length > 0)
    throw new Error(`jobs wait for what is not there: ${waiting.map(({ name }) => name).join(', ')}`);
}
