import type { JSX } from 'preact';

import { send } from '../../data/send.ts';
import { CancelIngestDocument } from '../../generated/admin/graphql.ts';
import type { EndedRunFragment, IngestNowFragment } from '../../generated/admin/graphql.ts';
import { Section } from '../../parts/section.tsx';
import { asTime } from '../../words/format.ts';
import { Outcome } from './action-button.tsx';
import { Confirm } from './confirm.tsx';
import { EndedRuns } from './ended-runs.tsx';
import { cancelWords } from './outcome-words.ts';
import { RunProgress } from './run-progress.tsx';
import { StartRun } from './start-run.tsx';
import { useAction } from './use-action.ts';

export interface RunsProps {
  status: IngestNowFragment | undefined;
  runs: readonly EndedRunFragment[];
  isLive: boolean;
  reload: () => void;
}

/** The run that goes on, or the way to begin one; when the next one comes; and how the last ones ended. */
export function Runs({ status, runs, isLive, reload }: RunsProps): JSX.Element {
  const cancel = useAction(reload);
  const isRunning = status?.state === 'RUNNING';
  return (
    <Section title="Runs">
      <div class="panel">
        {/* The step alone: numbers that change each second would drown everything else. */}
        <p class="sr-only" role="status">
          {isRunning ? `A run goes on, in the step ${status.step?.toLowerCase() ?? ''}` : 'No run goes on'}
        </p>
        {isRunning ? <RunProgress status={status} /> : <p aria-hidden="true">No run goes on.</p>}
        {!isLive && <p class="mt-2 text-sm text-bad">The connection is lost. It is tried again …</p>}
        <StartRun reload={reload} />
        <div class="mt-3">
          <Confirm
            action={cancel}
            isOff={!isRunning}
            label="Cancel the run"
            question="End this run?"
            yes="End the run"
            onYes={() => cancel.run(async () => cancelWords((await send(CancelIngestDocument, {})).cancelIngest))}
          >
            Nothing of it is left but the files that were downloaded whole. The served build stays.
          </Confirm>
          <Outcome action={cancel} />
        </div>
        <Next status={status} />
      </div>
      <EndedRuns runs={runs} />
    </Section>
  );
}

function Next({ status }: { status: IngestNowFragment | undefined }): JSX.Element | null {
  if (status === undefined) return null;
  const { nextRun, learnedUpdateTime } = status;
  return (
    <dl class="mt-4 grid gap-x-8 gap-y-2 border-t border-line pt-3 text-sm sm:grid-cols-2">
      <div>
        <dt class="text-soft">Next run</dt>
        <dd>{nextRun === null ? 'none: the schedule is off' : asTime(nextRun)}</dd>
      </div>
      <div>
        <dt class="text-soft">IMDb publishes at</dt>
        <dd>
          {learnedUpdateTime === null ? 'not known before three nights' : `${learnedUpdateTime}, as nights taught`}
        </dd>
      </div>
    </dl>
  );
}
