import type { JSX } from 'preact';

import { send } from '../../data/send.ts';
import { PruneBuildsDocument } from '../../generated/admin/graphql.ts';
import type { KeptBuildFragment } from '../../generated/admin/graphql.ts';
import { Section } from '../../parts/section.tsx';
import { Outcome } from './action-button.tsx';
import { BuildRow } from './build-row.tsx';
import { Comparison } from './comparison.tsx';
import { Confirm } from './confirm.tsx';
import { pruneWords } from './outcome-words.ts';
import { useAction } from './use-action.ts';

/** The builds that are kept, newest first, and what one can do with them. */
export function Builds({ builds, reload }: { builds: readonly KeptBuildFragment[]; reload: () => void }): JSX.Element {
  const prune = useAction(reload);
  return (
    <Section title="Builds">
      {builds.length === 0 && <p class="text-soft">No build is kept. A run makes one.</p>}
      <ul class="grid gap-3 lg:grid-cols-2" aria-label="Builds">
        {builds.map((build) => (
          <li key={build.id} class="panel min-w-0">
            <BuildRow build={build} reload={reload} />
          </li>
        ))}
      </ul>
      <div class="mt-3">
        <Confirm
          action={prune}
          label="Prune builds"
          question="Remove the builds beyond KEEP_BUILDS?"
          yes="Remove them"
          onYes={() => prune.run(async () => pruneWords((await send(PruneBuildsDocument, {})).pruneBuilds))}
        >
          One cannot go back to a build that is removed. Those that somebody still reads stay.
        </Confirm>
        <Outcome action={prune} />
      </div>
      {builds.length > 1 && <Comparison builds={builds} />}
    </Section>
  );
}
