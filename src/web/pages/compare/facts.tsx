import type { JSX } from 'preact';

import { Cover } from '../../parts/cover.tsx';
import { Portrait } from '../../parts/portrait.tsx';
import { href } from '../../routing/base.ts';
import { nameOfNode } from './compared.ts';
import type { Compared } from './compared.ts';
import { factsOf } from './facts-of.tsx';

/** Both sides as the columns of a table: pictures, names, and the facts of each. */
export function Facts({ a, b }: { a: Compared; b: Compared }): JSX.Element {
  const others = new Map(factsOf(b));
  return (
    <table class="mt-6 w-full table-fixed">
      <thead>
        <tr class="align-bottom">
          <td class="w-20 sm:w-40" />
          <Head node={a} />
          <Head node={b} />
        </tr>
      </thead>
      <tbody>
        {factsOf(a).map(([name, value]) => (
          <tr key={name} class="border-t border-line align-top">
            <th scope="row" class="py-2 pr-2 text-xs font-normal sm:text-sm text-soft">
              {name}
            </th>
            <td class="py-2 pr-3 break-words">{value ?? '–'}</td>
            <td class="py-2 break-words">{others.get(name) ?? '–'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Head({ node }: { node: Compared }): JSX.Element {
  const isPerson = node.__typename === 'Person';
  const name = nameOfNode(node);
  return (
    <th scope="col" class="pr-3 pb-3">
      {node.__typename === 'Person' ? (
        <Portrait id={node.id} name={name} class="mb-2 w-24 sm:w-32" />
      ) : (
        <Cover id={node.id} title={name} genres={node.genres} class="mb-2 w-24 sm:w-32" />
      )}
      <a
        class="font-display leading-tight break-words sm:text-xl"
        href={href(`/${isPerson ? 'person' : 'title'}/${node.id}`)}
        dir="auto"
      >
        {name}
      </a>
    </th>
  );
}
