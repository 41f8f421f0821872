import type { LastRun } from '../ingest/last-run.ts';
import { isoTimeOf } from '../ingest/update-time/learn-time.ts';
import type { HealthState } from '../http/pages/health.ts';
import type { Store } from '../store/builds/store.ts';
import type { NightlyState } from './nightly/nightly.ts';

/** What `/health` says of this process: the build that it serves, and the runs. */
export function healthOf(
  { store, nightly }: { store: Pick<Store, 'state' | 'isLost'>; nightly: NightlyState },
  whyNone: () => string,
): HealthState {
  return {
    build: store.state().build,
    isLost: store.isLost(),
    whyNone: whyNone(),
    warnings: nightly.warnings(),
    extra: {
      ingesting: nightly.isRunning(),
      nextRun: nightly.nextRun()?.toISOString() ?? null,
      learnedUpdateTime: isoTimeOf(nightly.learnedTime()) ?? null,
      lastRun: endOf(nightly.lastRun()),
      lastRepair: endOf(nightly.lastRepair()),
    },
  };
}

/** Without the reason, which the warnings have without places. */
function endOf(run: LastRun | undefined): Pick<LastRun, 'startedAt' | 'status' | 'kind'> | null {
  return run === undefined ? null : { startedAt: run.startedAt, status: run.status, kind: run.kind };
}
