import type { JSX } from 'preact';

import type { TmdbCrewFragment } from '../generated/graphql.ts';
import { Section } from '../parts/section.tsx';
import { asNumber } from '../words/format.ts';
import { NameOf } from './cast.tsx';
import { TmdbLink } from './tmdb-link.tsx';

/** The crew by job, in TMDB's order; nothing where TMDB has none. */
export function TmdbCrew({ crew, url }: { crew: TmdbCrewFragment; url: string }): JSX.Element | null {
  const { nodes, totalCount } = crew;
  if (totalCount === 0) return null;
  const more = totalCount - nodes.length;
  return (
    <Section title="Crew at TMDB" aside={<TmdbLink url={`${url}/cast`} />}>
      <dl class="grid gap-x-8 gap-y-2 sm:grid-cols-2">
        {[...Map.groupBy(nodes, ({ job }) => job ?? 'Crew')].map(([job, members]) => (
          <div key={job}>
            <dt class="text-sm text-soft">{job}</dt>
            {members.map((member, index) => (
              <dd key={index}>
                <NameOf member={member} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {more > 0 && <p class="mt-3 text-sm text-soft">And {asNumber(more)} more at TMDB.</p>}
    </Section>
  );
}
