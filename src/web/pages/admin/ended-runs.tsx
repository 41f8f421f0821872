import type { JSX } from 'preact';

import type { EndedRunFragment, IngestOutcome } from '../../generated/admin/graphql.ts';
import { asTime } from '../../words/format.ts';
import { labelOf } from '../../words/labels.ts';
import { asDuration } from '../../words/measures.ts';
import { useMore } from './use-more.tsx';

const BAD: ReadonlySet<IngestOutcome> = new Set<IngestOutcome>(['FAILED', 'REJECTED']);

/** The runs that ended last: how, why, and how long each step took. */
export function EndedRuns({ runs }: { runs: readonly EndedRunFragment[] }): JSX.Element {
  const { shown, more } = useMore(runs, { first: 5, noun: 'run' });
  return (
    <>
      <h3 class="mt-4">Last runs</h3>
      {runs.length === 0 && <p class="text-soft">No run has ended yet.</p>}
      <ul aria-label="Last runs">
        {shown.map((run) => (
          <li key={run.id} class="border-b border-line py-2">
            <p class="flex flex-wrap gap-x-3">
              <strong class={BAD.has(run.outcome) ? 'text-bad' : ''}>{labelOf(run.outcome)}</strong>
              <span>{labelOf(run.kind)}</span>
              <span class="text-soft">by {run.startedBy}</span>
              <time class="text-soft" dateTime={run.endedAt}>
                {asTime(run.endedAt)}
              </time>
            </p>
            {run.reason !== null && <p class="text-sm break-words">{run.reason}</p>}
            <p class="text-sm break-words text-soft tabular-nums">{stepsOf(run)}</p>
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

function stepsOf({ startedAt, endedAt, steps, buildId }: EndedRunFragment): string {
  const took = asDuration((Date.parse(endedAt) - Date.parse(startedAt)) / 1000);
  const each = steps.map(({ step, seconds }) => `${labelOf(step).toLowerCase()} ${asDuration(seconds)}`);
  return [`took ${took}`, ...each, ...(buildId === null ? [] : [`build ${buildId}`])].join(' · ');
}
