import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { send } from '../../data/send.ts';
import { CancelExportDocument, StartExportDocument } from '../../generated/admin/graphql.ts';
import type { ExportToFragment } from '../../generated/admin/graphql.ts';
import { asAge, asList, asNumber, asTime } from '../../words/format.ts';
import { labelOf } from '../../words/labels.ts';
import { asDuration } from '../../words/measures.ts';
import { ActionButton, Outcome } from './action-button.tsx';
import { Check } from './check.tsx';
import { Confirm } from './confirm.tsx';
import { cancelExportWords, startExportWords } from './outcome-words.ts';
import { useAction } from './use-action.ts';

/** One database: the export that goes on, how the last one ended, and the buttons for another one. */
export function ExportTarget({ of, reload }: { of: ExportToFragment; reload: () => void }): JSX.Element {
  const { target, running, lastExport } = of;
  const action = useAction(reload);
  const [tmdb, setTmdb] = useState(of.tmdb);
  const lastEnd = lastExport?.endedAt ?? null;
  /** End of the export before the one that was begun here; undefined if none was, or its end was asked for. */
  const [endBefore, setEndBefore] = useState<string | null | undefined>(undefined);
  // What came of the start is said until the export has ended: then how it ended stands above.
  const isOver = endBefore !== undefined && endBefore !== lastEnd;
  return (
    <>
      <h3 class="break-all">
        <code>{target}</code>
      </h3>
      {running !== null && <Running running={running} />}
      {running === null && <Last last={lastExport} />}
      {running === null && (
        <div class="mt-2">
          <Check isOn={tmdb} onChange={setTmdb}>
            Export TMDB’s data too, under TMDB’s terms. If this is not ticked, the export deletes the tables of TMDB’s
            data that an earlier export has made there
          </Check>
        </div>
      )}
      <div class="mt-3 flex flex-wrap gap-2">
        {running === null ? (
          <ActionButton
            action={action}
            of={`to ${target}`}
            onClick={() => {
              setEndBefore(lastEnd);
              action.run(async () => startExportWords((await send(StartExportDocument, { target, tmdb })).startExport));
            }}
          >
            Export now
          </ActionButton>
        ) : (
          <Confirm
            action={action}
            label="Cancel"
            of={`the export to ${target}`}
            question="End this export?"
            yes="End it"
            onYes={() => {
              setEndBefore(undefined);
              action.run(async () => cancelExportWords((await send(CancelExportDocument, { target })).cancelExport));
            }}
          >
            The tables that are there stay as they are. The next export goes on from what is loaded.
          </Confirm>
        )}
      </div>
      <Outcome action={isOver ? { ...action, said: undefined } : action} />
    </>
  );
}

function Running({ running }: { running: NonNullable<ExportToFragment['running']> }): JSX.Element {
  const { startedAt, startedBy, buildId, rows, totalRows, estimatedSeconds } = running;
  const value = totalRows === null ? {} : { value: Math.min(rows, totalRows) };
  const measures = [
    `${asNumber(rows)}${totalRows === null ? '' : ` of ${asNumber(totalRows)}`} rows`,
    ...(estimatedSeconds === null ? [] : [`about ${asDuration(estimatedSeconds)} left`]),
  ];
  return (
    <>
      <p>
        Build {buildId}, by {startedBy}
        <span class="text-soft">, begun {asAge(startedAt)}</span>
      </p>
      <progress
        class="mt-2 h-3 w-full accent-accent"
        aria-label="Progress of the export"
        max={totalRows ?? 1}
        {...value}
      />
      <p class="text-sm text-soft tabular-nums">{asList(measures)}</p>
    </>
  );
}

function Last({ last }: { last: ExportToFragment['lastExport'] }): JSX.Element {
  if (last === null) return <p class="text-soft">Nothing was exported to it yet.</p>;
  const { outcome, endedAt, startedBy, buildId, rows, reason, tmdb } = last;
  return (
    <>
      <p>
        {labelOf(outcome)}
        <span class="text-soft">
          {buildId !== null && `, build ${buildId}`}, by {startedBy}, {asTime(endedAt)}
          {rows > 0 && `, ${asNumber(rows)} rows`}
        </span>
      </p>
      {tmdb !== null && (
        <p class="mt-1 text-sm">
          {tmdb.notice}
          {tmdb.keepUntil !== null && ` What it has of TMDB’s is to be renewed or deleted by ${tmdb.keepUntil}.`}
        </p>
      )}
      {reason !== null && <p class="mt-1 break-words text-sm text-bad">{reason}</p>}
    </>
  );
}
