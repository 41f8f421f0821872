import type { JSX } from 'preact';

import { Pager } from '../../parts/pager.tsx';
import { Section } from '../../parts/section.tsx';
import { TitleRow } from '../../parts/title-row.tsx';
import { useQueryString } from '../../routing/use-query-string.ts';
import { countOf } from '../../words/count-of.ts';
import { asList } from '../../words/format.ts';
import { labelOf } from '../../words/labels.ts';
import { orderNameOf } from './filmography-choice.ts';
import { OrderSelect, Roles } from './filmography-controls.tsx';
import type { PagePerson } from './person-card.tsx';

type Credit = PagePerson['credits']['nodes'][number];

/** Credits by role, in the order that one chooses; by year with a heading for each, and episodes as one row a series. */
export function Filmography({ person: { credits, creditSummary } }: { person: PagePerson }): JSX.Element {
  const { values } = useQueryString();
  if (creditSummary.credits === 0)
    return (
      <Section title="Filmography">
        <p class="text-soft">No credits: IMDb’s files have principal cast and crew only.</p>
      </Section>
    );
  const isByYear = orderNameOf(values['order']).startsWith('year');
  const groups = Map.groupBy(credits.nodes, ({ title }) =>
    isByYear ? (title?.startYear?.toString() ?? 'Without a year') : '',
  );
  return (
    <Section title="Filmography" aside={<OrderSelect />}>
      <Roles categories={creditSummary.categories} />
      {[...groups].map(([year, rows]) => (
        <div key={year} class="mt-3">
          {year !== '' && <h3 class="font-display text-soft">{year}</h3>}
          <ul class="grid gap-x-8 md:grid-cols-2">
            {rows.map((credit, index) => (
              <li key={index}>
                <CreditRow credit={credit} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p class="mt-3 text-sm text-soft">
        {countOf(credits.totalCount, 'row')}; the episodes of a series are one. IMDb’s files have principal cast and
        crew only.
      </p>
      <Pager name="credits" pageInfo={credits.pageInfo} label="the filmography" />
    </Section>
  );
}

function CreditRow({ credit }: { credit: Credit }): JSX.Element {
  const { title, category, categoryName, characters, job, episodeCount } = credit;
  const work = category === 'OTHER' ? labelOf(categoryName) : labelOf(category);
  const words = [
    characters === null ? work : asList(characters),
    job !== null && job !== categoryName ? job : '',
    episodeCount === null ? '' : countOf(episodeCount, 'episode'),
  ];
  const about = (
    <p class="text-sm" dir="auto">
      {words.filter(Boolean).join(' · ')}
    </p>
  );
  if (title !== null) return <TitleRow title={title}>{about}</TitleRow>;
  return (
    <div class="py-2 text-soft">
      A title that IMDb’s files name and do not have
      {about}
    </div>
  );
}
