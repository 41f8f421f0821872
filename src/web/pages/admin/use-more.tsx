import type { JSX } from 'preact';
import { useState } from 'preact/hooks';

import { countOf } from '../../words/count-of.ts';

/** The first entries of a list, and a button that shows the others. */
export function useMore<Entry>(
  entries: readonly Entry[],
  { first, noun, plural }: { first: number; noun: string; plural?: string },
): { shown: readonly Entry[]; more: JSX.Element | null } {
  const [showsAll, setShowsAll] = useState(false);
  const hasMore = entries.length > first;
  return {
    shown: showsAll ? entries : entries.slice(0, first),
    more: hasMore ? (
      <button
        class="button mt-2 cursor-pointer"
        type="button"
        aria-expanded={showsAll}
        onClick={() => setShowsAll(!showsAll)}
      >
        {showsAll ? 'Show fewer' : `Show all of ${countOf(entries.length, noun, plural)}`}
      </button>
    ) : null,
  };
}
