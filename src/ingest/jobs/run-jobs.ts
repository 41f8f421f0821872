/** A piece of work that needs others to be done first. */
export interface Job {
  name: string;
  /** Names of jobs. */
  after: readonly string[];
  run: () => Promise<void>;
}

export interface JobsOptions {
  atOnce: number;
  /** Whether a job that failed so beside others may do alone: it is run again when those have ended. */
  mayDoAlone?: (error: unknown) => boolean;
  /** Called after each job. */
  onDone?: () => void;
}

/**
 * Runs jobs, some at a time: of those that are ready the first in the list. After one has failed none begins.
 * @throws what the first one that failed has thrown, when those that ran besides have ended.
 */
export async function runJobs(
  jobs: readonly Job[],
  { atOnce, mayDoAlone = () => false, onDone }: JobsOptions,
): Promise<void> {
  const waiting = [...jobs];
  const running = new Set<Promise<void>>();
  const done = new Set<string>();
  const failures: unknown[] = [];
  const again: Job[] = [];
  let isAlone = false;

  function start(job: Job): void {
    // Whoever has failed meanwhile was beside it too, so that only a job begun alone counts as one.
    const wasAlone = isAlone;
    const work = job
      .run()
      .then(
        () => {
          done.add(job.name);
          return onDone?.();
        },
        (error: unknown) => {
          if (!wasAlone && mayDoAlone(error)) again.push(job);
          else failures.push(error);
        },
      )
      .finally(() => {
        running.delete(work);
        isAlone = false;
      });
    running.add(work);
  }

  function nextReady(): Job | undefined {
    const at = waiting.findIndex(({ after }) => after.every((name) => done.has(name)));
    return at === -1 ? undefined : waiting.splice(at, 1)[0];
  }

  function startReady(): void {
    while (running.size < atOnce && failures.length === 0) {
      if (isAlone || (again.length > 0 && running.size > 0)) return;
      isAlone = again.length > 0;
      const job = again.shift() ?? nextReady();
      if (job === undefined) return;
      start(job);
    }
  }

  for (startReady(); running.size > 0; startReady()) await Promise.race(running);
  if (failures.length > 0) throw failures[0];
  if (waiting.length > 0)
    throw new Error(`jobs wait for what is not there: ${waiting.map(({ name }) => name).join(', ')}`);
}
