import type { BenchContext } from '../bench-context.ts';
import { asksOf, only } from './read-plan.ts';
import { measureReads } from '../load/reads.ts';
import { hasSetting, startMarquee } from '../processes/start-server.ts';

/** The subjects, by which the goals find the rows. */
export const workersName = (number: number): string => `marquee, WORKERS=${number}`;

/** The same load on one process and on two. */
export async function benchWorkers({
  options,
  dataFolder,
  folder,
  reading,
  results,
  say,
}: BenchContext): Promise<void> {
  if (!hasSetting('WORKERS')) {
    results.notes.push('Workers are skipped: this version has no setting WORKERS.');
    return;
  }
  if (!options.workloads.includes('nested')) {
    results.notes.push(
      'Workers are skipped: they are measured with the workload nested, which --workloads leaves out.',
    );
    return;
  }
  for (const number of [1, 2]) {
    const name = workersName(number);
    say(name);
    const server = await startMarquee({ dataFolder, logFolder: folder, settings: { WORKERS: String(number) } });
    try {
      const asks = asksOf(only(options, ['nested']), 'uniform');
      await measureReads({ server, subject: { name, target: 'marquee', caches: 'on' }, asks }, reading);
    } finally {
      await server.stop();
    }
  }
}
