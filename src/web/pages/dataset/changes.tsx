import type { JSX } from 'preact';

import type { DatasetPageQuery } from '../../generated/graphql.ts';
import { useListTop } from '../../lists/use-list-top.ts';
import { slugOf } from '../../parts/genre-chip.tsx';
import { Pager } from '../../parts/pager.tsx';
import { Section } from '../../parts/section.tsx';
import { useQueryString } from '../../routing/use-query-string.ts';
import { asNumber } from '../../words/format.ts';
import { buildTime } from './build-time.ts';
import { ChangeRow } from './change-row.tsx';
import { CHANGE_KINDS, changeKindOf, KIND_LIST } from './change-kinds.ts';

/** What differs from an earlier build: since which, of which kind, and a page of the changes. */
export function Changes({ data }: { data: DatasetPageQuery }): JSX.Element | null {
  const { changes, dataset } = data;
  const top = useListTop(changes?.pageInfo.startCursor ?? null);
  if (changes === null) return null;
  if (dataset.previousBuildIds.length === 0)
    return (
      <Section title="Changes">
        <p class="text-soft">
          This is the first build, and there is nothing to compare it to: changes show after the next one.
        </p>
      </Section>
    );
  return (
    <div ref={top}>
      <Section title="Changes" aside={<span class="text-soft">{asNumber(changes.totalCount)}</span>}>
        <Builds ids={dataset.previousBuildIds} />
        <Kinds data={data} />
        {changes.nodes.length === 0 && <p class="text-soft">Nothing of this kind has changed.</p>}
        <ul class="grid gap-x-8 md:grid-cols-2">
          {changes.nodes.map((change) => (
            <li key={`${change.kind} ${change.id}`} class="border-b border-line">
              <ChangeRow change={change} />
            </li>
          ))}
        </ul>
        <Pager name="" pageInfo={changes.pageInfo} label="changes" />
      </Section>
    </div>
  );
}

/** The earlier builds; the newest is the usual one. */
function Builds({ ids }: { ids: readonly string[] }): JSX.Element {
  const { values, withValues } = useQueryString();
  const shown = values['since'] || ids[0];
  return (
    <ul class="mb-2 flex flex-wrap items-center gap-1.5" aria-label="Since which build">
      <li class="text-sm text-soft">Since the build of</li>
      {ids.map((id) => (
        <li key={id}>
          <a
            class={id === shown ? 'chip-on' : 'chip'}
            aria-current={id === shown}
            href={withValues({ since: id, after: undefined, before: undefined })}
          >
            {buildTime(id)}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Kinds({ data }: { data: DatasetPageQuery }): JSX.Element {
  const { values, withValues } = useQueryString();
  const shown = changeKindOf(values['kind']);
  const total = KIND_LIST.reduce((sum, kind) => sum + (data[kind]?.totalCount ?? 0), 0);
  return (
    <ul class="no-print mb-2 flex flex-wrap gap-1.5" aria-label="Kinds of changes">
      {[undefined, ...KIND_LIST].map((kind) => (
        <li key={kind ?? 'all'}>
          <a
            class={kind === shown ? 'chip-on' : 'chip'}
            aria-current={kind === shown}
            href={withValues({ kind: kind && slugOf(kind), after: undefined, before: undefined })}
          >
            {kind === undefined ? 'All' : CHANGE_KINDS[kind]}{' '}
            <span class={`tabular-nums ${kind === shown ? '' : 'text-soft'}`}>
              {asNumber(kind === undefined ? total : (data[kind]?.totalCount ?? 0))}
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
