import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';

import { send } from '../../data/send.ts';
import { CompareBuildsDocument } from '../../generated/admin/graphql.ts';
import type { CompareBuildsQuery, KeptBuildFragment } from '../../generated/admin/graphql.ts';
import { countOf } from '../../words/count-of.ts';
import { asNumber } from '../../words/format.ts';
import { asSize } from '../../words/measures.ts';
import { ActionButton, Outcome } from './action-button.tsx';
import { useAction } from './use-action.ts';

type Tables = NonNullable<CompareBuildsQuery['compareBuilds']>['tables'];

/** Two builds beside each other, by the rows and sizes of their tables. */
export function Comparison({ builds }: { builds: readonly KeptBuildFragment[] }): JSX.Element {
  const [chosenFrom, setFrom] = useState('');
  const [chosenTo, setTo] = useState('');
  // A build that was chosen may be gone.
  const from = (builds.find(({ id }) => id === chosenFrom) ?? builds[1])?.id ?? '';
  const to = (builds.find(({ id }) => id === chosenTo) ?? builds[0])?.id ?? '';
  const [tables, setTables] = useState<Tables | undefined>(undefined);
  const action = useAction(() => undefined);

  function compare(): void {
    setTables(undefined);
    action.run(async () => {
      const { compareBuilds } = await send(CompareBuildsDocument, { from, to });
      if (compareBuilds === null) return { words: 'One of them is no longer kept, or cannot be read.', isGood: false };
      setTables(compareBuilds.tables);
      const differing = compareBuilds.tables.filter(({ isSame }) => !isSame).length;
      return { words: `${countOf(differing, 'table')} of ${compareBuilds.tables.length} differ.`, isGood: true };
    });
  }

  return (
    <div class="mt-4">
      <h3>Compare two builds</h3>
      <div class="mt-1 flex flex-wrap items-end gap-2">
        <Choice label="From" builds={builds} chosen={from} onChoose={setFrom} />
        <Choice label="To" builds={builds} chosen={to} onChoose={setTo} />
        <ActionButton action={action} onClick={compare}>
          Compare
        </ActionButton>
      </div>
      <Outcome action={action} />
      {tables !== undefined && <TableOf tables={tables} />}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  builds: readonly KeptBuildFragment[];
  chosen: string;
  onChoose: (id: string) => void;
}

function Choice({ label, builds, chosen, onChoose }: ChoiceProps): JSX.Element {
  const id = useId();
  return (
    <div>
      <label class="block text-sm text-soft" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="field max-w-full"
        value={chosen}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      >
        {builds.map((build) => (
          <option key={build.id} value={build.id}>
            {build.id}
          </option>
        ))}
      </select>
    </div>
  );
}

const rows = (count: number | null): string => (count === null ? '–' : asNumber(count));
const size = (bytes: number | null): string => (bytes === null ? '–' : asSize(bytes));

function TableOf({ tables }: { tables: Tables }): JSX.Element {
  return (
    <div class="mt-2 overflow-x-auto" tabIndex={0} role="region" aria-label="Tables of both builds">
      <table class="w-full text-sm">
        <thead>
          <tr class="border-b border-line text-soft">
            {['Table', 'Rows from', 'Rows to', 'Size from', 'Size to', 'Bytes'].map((head, at) => (
              <th
                key={head}
                scope="col"
                class={`py-1.5 font-normal whitespace-nowrap ${at > 0 ? 'pl-4 text-right' : ''}`}
              >
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tables.map(({ name, isSame, rowsFrom, rowsTo, bytesFrom, bytesTo }) => (
            <tr key={name} class="border-b border-line text-right tabular-nums">
              <th scope="row" class="py-1.5 text-left font-medium">
                {name}
              </th>
              <td class="pl-4">{rows(rowsFrom)}</td>
              <td class="pl-4">{rows(rowsTo)}</td>
              <td class="pl-4 whitespace-nowrap">{size(bytesFrom)}</td>
              <td class="pl-4 whitespace-nowrap">{size(bytesTo)}</td>
              <td class="pl-4">{isSame ? 'same' : 'differ'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
