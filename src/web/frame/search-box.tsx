import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useLocation } from 'preact-iso';

import { useAnswer } from '../data/use-answer.ts';
import { SuggestDocument } from '../generated/graphql.ts';
import type { SuggestQuery } from '../generated/graphql.ts';
import { Cover } from '../parts/cover.tsx';
import { Marked } from '../parts/marked.tsx';
import { href } from '../routing/base.ts';
import { asYears } from '../words/format.ts';
import { labelOf } from '../words/labels.ts';
import { REGION } from '../words/reader.ts';
import { useDebounced } from './use-debounced.ts';

/** Pause in typing, in milliseconds, after which suggestions are asked for. */
const PAUSE_MS = 90;

type Hit = NonNullable<SuggestQuery['suggest']>[number];

export interface SearchBoxProps {
  /** Whether it has the focus when the page is shown. */
  hasFocus?: boolean;
  /** Text at first. */
  text?: string;
}

/**
 * Search with suggestions as one types: a combobox whose list the arrow keys walk. Enter opens the suggestion, or the
 * page of all results where none is chosen. Without suggestions it is a plain form.
 */
export function SearchBox({ hasFocus = false, text: given = '' }: SearchBoxProps): JSX.Element {
  const { route } = useLocation();
  const [text, setText] = useState(given);
  const [isOpen, setOpen] = useState(false);
  /** Id of the suggestion that the arrow keys have come to. */
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const prefix = useDebounced(text.trim(), PAUSE_MS);
  const isAsked = isOpen && prefix !== '';
  const { reply, isStale } = useAnswer(SuggestDocument, { prefix, region: REGION }, { isAsked });
  const hits = isAsked ? (reply?.data.suggest ?? []) : [];
  const isShown = isOpen && text.trim() !== '' && hits.length > 0;
  const active = hits.findIndex(({ node }) => node.id === chosen);

  useEffect(() => setText(given), [given]);
  useEffect(() => {
    if (hasFocus) input.current?.focus({ preventScroll: true });
  }, [hasFocus]);

  function go(to: string): void {
    setOpen(false);
    setChosen(undefined);
    input.current?.blur();
    route(to);
  }

  function submit(event: Event): void {
    event.preventDefault();
    const hit = isShown ? hits[active] : undefined;
    if (hit !== undefined) go(pageOf(hit));
    else if (text.trim() !== '') go(href('/search', { q: text.trim() }));
  }

  function onKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && isShown) {
      setOpen(false);
      // The browser would empty the field too, which a second Escape does.
      event.preventDefault();
    }
    if (step === undefined) return;
    event.preventDefault();
    setOpen(true);
    // One more place than there are suggestions: the text itself.
    setChosen(hits[((active + 1 + step + hits.length + 1) % (hits.length + 1)) - 1]?.node.id);
  }

  return (
    <form class="no-print relative min-w-60 flex-1" role="search" action={href('/search')} onSubmit={submit}>
      <input
        ref={input}
        class="field w-full"
        type="search"
        name="q"
        autocomplete="off"
        spellcheck={false}
        placeholder="Titles and people"
        aria-label="Search titles and people"
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setOpen(true);
          setChosen(undefined);
        }}
        onKeyDown={onKey}
        onBlur={() => setOpen(false)}
      />
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label="Suggestions"
        aria-busy={isStale || prefix !== text.trim()}
        hidden={!isShown}
        class={`absolute inset-x-0 top-full z-10 mt-1 rounded-md border border-line bg-panel py-1 shadow-lg ${isStale ? 'opacity-80' : ''}`}
        // The input keeps the focus while one clicks.
        onMouseDown={(event) => event.preventDefault()}
      >
        {hits.map((hit, index) => (
          <li
            key={hit.node.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            class={`flex cursor-pointer items-center gap-3 px-3 py-1 ${index === active ? 'bg-raised' : ''}`}
            onClick={() => go(pageOf(hit))}
          >
            <Suggestion hit={hit} text={prefix} />
          </li>
        ))}
      </ul>
    </form>
  );
}

function Suggestion({ hit, text }: { hit: Hit; text: string }): JSX.Element {
  const { node, matchedText } = hit;
  const name = node.__typename === 'Person' ? node.primaryName : node.displayTitle;
  return (
    <>
      <Cover id={node.id} title={name} genres={node.__typename === 'Person' ? [] : node.genres} class="w-6" />
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

function aboutOf(node: Hit['node']): string {
  if (node.__typename !== 'Person') return [asYears(node), labelOf(node.titleType)].filter(Boolean).join(' · ');
  const [profession] = node.primaryProfessions;
  const years = node.birthYear === null ? undefined : `${node.birthYear}–${node.deathYear ?? ''}`;
  return [profession === undefined ? 'Person' : labelOf(profession), years].filter(Boolean).join(' · ');
}

function pageOf({ node }: Hit): string {
  return href(`/${node.__typename === 'Person' ? 'person' : 'title'}/${node.id}`);
}
