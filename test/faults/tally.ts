import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Faults that a test has survived, by kind. */
    faults?: Record<string, number>;
  }
}

/** Counts faults of a kind that were injected, and after which all that must hold was found to hold. */
export function tally({ task }: Pick<TestContext, 'task'>, kind: string, count = 1): void {
  task.meta.faults ??= {};
  task.meta.faults[kind] = (task.meta.faults[kind] ?? 0) + count;
}
