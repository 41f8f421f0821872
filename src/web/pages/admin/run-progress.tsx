import type { JSX } from 'preact';

import type { IngestNowFragment, IngestStep } from '../../generated/admin/graphql.ts';
import { asAge, asList, asNumber, asPercent } from '../../words/format.ts';
import { labelOf } from '../../words/labels.ts';
import { asDuration, asSize } from '../../words/measures.ts';

/** Steps of a run, in their order. */
export const STEPS: readonly IngestStep[] = ['DOWNLOAD', 'BUILD', 'VERIFY', 'PROMOTE'];

/** How far a run is: its step, and the bytes, rows and time of it. */
export function RunProgress({ status }: { status: IngestNowFragment }): JSX.Element {
  const { kind, step, stepShare, startedAt, startedBy } = status;
  return (
    <>
      <h3>
        {kind === null ? 'A run' : labelOf(kind)}
        {startedBy !== null && ` by ${startedBy}`}
        {startedAt !== null && <span class="font-normal text-soft">, begun {asAge(startedAt)}</span>}
      </h3>
      <ol class="mt-2 flex flex-wrap gap-1.5" aria-label="Steps">
        {STEPS.map((one) => (
          <li key={one} class={one === step ? 'chip-on' : 'chip'} aria-current={one === step ? 'step' : undefined}>
            {labelOf(one)}
          </li>
        ))}
      </ol>
      <progress class="bar mt-3 h-3 w-full" aria-label="Progress of the step" {...valueOf(stepShare)} />
      <p class="text-sm text-soft tabular-nums">{asList(measuresOf(status)) || 'It has just begun.'}</p>
    </>
  );
}

/** Without a value the bar says that the share is not known. */
function valueOf(share: number | null): { max: number; value?: number } {
  return share === null ? { max: 1 } : { max: 1, value: share };
}

function measuresOf({ stepShare, bytes, totalBytes, rows, estimatedSeconds }: IngestNowFragment): string[] {
  return [
    ...(stepShare === null ? [] : [`${asPercent(stepShare)} of the step`]),
    ...(bytes === null ? [] : [`${asSize(bytes)}${totalBytes === null ? '' : ` of ${asSize(totalBytes)}`}`]),
    ...(rows === null ? [] : [`${asNumber(rows)} rows`]),
    ...(estimatedSeconds === null ? [] : [`about ${asDuration(estimatedSeconds)} left`]),
  ];
}
