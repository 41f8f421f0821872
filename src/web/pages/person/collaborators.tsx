import type { JSX } from 'preact';

import { Portrait } from '../../parts/portrait.tsx';
import { Section } from '../../parts/section.tsx';
import { href } from '../../routing/base.ts';
import { countOf } from '../../words/count-of.ts';
import { asRating } from '../../words/format.ts';
import { asYearSpan } from '../../words/year-span.ts';
import type { PagePerson } from './person-card.tsx';

type Collaborator = PagePerson['collaborators']['nodes'][number];

/** The people with whom somebody shares most titles. */
export function Collaborators({ person: { id, collaborators } }: { person: PagePerson }): JSX.Element | null {
  const { totalCount, nodes } = collaborators;
  if (totalCount === 0) return null;
  return (
    <Section title="Collaborators" aside={<span class="text-soft">{countOf(totalCount, 'person', 'people')}</span>}>
      <ul class="grid gap-x-8 md:grid-cols-2">
        {nodes.map((collaborator) => (
          <li key={collaborator.person.id} class="flex items-start gap-3 py-2">
            <Portrait id={collaborator.person.id} name={collaborator.person.primaryName} class="w-10" />
            <div class="min-w-0 flex-1">
              <a class="font-medium" href={href(`/person/${collaborator.person.id}`)} dir="auto">
                {collaborator.person.primaryName}
              </a>
              <Together collaborator={collaborator} withId={id} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Together({ collaborator, withId }: { collaborator: Collaborator; withId: string }): JSX.Element {
  const { person, titleCount, firstYear, lastYear, averageRating, sharedTitles } = collaborator;
  const facts = [asYearSpan(firstYear, lastYear), averageRating === null ? '' : `mean ${asRating(averageRating)}`];
  return (
    <>
      <p class="text-sm text-soft">
        <a
          class="link"
          href={href('/compare', { a: withId, b: person.id })}
          aria-label={`${countOf(titleCount, 'title')} with ${person.primaryName}`}
        >
          {countOf(titleCount, 'title')}
        </a>
        {facts.filter(Boolean).map((fact) => ` · ${fact}`)}
      </p>
      <p class="text-sm">
        {sharedTitles.nodes.map(({ title }, index) => (
          <>
            {index > 0 && ', '}
            <a href={href(`/title/${title.id}`)} dir="auto">
              {title.displayTitle}
            </a>
          </>
        ))}
        {titleCount > sharedTitles.nodes.length && ' …'}
      </p>
    </>
  );
}
