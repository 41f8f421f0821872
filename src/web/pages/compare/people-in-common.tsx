import type { JSX } from 'preact';

import { Pager } from '../../parts/pager.tsx';
import { Portrait } from '../../parts/portrait.tsx';
import { Section } from '../../parts/section.tsx';
import { href } from '../../routing/base.ts';
import { countOf } from '../../words/count-of.ts';
import { asList } from '../../words/format.ts';
import { labelOf } from '../../words/labels.ts';
import type { TitleComparison } from './compared.ts';

export interface PeopleInCommonProps {
  shared: TitleComparison['sharedPeople'];
  /** Names of the titles. */
  a: string;
  b: string;
}

/** People with credits on both titles, with what they did on each. */
export function PeopleInCommon({ shared: { totalCount, nodes, pageInfo }, a, b }: PeopleInCommonProps): JSX.Element {
  return (
    <Section
      title="People in common"
      aside={<span class="text-soft">{countOf(totalCount, 'person', 'people')} in IMDb’s files</span>}
    >
      {totalCount === 0 ? (
        <p class="text-soft">Nobody is credited on both.</p>
      ) : (
        <table class="w-full table-fixed">
          <thead class="text-sm text-soft">
            <tr class="align-bottom">
              <th scope="col" class="py-1 font-normal">
                Person
              </th>
              <th scope="col" class="w-3/10 px-2 py-1 font-normal break-words" dir="auto">
                {a}
              </th>
              <th scope="col" class="w-3/10 py-1 font-normal break-words" dir="auto">
                {b}
              </th>
            </tr>
          </thead>
          <tbody>
            {nodes.map(({ person, categoriesInA, categoriesInB }) => (
              <tr key={person.id} class="border-t border-line">
                <th scope="row" class="py-2 font-medium">
                  <span class="flex items-center gap-2 sm:gap-3">
                    <Portrait id={person.id} name={person.primaryName} class="w-8 sm:w-10" />
                    <a class="min-w-0 break-words" href={href(`/person/${person.id}`)} dir="auto">
                      {person.primaryName}
                    </a>
                  </span>
                </th>
                <td class="px-2 py-2 break-words">{asList(categoriesInA.map(labelOf))}</td>
                <td class="py-2 break-words">{asList(categoriesInB.map(labelOf))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pager name="shared" pageInfo={pageInfo} label="people in common" />
    </Section>
  );
}
