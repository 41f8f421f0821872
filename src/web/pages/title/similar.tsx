import type { JSX } from 'preact';

import type { PageTitle as Title } from './title-card.tsx';
import { Section } from '../../parts/section.tsx';
import { TitleRow } from '../../parts/title-row.tsx';
import { href } from '../../routing/base.ts';
import { asPercent } from '../../words/format.ts';
import { reasonWords } from '../../words/reason-words.ts';
import { colourOf } from '../../../pictures/genre-hues.ts';

/** The most similar titles, each with the three reasons that weigh most. */
export function Similar({ title: { id, similar } }: { title: Title }): JSX.Element | null {
  if (similar.nodes.length === 0) return null;
  return (
    <Section title="Similar titles">
      <ul class="grid gap-x-8 md:grid-cols-2">
        {similar.nodes.map(({ score, reasons, title: other }) => (
          <li key={other.id}>
            <TitleRow title={other}>
              <p class="mt-0.5 text-sm">
                <a
                  class="link"
                  href={href('/compare', { a: id, b: other.id })}
                  aria-label={`Similarity ${asPercent(score)}: compare with ${other.displayTitle}`}
                >
                  {asPercent(score)}
                </a>{' '}
                <span class="text-soft">{reasons.slice(0, 3).map(reasonWords).join(', ')}</span>
              </p>
              <ScoreBar score={score} genre={other.genres[0]} />
            </TitleRow>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ScoreBar({ score, genre }: { score: number; genre: string | undefined }): JSX.Element {
  return (
    <svg viewBox="0 0 100 2" class="mt-1 h-1 w-full" preserveAspectRatio="none" aria-hidden="true">
      <rect width="100" height="2" class="fill-raised" />
      <rect width={100 * score} height="2" fill={colourOf(genre, { lightness: 0.6, chroma: 0.13 })} />
    </svg>
  );
}

/** Other titles of the same name: remakes and chance. */
export function Namesakes({ title: { namesakes } }: { title: Title }): JSX.Element | null {
  if (namesakes.nodes.length === 0) return null;
  return (
    <Section title="Of the same name">
      <ul class="grid gap-x-8 md:grid-cols-2">
        {namesakes.nodes.map((other) => (
          <li key={other.id}>
            <TitleRow title={other} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
