import type { JSX } from 'preact';

import { Cover } from '../../parts/cover.tsx';
import { Portrait } from '../../parts/portrait.tsx';
import { RatingOf } from '../../parts/rating.tsx';
import { kindOf, TitleLink } from '../../parts/title-row.tsx';
import { href } from '../../routing/base.ts';
import { labelOf } from '../../words/labels.ts';
import type { Path } from './paths.tsx';

type Step = Path['steps'][number];

/** Number of steps up to which a path fits side by side on a wide screen. */
const MOST_ABREAST = 2;

/**
 * A path drawn as a chain of people and titles, with what each did on the line between them: from top to bottom, and
 * on wide screens from left to right where it is short.
 */
export function Chain({ path: { steps } }: { path: Path }): JSX.Element {
  const isAbreast = steps.length <= MOST_ABREAST;
  const [start] = steps;
  return (
    <ol class={`mt-6 ${isAbreast ? 'chain-abreast' : 'chain'}`}>
      {start !== undefined && <PersonNode person={start.person} />}
      {steps.map((step, index) => (
        <StepNodes key={index} step={step} />
      ))}
    </ol>
  );
}

function StepNodes({ step }: { step: Step }): JSX.Element {
  return (
    <>
      <Line word={step.category} />
      <TitleNode title={step.title} />
      <Line word={step.nextCategory} />
      <PersonNode person={step.next} />
    </>
  );
}

function PersonNode({ person: { id, primaryName } }: { person: Step['person'] }): JSX.Element {
  return (
    <li class="chain-node">
      <span class="chain-picture">
        <Portrait id={id} name={primaryName} class="w-16 lg:w-24" />
      </span>
      <a class="font-display text-lg leading-tight font-semibold" href={href(`/person/${id}`)} dir="auto">
        {primaryName}
      </a>
    </li>
  );
}

function TitleNode({ title }: { title: Step['title'] }): JSX.Element {
  return (
    <li class="chain-node">
      <span class="chain-picture">
        <Cover id={title.id} title={title.displayTitle} genres={title.genres} class="w-11 lg:w-16" />
      </span>
      <div class="min-w-0">
        <p class="leading-snug">
          <TitleLink title={title} />
        </p>
        <p class="text-sm text-soft">{kindOf(title)}</p>
        {title.rating !== null && <RatingOf rating={title.rating} />}
      </div>
    </li>
  );
}

/** What somebody did on a title, on the line that joins the two. */
function Line({ word }: { word: Step['category'] }): JSX.Element {
  return (
    <li class="chain-line">
      <span class="chain-stroke" aria-hidden="true" />
      <span class="text-sm text-soft">{labelOf(word)}</span>
    </li>
  );
}
