import type { JSX } from 'preact';

import type { PathPageQuery, PersonNameFragment } from '../../generated/graphql.ts';
import { Portrait } from '../../parts/portrait.tsx';
import { Section } from '../../parts/section.tsx';
import { href } from '../../routing/base.ts';
import { useQueryString } from '../../routing/use-query-string.ts';

/** Number of examples. */
const MOST = 3;

/** What a path is, and pairs of people from the titles with most votes to try it with. */
export function Examples({ data }: { data: PathPageQuery }): JSX.Element {
  const { values } = useQueryString();
  const isUnknown = data.from === null || data.to === null;
  const pairs = pairsOf(data);
  return (
    <>
      {isUnknown && (
        <p class="notice" role="status">
          Nobody in the data has the id {data.from === null ? values['from'] : values['to']}. Pick somebody by name.
        </p>
      )}
      <p class="mt-6 max-w-2xl">
        Two people are one step apart if they worked on the same title. Pick two, and the shortest way from one to the
        other over titles and the people between is drawn.
      </p>
      {pairs.length > 0 && (
        <Section title="For example">
          <ul class="flex flex-wrap gap-3">
            {pairs.map(([from, to]) => (
              <li key={`${from.id} ${to.id}`}>
                <a class="button" href={href('/path', { from: from.id, to: to.id })}>
                  <Portrait id={from.id} name={from.primaryName} class="w-8" />
                  <span dir="auto">{from.primaryName}</span> <span class="text-soft">to</span>{' '}
                  <span dir="auto">{to.primaryName}</span>
                  <Portrait id={to.id} name={to.primaryName} class="w-8" />
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

/** From whom is picked to others, or else pairs of others. */
function pairsOf({ from, to, examples }: PathPageQuery): [PersonNameFragment, PersonNameFragment][] {
  const stars = examples?.nodes.flatMap(({ title }) => title.cast.nodes.flatMap(({ person }) => person ?? [])) ?? [];
  const picked = from ?? to ?? undefined;
  const others = [...new Map(stars.map((star) => [star.id, star])).values()].filter(({ id }) => id !== picked?.id);
  const pairs = others.slice(0, MOST + 1).map((star, index): [PersonNameFragment, PersonNameFragment] | undefined => {
    if (picked !== undefined) return from ? [picked, star] : [star, picked];
    const next = others[index + 1];
    return next && [star, next];
  });
  return pairs.filter((pair) => pair !== undefined).slice(0, MOST);
}
