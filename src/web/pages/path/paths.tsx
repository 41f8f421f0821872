import type { JSX } from 'preact';

import type { PathPageQuery } from '../../generated/graphql.ts';
import { Section } from '../../parts/section.tsx';
import { href } from '../../routing/base.ts';
import { useQueryString } from '../../routing/use-query-string.ts';
import { countOf } from '../../words/count-of.ts';
import { Chain } from './chain.tsx';
import { ChainLine } from './chain-line.tsx';
import { FEW, MANY, numberOf, USUAL_STEPS, viaNameOf } from './path-choice.ts';

/** A path of the page's query. */
export type Path = NonNullable<NonNullable<PathPageQuery['path']>[number]>;

/** The first path drawn and the others as lines; or in words why there is none. */
export function Paths({ data, paths }: { data: PathPageQuery; paths: PathPageQuery['path'] }): JSX.Element {
  const { values } = useQueryString();
  const { from, to } = data;
  if (from == null || to == null) return <Unknown isFrom={from === null} isTo={to === null} />;
  const [first, ...others] = paths ?? [];
  if (first === undefined) return <NoPath />;
  if (first.degrees === 0) return <p class="notice">{from.primaryName} is 0 steps away: both are the same person.</p>;
  return (
    <>
      <Section
        title={countOf(first.degrees, 'step')}
        aside={
          <a class="link no-print" href={href('/compare', { a: from.id, b: to.id })}>
            Compare the two
          </a>
        }
      >
        <Chain path={first} />
      </Section>
      {others.length > 0 && (
        <Section title="Other ways of the same length">
          <ol>
            {others.map((path, index) => (
              <li key={index} class="border-b border-line py-2">
                <ChainLine path={path} />
              </li>
            ))}
          </ol>
          <More shown={others.length + 1} asked={numberOf(values['alternatives'], FEW)} />
        </Section>
      )}
    </>
  );
}

/** A link to more paths, where there may be some. */
function More({ shown, asked }: { shown: number; asked: number }): JSX.Element | null {
  const { withValues } = useQueryString();
  if (shown < asked || asked >= MANY) return null;
  return (
    <p class="no-print mt-3">
      <a class="button" href={withValues({ alternatives: MANY })}>
        Up to {MANY} ways
      </a>
    </p>
  );
}

function Unknown({ isFrom, isTo }: { isFrom: boolean; isTo: boolean }): JSX.Element {
  const { values } = useQueryString();
  const ids = [isFrom ? values['from'] : undefined, isTo ? values['to'] : undefined].filter(Boolean);
  return (
    <p class="notice" role="status">
      Nobody in the data has the id {ids.join(', and nobody ')}. Pick somebody by name.
    </p>
  );
}

/** No path: what the limits were, and how to widen them. */
function NoPath(): JSX.Element {
  const { values, withValues } = useQueryString();
  const steps = numberOf(values['maxDegrees'], USUAL_STEPS);
  const isFiltered = viaNameOf(values['via']) !== 'any';
  return (
    <div class="notice" role="status">
      <p class="mb-3">
        No path of at most {countOf(steps, 'step')} leads from one to the other{isFiltered && ' over these titles'}.
        IMDb’s files have principal cast and crew only, so that some people share titles that are not in them.
      </p>
      <p class="flex flex-wrap gap-2">
        {isFiltered && (
          <a class="button" href={withValues({ via: undefined })}>
            Over any credit
          </a>
        )}
        {steps < 20 && (
          <a class="button" href={withValues({ maxDegrees: 20 })}>
            With up to 20 steps
          </a>
        )}
      </p>
    </div>
  );
}
