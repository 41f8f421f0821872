import type { JSX } from 'preact';

import { Section } from '../../parts/section.tsx';
import { asPercent } from '../../words/format.ts';
import { reasonWords } from '../../words/reason-words.ts';
import type { TitleComparison } from './compared.ts';

type Reason = TitleComparison['similarity']['reasons'][number];

/** Kinds of reasons in words. */
const KINDS: Readonly<Record<Reason['kind'], string>> = {
  COLLECTION: 'Collection',
  ERA: 'Years',
  GENRE: 'Genre',
  KEYWORD: 'Keyword',
  KEYWORD_WORDS: 'Words of the keywords',
  OVERVIEW_WORDS: 'Words of the overview',
  PERSON: 'Person',
  SERIES: 'Series',
  TITLE_WORDS: 'Words of the title',
};

/** Kinds of what TMDB says. */
const OF_TMDB: ReadonlySet<Reason['kind']> = new Set(['COLLECTION', 'KEYWORD', 'KEYWORD_WORDS', 'OVERVIEW_WORDS']);

/** How similar two titles are, and why: a bar for each reason, as long as its part of the score. */
export function Similarity({ similarity: { score, reasons } }: Pick<TitleComparison, 'similarity'>): JSX.Element {
  const most = Math.max(...reasons.map(({ weight }) => weight), 0);
  return (
    <Section title="Similarity">
      <p class="mb-3 flex items-center gap-4">
        <span class="font-display text-4xl font-semibold tabular-nums">{asPercent(score)}</span>
        <span class="text-soft">
          {reasons.length === 0
            ? 'Nothing in the data makes them similar.'
            : `By people, genres, years, words of the title${reasons.some(({ kind }) => OF_TMDB.has(kind)) ? ', what TMDB says' : ''} and fame.`}
        </span>
      </p>
      {reasons.length > 0 && (
        <table class="w-full max-w-3xl">
          <thead class="sr-only">
            <tr>
              <th scope="col">Reason</th>
              <th scope="col">Drawn</th>
              <th scope="col">Part of the score</th>
            </tr>
          </thead>
          <tbody>
            {reasons.map((reason) => (
              <ReasonRow key={`${reason.kind} ${reason.detail}`} reason={reason} most={most} />
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function ReasonRow({ reason: { kind, detail, weight }, most }: { reason: Reason; most: number }): JSX.Element {
  return (
    <tr>
      <th scope="row" class="w-2/5 py-1 pr-4 font-normal sm:w-1/3">
        <span class="block text-xs text-soft">{KINDS[kind]}</span>
        <span class="break-words" dir="auto">
          {reasonWords({ kind, detail })}
        </span>
      </th>
      <td class="py-1">
        <svg viewBox="0 0 100 2" class="h-3 w-full" preserveAspectRatio="none" aria-hidden="true">
          <rect width="100" height="2" class="fill-raised" />
          <rect width={(100 * weight) / most} height="2" class="fill-accent" />
        </svg>
      </td>
      <td class="w-16 py-1 pl-3 text-right text-sm tabular-nums">
        {weight < 0.005 ? `<${asPercent(0.01)}` : asPercent(weight)}
      </td>
    </tr>
  );
}
