import { isNotCompared } from './compared.ts';
import type { JSX } from 'preact';

import type { ComparePageQuery } from '../../generated/graphql.ts';
import { Cover } from '../../parts/cover.tsx';
import { Portrait } from '../../parts/portrait.tsx';
import { Section } from '../../parts/section.tsx';
import { kindOf } from '../../parts/title-row.tsx';
import { href } from '../../routing/base.ts';
import { useQueryString } from '../../routing/use-query-string.ts';
import { countOf } from '../../words/count-of.ts';
import { asPercent } from '../../words/format.ts';

/** Something to compare with, and why. */
interface Suggested {
  address: string;
  name: string;
  why: string;
  picture: JSX.Element;
}

/** With what something may be compared: similar titles, or people with whom somebody worked; or pairs to begin with. */
export function Suggestions({ data }: { data: ComparePageQuery }): JSX.Element {
  const { values } = useQueryString();
  const suggested = suggestedFor(data);
  const isUnknown = data.a === null || data.b === null;
  return (
    <>
      {isUnknown && (
        <p class="notice" role="status">
          Nothing in the data has the id {data.a === null ? values['a'] : values['b']}. Pick something by name.
        </p>
      )}
      {data.a === undefined && (
        <p class="mt-6 max-w-2xl">
          Two titles: how similar they are and why, and who worked on both. Two people: what both worked on, and when.
        </p>
      )}
      {suggested.length > 0 && (
        <Section title={data.a == null ? 'For example' : 'Compare with'}>
          <ul class="grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
            {suggested.map(({ address, name, why, picture }) => (
              <li key={address}>
                <a class="panel flex h-full items-center gap-3 hover:bg-raised" href={address}>
                  {picture}
                  <span class="min-w-0">
                    <span class="block font-medium break-words" dir="auto">
                      {name}
                    </span>
                    <span class="block text-sm text-soft" dir="auto">
                      {why}
                    </span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function suggestedFor({ a, examples }: ComparePageQuery): Suggested[] {
  if (a?.__typename === 'Person')
    return (a.collaborators?.nodes ?? []).map(({ person, titleCount }) => ({
      address: href('/compare', { a: a.id, b: person.id }),
      name: person.primaryName,
      why: `${countOf(titleCount, 'title')} in common`,
      picture: <Portrait id={person.id} name={person.primaryName} class="w-12" />,
    }));
  if (a != null && !isNotCompared(a))
    return (a.similar?.nodes ?? []).map(({ title, score }) => ({
      address: href('/compare', { a: a.id, b: title.id }),
      name: title.displayTitle,
      why: `${kindOf(title)} · ${asPercent(score)} similar`,
      picture: <Cover id={title.id} title={title.displayTitle} genres={title.genres} class="w-12" />,
    }));
  const titles = examples?.nodes.map(({ title }) => title) ?? [];
  return titles.flatMap((title, index) => {
    const next = titles[index + 1];
    // Each title once: the first with the second, the third with the fourth.
    if (index % 2 === 1 || next === undefined) return [];
    return {
      address: href('/compare', { a: title.id, b: next.id }),
      name: title.displayTitle,
      why: `and ${next.displayTitle}`,
      picture: <Cover id={title.id} title={title.displayTitle} genres={title.genres} class="w-12" />,
    };
  });
}
