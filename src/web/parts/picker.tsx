import type { JSX } from 'preact';
import { useEffect, useId, useState } from 'preact/hooks';

import type { SearchType } from '../generated/graphql.ts';
import { Combobox } from './combobox.tsx';
import { nameOf } from './suggestion.tsx';

export interface PickerProps {
  label: string;
  /** Name of what is picked already; empty if nothing is. */
  name: string;
  types?: SearchType[];
  placeholder: string;
  hasFocus?: boolean;
  onPick: (id: string) => void;
}

/**
 * A labelled input by which one picks a title or a person. Text that picks nothing is replaced by the name of what is
 * picked when one leaves the input.
 */
export function Picker({ label, name, types, placeholder, hasFocus, onPick }: PickerProps): JSX.Element {
  const [text, setText] = useState(name);
  const id = useId();
  useEffect(() => setText(name), [name]);
  return (
    <div class="min-w-60 flex-1">
      <label class="mb-1 block text-sm text-soft" for={id}>
        {label}
      </label>
      <Combobox
        input={{ id, type: 'text', placeholder }}
        text={text}
        onText={setText}
        onChoose={(hit) => {
          setText(nameOf(hit));
          onPick(hit.node.id);
        }}
        onLeave={() => setText(name)}
        takesFirst
        hasFocus={hasFocus ?? false}
        {...(types && { types })}
      />
    </div>
  );
}
