import type { JSX } from 'preact';

import type { ExportToFragment } from '../../generated/admin/graphql.ts';
import { Section } from '../../parts/section.tsx';
import { ExportTarget } from './export-target.tsx';

/** The databases that exports go to, and what one can do with them. */
export function Exports({
  targets,
  reload,
}: {
  targets: readonly ExportToFragment[];
  reload: () => void;
}): JSX.Element {
  return (
    <Section title="Exports">
      {targets.length === 0 && (
        <p class="text-soft">
          The setting EXPORT_URL names no database. With one, the build that is served can be put there, by hand or
          after each run.
        </p>
      )}
      <ul class="grid gap-3 lg:grid-cols-2" aria-label="Targets of exports">
        {targets.map((target) => (
          <li key={target.target} class="panel min-w-0">
            <ExportTarget of={target} reload={reload} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
