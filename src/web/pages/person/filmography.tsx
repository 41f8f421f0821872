import type { JSX } from 'preact';

import { Pager } from '../../parts/pager.tsx';
import { Section } from '../../parts/section.tsx';
import { TitleRow } from '../../parts/title-row.tsx';
import { useQueryString } from '../../routing/use-query-string.ts';
import { countOf } from '../../words/count-of.ts';
import { asList, asNumber } from '../../words/format.ts';
import { labelOf } from '../../words/labels.ts';
import { orderNameOf, ORDERS, rolesOf, withRole } from './filmography-choice.ts';
import type { PagePerson } from './person-card.tsx';

type Credit = PagePerson['credits']['nodes'][number];

/** Credits by role, in the order that one chooses; by year with a heading for each, and episodes as one row a series. */
export function Filmography({ person: { credits, creditSummary } }: { person: PagePerson }): JSX.Element {
  const { values } = useQueryString();
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

function OrderSelect(): JSX.Element {
  const { values, change } = useQueryString();
  return (
    <select
      class="field no-print"
      aria-label="Order of the filmography"
      value={orderNameOf(values['order'])}
      onChange={({ currentTarget: { value } }) =>
        change({ order: value === 'year-desc' ? undefined : value, creditsAfter: undefined, creditsBefore: undefined })
      }
    >
      {Object.entries(ORDERS).map(([name, words]) => (
        <option key={name} value={name}>
          {words}
        </option>
      ))}
    </select>
  );
}

/** Filters by category: links that add or take away one each. The numbers count each episode. */
function Roles({ categories }: { categories: PagePerson['creditSummary']['categories'] }): JSX.Element | null {
  const { values, withValues } = useQueryString();
  const roles = rolesOf(values['roles']);
  // Several words that are newer than the enum are one category.
  const counts = Map.groupBy(categories, ({ category }) => category);
  if (counts.size < 2 && roles.length === 0) return null;
  return (
    <ul class="no-print flex flex-wrap gap-2" aria-label="Filmography by role">
      <li>
        <a
          class={roles.length === 0 ? 'chip-on' : 'chip'}
          href={withValues({ roles: undefined, creditsAfter: undefined, creditsBefore: undefined })}
          aria-current={roles.length === 0}
        >
          All
        </a>
      </li>
      {[...counts].map(([category, entries]) => (
        <li key={category}>
          <a
            class={roles.includes(category) ? 'chip-on' : 'chip'}
            href={withValues({
              roles: withRole(roles, category),
              creditsAfter: undefined,
              creditsBefore: undefined,
            })}
            aria-current={roles.includes(category)}
          >
            {labelOf(category)}{' '}
            <span class="tabular-nums opacity-80">{asNumber(entries.reduce((sum, { count }) => sum + count, 0))}</span>
          </a>
        </li>
      ))}
    </ul>
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
