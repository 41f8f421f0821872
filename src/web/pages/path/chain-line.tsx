import type { JSX } from 'preact';

import { Cover } from '../../parts/cover.tsx';
import { Portrait } from '../../parts/portrait.tsx';
import { TitleLink } from '../../parts/title-row.tsx';
import { href } from '../../routing/base.ts';
import type { Path } from './paths.tsx';

/** What is between the two ends of a path as a line of names, for the paths beside the one that is drawn. */
export function ChainLine({ path: { steps } }: { path: Path }): JSX.Element {
  return (
    <p class="flex flex-wrap items-center gap-x-2 gap-y-1">
      {steps.map(({ title, next }, index) => (
        <>
          {index > 0 && <Dash />}
          <span class="inline-flex items-center gap-1.5">
            <Cover id={title.id} title={title.displayTitle} genres={title.genres} class="w-5" />
            <TitleLink title={title} />
            {title.startYear !== null && <span class="text-sm text-soft">{title.startYear}</span>}
          </span>
          {index < steps.length - 1 && (
            <>
              <Dash />
              <Person person={next} />
            </>
          )}
        </>
      ))}
    </p>
  );
}

function Person({ person: { id, primaryName } }: { person: Path['steps'][number]['person'] }): JSX.Element {
  return (
    <span class="inline-flex items-center gap-1.5">
      <Portrait id={id} name={primaryName} class="w-6" />
      <a href={href(`/person/${id}`)} dir="auto">
        {primaryName}
      </a>
    </span>
  );
}

function Dash(): JSX.Element {
  return (
    <span class="text-soft" aria-hidden="true">
      –
    </span>
  );
}
