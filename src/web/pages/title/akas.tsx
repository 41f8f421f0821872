import type { JSX } from 'preact';

import { Pager } from '../../parts/pager.tsx';
import { Section } from '../../parts/section.tsx';
import { asNumber } from '../../words/format.ts';
import { languageName, regionName } from '../../words/markets.ts';
import type { PageTitle } from './title-card.tsx';

/** What a title is called in other markets. */
export function Akas({ title: { akas } }: { title: PageTitle }): JSX.Element | null {
  if (akas.totalCount === 0) return null;
  return (
    <Section title="Titles by market" aside={<span class="text-soft">{asNumber(akas.totalCount)}</span>}>
      <table class="w-full">
        <thead class="sr-only">
          <tr>
            <th scope="col">Title</th>
            <th scope="col">Market</th>
          </tr>
        </thead>
        <tbody>
          {akas.nodes.map(({ ordering, title, region, language, types, attributes, isOriginalTitle }) => (
            <tr key={ordering} class="border-b border-line align-top">
              <td class="py-1.5 pr-4" dir="auto" lang={language ?? undefined}>
                {title}
              </td>
              <td class="py-1.5 text-right text-soft">
                {[
                  isOriginalTitle ? 'original title' : regionName(region),
                  language === null ? '' : languageName(language),
                  ...types.filter((type) => type !== 'original' && type !== 'imdbDisplay'),
                  ...attributes,
                ]
                  .filter(Boolean)
                  .join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager name="akas" pageInfo={akas.pageInfo} label="titles by market" />
    </Section>
  );
}
