import type { JSX } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';

import { useAnswer } from '../data/use-answer.ts';
import { SuggestDocument } from '../generated/graphql.ts';
import type { SearchType } from '../generated/graphql.ts';
import { REGION } from '../words/reader.ts';
import { Suggestion } from './suggestion.tsx';
import type { Hit } from './suggestion.tsx';
import { useDebounced } from './use-debounced.ts';

/** Pause in typing, in milliseconds, after which suggestions are asked for. */
const PAUSE_MS = 90;
/** Most characters that the server searches for. */
const MOST_CHARACTERS = 200;

export interface ComboboxProps {
  /** Attributes of the input: its label, or the id that a label names, and more. */
  input: Pick<JSX.InputHTMLAttributes, 'id' | 'type' | 'name' | 'placeholder' | 'aria-label'>;
  text: string;
  onText: (text: string) => void;
  /** A suggestion was chosen, by a click or by Enter. */
  onChoose: (hit: Hit) => void;
  onLeave?: () => void;
  /** Kinds of suggestions; all by default. */
  types?: SearchType[];
  /** Whether Enter chooses the first suggestion where the arrow keys chose none. */
  takesFirst?: boolean;
  /** Whether it has the focus when it is shown. */
  hasFocus?: boolean;
}

/**
 * An input with suggestions of titles and people as one types: a combobox whose list the arrow keys walk. Enter chooses
 * a suggestion; where none is chosen, it does what Enter does in the form around it.
 */
export function Combobox(props: ComboboxProps): JSX.Element {
  const { text, onText, onChoose, onLeave, types, takesFirst = false, hasFocus = false } = props;
  const [isOpen, setOpen] = useState(false);
  /** Id of the suggestion that the arrow keys have come to. */
  const [chosen, setChosen] = useState<string | undefined>(undefined);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const prefix = useDebounced(text.trim(), PAUSE_MS);
  const isAsked = isOpen && prefix !== '';
  const { reply, isStale } = useAnswer(
    SuggestDocument,
    { prefix, region: REGION, ...(types && { types }) },
    { isAsked },
  );
  const hits = isAsked ? (reply?.data.suggest ?? []) : [];
  const isShown = isOpen && text.trim() !== '' && hits.length > 0;
  const active = hits.findIndex(({ node }) => node.id === chosen);

  useEffect(() => {
    if (hasFocus) input.current?.focus({ preventScroll: true });
  }, [hasFocus]);

  function choose(hit: Hit): void {
    setOpen(false);
    setChosen(undefined);
    input.current?.blur();
    onChoose(hit);
  }

  function onKey(event: KeyboardEvent): void {
    // While an input method composes a word, keys are its own.
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && isShown) {
      setOpen(false);
      // The browser would empty the field too, which a second Escape does.
      event.preventDefault();
    }
    if (event.key === 'Enter' && isShown) {
      const hit = hits[active] ?? (takesFirst && !isStale ? hits[0] : undefined);
      if (hit === undefined) return;
      event.preventDefault();
      choose(hit);
    }
    if (step === undefined) return;
    event.preventDefault();
    setOpen(true);
    // One more place than there are suggestions: the text itself.
    setChosen(hits[((active + 1 + step + hits.length + 1) % (hits.length + 1)) - 1]?.node.id);
  }

  return (
    <div class="relative">
      <input
        {...props.input}
        ref={input}
        class="field w-full"
        autocomplete="off"
        maxLength={MOST_CHARACTERS}
        spellcheck={false}
        role="combobox"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isShown && active >= 0 ? `${id}-${active}` : undefined}
        value={text}
        onInput={(event) => {
          onText(event.currentTarget.value);
          setOpen(true);
          setChosen(undefined);
        }}
        onKeyDown={onKey}
        onBlur={() => {
          setOpen(false);
          onLeave?.();
        }}
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
            onClick={() => choose(hit)}
          >
            <Suggestion hit={hit} text={prefix} />
          </li>
        ))}
      </ul>
    </div>
  );
}
