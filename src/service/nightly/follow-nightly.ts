import type { Config } from '../../config.ts';
import { readLastRepair, readLastRun, startOfNightly } from '../../ingest/last-run.ts';
import { nextRunAfter } from '../../ingest/schedule.ts';
import { runTimeOf } from '../../ingest/update-time/run-time.ts';
import { readLearnedTime } from '../../ingest/update-time/update-times.ts';
import { namedLogger } from '../../process/logger.ts';
import type { NightlyOptions, NightlyState } from './nightly.ts';
import { NO_NEWS } from '../team/team.ts';
import type { News } from '../team/team.ts';
import { startWatch, withProblems } from './watch.ts';

/** The nightly ingest in a process that does not run it: it receives news, and serves the builds that are promoted. */
export async function followNightly(
  config: Config,
  { store, team, log, lifecycle, now, logProblems = () => [] }: NightlyOptions,
): Promise<NightlyState> {
  let news: News = NO_NEWS;
  const watch = startWatch({
    config: config.watch,
    state: () => withProblems(store.state(), [news.putOff, ...logProblems()]),
    lastRun: () => readLastRun(config.folders.meta),
    lastRepair: () => readLastRepair(config.folders.meta),
    learnedTime: () => readLearnedTime(config.folders.meta),
    now,
    log: namedLogger(log, 'watch'),
    // The leading process logs the warnings.
    quiet: true,
  });
  lifecycle.onStop('watch', () => watch.stop());
  await watch.look();
  let following = Promise.resolve();

  async function follow(latest: News): Promise<void> {
    await store.refresh({ polled: true });
    await watch.look();
    // Only now, so that whoever reads that a run has ended also sees its outcome and the promoted build.
    news = latest;
  }

  team.onNews((latest) => {
    following = following
      .then(() => follow(latest))
      .catch((error: unknown) => log.error({ event: 'watch failed', err: error }));
  });
  return {
    nextRun() {
      if (config.schedule.off) return null;
      const at = runTimeOf(config.schedule, watch.learnedTime());
      return nextRunAfter(now(), { at, lastNightly: startOfNightly(watch.lastRun()) });
    },
    lastRun: () => watch.lastRun(),
    lastRepair: () => watch.lastRepair(),
    learnedTime: () => watch.learnedTime(),
    isRunning: () => news.ingesting,
    warnings: () => watch.warnings(),
  };
}
