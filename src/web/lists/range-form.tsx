import { useId } from 'preact/hooks';
import type { JSX } from 'preact';

import { useQueryString } from '../routing/use-query-string.ts';
import { FILTER_HEADINGS } from './filter-words.ts';
import { rangeOf, rangeText } from './title-filter.ts';
import type { RangeName } from './title-filter.ts';

export interface RangeFormProps {
  name: RangeName;
  /** Between the numbers that can be chosen; 1 by default. */
  step?: number;
}

/** A range to type: from and to, either of which may be empty. */
export function RangeForm({ name, step = 1 }: RangeFormProps): JSX.Element {
  const { values, change } = useQueryString();
  const id = useId();
  const range = rangeOf(values[name]);

  function submit(event: SubmitEvent): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const [min, max] = ['min', 'max'].map((end) => {
      const text = form.get(end);
      return typeof text === 'string' && text !== '' ? Number(text) : undefined;
    });
    change({ [name]: rangeText({ min, max }), after: undefined, before: undefined });
  }

  return (
    <form class="flex items-center gap-1 pt-1 text-sm" onSubmit={submit} aria-label={FILTER_HEADINGS[name]}>
      {(['min', 'max'] as const).map((end) => (
        <input
          key={end}
          id={`${id}-${end}`}
          class="field w-20 px-2 py-0.5"
          type="number"
          min={0}
          step={step}
          name={end}
          placeholder={end === 'min' ? 'from' : 'to'}
          aria-label={`${FILTER_HEADINGS[name]} ${end === 'min' ? 'from' : 'to'}`}
          value={range?.[end] ?? ''}
        />
      ))}
      <button class="button px-2 py-0.5" type="submit">
        Set
      </button>
    </form>
  );
}
