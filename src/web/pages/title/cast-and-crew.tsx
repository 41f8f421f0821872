import type { JSX } from 'preact';

import type { CreditLineFragment } from '../../generated/graphql.ts';
import { Pager } from '../../parts/pager.tsx';
import { Section } from '../../parts/section.tsx';
import { href } from '../../routing/base.ts';
import { asList, asNumber } from '../../words/format.ts';
import { labelOf } from '../../words/labels.ts';
import type { PageTitle } from './title-card.tsx';

/** Principal cast with characters, by billing, and crew by what they did. */
export function CastAndCrew({ title: { cast, crew } }: { title: PageTitle }): JSX.Element | null {
  if (cast.totalCount === 0 && crew.totalCount === 0) return null;
  return (
    <>
      {cast.totalCount > 0 && (
        <Section title="Cast" aside={<span class="text-soft">{asNumber(cast.totalCount)} in IMDb’s files</span>}>
          <ul class="grid gap-x-8 sm:grid-cols-2">
            {cast.nodes.map((credit, index) => (
              <li key={index} class="flex justify-between gap-4 border-b border-line py-1.5">
                <PersonOf credit={credit} />
                <span class="text-right text-soft" dir="auto">
                  {asList(credit.characters ?? [])}
                </span>
              </li>
            ))}
          </ul>
          <Pager name="cast" pageInfo={cast.pageInfo} label="the cast" />
        </Section>
      )}
      {crew.totalCount > 0 && (
        <Section title="Crew">
          <dl class="grid gap-x-8 gap-y-2 sm:grid-cols-2">
            {[...Map.groupBy(crew.nodes, ({ categoryName }) => categoryName)].map(([word, credits]) => (
              <div key={word}>
                <dt class="text-sm text-soft">{labelOf(word)}</dt>
                {credits.map((credit, index) => (
                  <dd key={index}>
                    <PersonOf credit={credit} />
                    {credit.job !== null && credit.job !== credit.categoryName && (
                      <span class="text-soft"> ({credit.job})</span>
                    )}
                  </dd>
                ))}
              </div>
            ))}
          </dl>
        </Section>
      )}
    </>
  );
}

/** A person by name; of those whom IMDb’s files name by id alone there is none. */
function PersonOf({ credit: { person } }: { credit: CreditLineFragment }): JSX.Element {
  if (person === null) return <span class="text-soft">not in the data</span>;
  return (
    <a class="font-medium" href={href(`/person/${person.id}`)} dir="auto">
      {person.primaryName}
    </a>
  );
}
