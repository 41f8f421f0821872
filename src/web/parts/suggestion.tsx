import type { JSX } from 'preact';

import type { SuggestQuery } from '../generated/graphql.ts';
import { asYears } from '../words/format.ts';
import { labelOf } from '../words/labels.ts';
import { asLifetime } from '../words/lifetime.ts';
import { Cover } from './cover.tsx';
import { Marked } from './marked.tsx';
import { Portrait } from './portrait.tsx';

/** A title or a person that is suggested, with the text that matches. */
export type Hit = NonNullable<SuggestQuery['suggest']>[number];

/** A suggestion: picture, name with the typed words marked, what it is, and the matching text where it is another. */
export function Suggestion({ hit, text }: { hit: Hit; text: string }): JSX.Element {
  const { node, matchedText } = hit;
  const name = nameOf(hit);
  return (
    <>
      {node.__typename === 'Person' ? (
        <Portrait id={node.id} name={name} class="w-8" />
      ) : (
        <span class="flex w-8 shrink-0 justify-center">
          <Cover id={node.id} title={name} genres={node.genres} class="w-6" />
        </span>
      )}
      <span class="min-w-0">
        <span class="block truncate" dir="auto">
          <Marked text={name} query={text} />
        </span>
        <span class="block truncate text-sm text-soft">
          {aboutOf(node)}
          {matchedText !== name && (
            <>
              {' · '}
              <Marked text={matchedText} query={text} />
            </>
          )}
        </span>
      </span>
    </>
  );
}

/** Name of what is suggested. */
export function nameOf({ node }: Hit): string {
  return node.__typename === 'Person' ? node.primaryName : node.displayTitle;
}

function aboutOf(node: Hit['node']): string {
  if (node.__typename !== 'Person') return [asYears(node), labelOf(node.titleType)].filter(Boolean).join(' · ');
  const [profession] = node.primaryProfessions;
  return [profession === undefined ? 'Person' : labelOf(profession), asLifetime(node)].filter(Boolean).join(' · ');
}
