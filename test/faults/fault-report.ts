import type { Reporter, TestModule } from 'vitest/node';

/** Prints how many faults of each kind were survived, and how many tests failed, when all tests have ended. */
export function faultReport(): Reporter {
  return {
    onTestRunEnd(modules: readonly TestModule[]) {
      const counts = new Map<string, number>();
      let failed = 0;
      for (const test of modules.flatMap(({ children }) => [...children.allTests()])) {
        if (test.result().state === 'failed') failed += 1;
        for (const [kind, count] of Object.entries(test.meta().faults ?? {})) {
          counts.set(kind, (counts.get(kind) ?? 0) + count);
        }
      }
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const kills = [...counts].reduce((sum, [kind, count]) => sum + (kind.startsWith('killed') ? count : 0), 0);
      const rows = [...counts].sort(([one], [other]) => one.localeCompare(other));
      const lines = [...rows, ['all faults', total], ['of these, kills', kills], ['tests that failed', failed]];
      console.log(
        `\nFaults survived\n\n${lines.map(([kind, count]) => `${String(count).padStart(6)}  ${kind}`).join('\n')}`,
      );
    },
  };
}
