import type { JSX } from 'preact';

import { send } from '../../data/send.ts';
import { PromoteBuildDocument, VerifyBuildDocument } from '../../generated/admin/graphql.ts';
import type { KeptBuildFragment } from '../../generated/admin/graphql.ts';
import { asNumber, asTime } from '../../words/format.ts';
import { asSize } from '../../words/measures.ts';
import { ActionButton, Outcome } from './action-button.tsx';
import { Confirm } from './confirm.tsx';
import { promoteWords, verifyWords } from './outcome-words.ts';
import { useAction } from './use-action.ts';

/** One build: what it is, what is damaged in it, and its check and promotion. */
export function BuildRow({ build, reload }: { build: KeptBuildFragment; reload: () => void }): JSX.Element {
  const { id, version, isServed, builtAt, format, bytes, rows, damages, verification } = build;
  const action = useAction(reload);
  const facts = [
    `version ${version}`,
    `format ${format}`,
    ...(builtAt === null ? [] : [asTime(builtAt)]),
    ...(bytes === null ? [] : [asSize(bytes)]),
    ...(rows === null ? [] : [`${asNumber(rows)} rows`]),
  ];
  const found = [...new Set([...damages, ...(verification?.damages ?? [])])];
  return (
    <>
      <h3 class="flex flex-wrap items-center gap-2">
        <code class="break-all">{id}</code>
        {isServed && <span class="rounded-full bg-accent px-2 text-sm font-normal text-on-accent">served</span>}
      </h3>
      <p class="text-sm text-soft tabular-nums">{facts.join(' · ')}</p>
      {found.length > 0 && (
        <ul class="mt-1 list-disc pl-5 text-sm text-bad" aria-label="Damages">
          {found.map((damage) => (
            <li key={damage} class="break-words">
              {damage}
            </li>
          ))}
        </ul>
      )}
      {verification !== null && <p class="mt-1 text-sm">{checkWords(verification)}</p>}
      <div class="mt-3 flex flex-wrap gap-2">
        <ActionButton
          action={action}
          of={`the build ${id}`}
          onClick={() => action.run(async () => verifyWords((await send(VerifyBuildDocument, { id })).verifyBuild))}
        >
          Verify
        </ActionButton>
        {!isServed && (
          <Confirm
            action={action}
            label="Promote"
            of={`the build ${id}`}
            question="Serve this build again?"
            yes="Serve it"
            onYes={() => action.run(async () => promoteWords((await send(PromoteBuildDocument, { id })).promoteBuild))}
          >
            Readers get the build {id} once its files are read and found whole. The next night brings the newest data
            again.
          </Confirm>
        )}
      </div>
      <Outcome action={action} />
    </>
  );
}

function checkWords({ state, startedAt, endedAt }: NonNullable<KeptBuildFragment['verification']>): string {
  if (state === 'RUNNING') return `Being verified since ${asTime(startedAt)} …`;
  return `Verified at ${asTime(endedAt ?? startedAt)}: ${state === 'WHOLE' ? 'whole' : 'damaged'}.`;
}
