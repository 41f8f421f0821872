import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';

import type { SourceName } from '../lists/source.ts';
import { Combobox } from '../parts/combobox.tsx';
import type { Hit } from '../parts/suggestion.tsx';
import { href } from '../routing/base.ts';

export interface SearchBoxProps {
  /** Whether it has the focus when the page is shown. */
  hasFocus?: boolean;
  /** Text at first. */
  text?: string;
  /** Whose titles and people the page of results has, as in an address; IMDb's by default. */
  source?: SourceName | undefined;
}

/**
 * Search with suggestions as one types. Enter opens the suggestion that is chosen, or the page of all results where
 * none is. Without suggestions it is a plain form.
 */
export function SearchBox({ hasFocus = false, text: given = '', source }: SearchBoxProps): JSX.Element {
  const { route } = useLocation();
  const [text, setText] = useState(given);
  useEffect(() => setText(given), [given]);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    if (text.trim() !== '') route(href('/search', { q: text.trim(), source }));
  }

  return (
    <form class="no-print min-w-60 flex-1" role="search" action={href('/search')} onSubmit={submit}>
      <Combobox
        input={{
          type: 'search',
          name: 'q',
          placeholder: 'Titles and people',
          'aria-label': 'Search titles and people',
        }}
        text={text}
        onText={setText}
        onChoose={(hit) => {
          setText('');
          route(pageOf(hit));
        }}
        hasFocus={hasFocus}
      />
      {source !== undefined && <input type="hidden" name="source" value={source} />}
    </form>
  );
}

function pageOf({ node }: Hit): string {
  return href(`/${node.__typename === 'Person' ? 'person' : 'title'}/${node.id}`);
}
