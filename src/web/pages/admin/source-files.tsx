import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import type { SourceFilesFragment } from '../../generated/admin/graphql.ts';
import { Section } from '../../parts/section.tsx';
import { asTime } from '../../words/format.ts';
import { labelOf } from '../../words/labels.ts';
import { asSize } from '../../words/measures.ts';
import { FileActions } from './file-actions.tsx';
import { FileTable } from './file-table.tsx';
import { filesWords } from './outcome-words.ts';

/** IMDb's files on the disk of the service, and what one can do with those that are ticked. */
export function SourceFiles({ datasets, reload }: { datasets: SourceFilesFragment; reload: () => void }): JSX.Element {
  const { files, location, extractLocation, freeBytes, lastAction } = datasets;
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const names = files.map(({ name }) => name).filter((name) => ticked.has(name));
  return (
    <Section title="Source files" aside={<span class="text-soft">{asSize(freeBytes)} free on their disk</span>}>
      <dl class="mb-2 grid gap-x-8 gap-y-2 text-sm sm:grid-cols-2">
        <div>
          <dt class="text-soft">Folder of the downloads</dt>
          <dd class="break-all">
            <code>{location}</code>
          </dd>
        </div>
        <div>
          <dt class="text-soft">Folder of extracted text</dt>
          <dd class="break-all">
            {extractLocation === null ? 'none: EXTRACT_DIR names it' : <code>{extractLocation}</code>}
          </dd>
        </div>
      </dl>
      <FileTable
        files={files}
        ticked={ticked}
        onTick={(name, isOn) =>
          setTicked(new Set(isOn ? [...ticked, name] : [...ticked].filter((one) => one !== name)))
        }
      />
      <FileActions names={names} canExtract={extractLocation !== null} reload={reload} />
      {lastAction !== null && <LastAction action={lastAction} />}
    </Section>
  );
}

/** The last action on the files, whoever asked for it. */
function LastAction({ action }: { action: NonNullable<SourceFilesFragment['lastAction']> }): JSX.Element {
  const { kind, startedBy, startedAt, endedAt, result } = action;
  const { words, lines = [] } = filesWords(result);
  const isRunning = result.outcome === 'RUNNING';
  return (
    <details class="mt-3 text-sm">
      <summary class="cursor-pointer">
        Last action: {labelOf(kind).toLowerCase()} by {startedBy}, {asTime(endedAt ?? startedAt)}:{' '}
        {isRunning ? 'it goes on …' : words}
      </summary>
      <ul class="mt-1 list-disc pl-5">
        {lines.map((line) => (
          <li key={line} class="break-words">
            {line}
          </li>
        ))}
      </ul>
    </details>
  );
}
