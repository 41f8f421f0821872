import type { JSX } from 'preact';

import { Pager } from '../../parts/pager.tsx';
import { Section } from '../../parts/section.tsx';
import { TitleRow } from '../../parts/title-row.tsx';
import { href } from '../../routing/base.ts';
import { countOf } from '../../words/count-of.ts';
import { asList } from '../../words/format.ts';
import { labelOf } from '../../words/labels.ts';
import { asYearSpan } from '../../words/year-span.ts';
import type { Compared, PersonComparison } from './compared.ts';

export interface TitlesInCommonProps {
  comparison: PersonComparison;
  a: Compared;
  b: Compared;
}

/** Titles on which both people are credited, with what each did; or the way to the path between them. */
export function TitlesInCommon({ comparison, a, b }: TitlesInCommonProps): JSX.Element {
  const { sharedTitles, firstSharedYear, lastSharedYear } = comparison;
  const { totalCount, nodes, pageInfo } = sharedTitles;
  const years = asYearSpan(firstSharedYear, lastSharedYear);
  return (
    <Section
      title="Titles in common"
      aside={
        <span class="text-soft">
          {countOf(totalCount, 'title')}
          {years !== undefined && `, ${years}`}
        </span>
      }
    >
      {totalCount === 0 && (
        <p>
          None in IMDb’s files.{' '}
          <a class="link" href={href('/path', { from: a.id, to: b.id })}>
            Find the path between them
          </a>
        </p>
      )}
      <ul class="grid gap-x-8 md:grid-cols-2">
        {nodes.map(({ title, people }) => (
          <li key={title.id}>
            <TitleRow title={title}>
              {people.map(({ person, categories }) => (
                <p key={person.id} class="text-sm">
                  <span dir="auto">{person.primaryName}</span>{' '}
                  <span class="text-soft">{asList(categories.map(labelOf))}</span>
                </p>
              ))}
            </TitleRow>
          </li>
        ))}
      </ul>
      <Pager name="shared" pageInfo={pageInfo} label="titles in common" />
    </Section>
  );
}
