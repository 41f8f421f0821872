import type { JSX } from 'preact';

import type { SearchType } from '../../generated/graphql.ts';
import { Picker } from '../../parts/picker.tsx';
import { useQueryString } from '../../routing/use-query-string.ts';
import { nameOfNode } from './compared.ts';
import type { Compared } from './compared.ts';

/** Something of the page's query: undefined where nothing is asked for, null where there is none. */
type Picked = Compared | null | undefined;

/** What is compared. Beside a title there are titles to pick, and beside a person people. */
export function CompareForm({ a, b }: { a: Picked; b: Picked }): JSX.Element {
  const { values, change } = useQueryString();
  const list = { sharedAfter: undefined, sharedBefore: undefined };
  return (
    <section class="panel no-print flex flex-wrap items-end gap-3" aria-label="What is compared">
      <Picker
        label="A title or a person"
        name={a == null ? '' : nameOfNode(a)}
        placeholder="Name of a title or a person"
        hasFocus={!values['a']}
        onPick={(id) => change({ a: id, ...(isOtherKind(id, values['b']) && { b: undefined }), ...list })}
      />
      <Picker
        label={a == null ? 'Another one' : a.__typename === 'Person' ? 'Another person' : 'Another title'}
        name={b == null ? '' : nameOfNode(b)}
        types={a == null ? undefined : kindsLike(a)}
        placeholder="Name"
        hasFocus={Boolean(values['a']) && !values['b']}
        onPick={(id) => change({ b: id, ...list })}
      />
    </section>
  );
}

function kindsLike(node: Compared): SearchType[] {
  return [node.__typename === 'Person' ? 'PERSON' : 'TITLE'];
}

/** Whether two ids are of a title and a person, which cannot be compared. */
function isOtherKind(id: string, other: string | undefined): boolean {
  return other !== undefined && id.slice(0, 2) !== other.slice(0, 2);
}
