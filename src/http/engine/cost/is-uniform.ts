import type { GraphQLAbstractType, SelectionSetNode } from 'graphql';

import { Kind } from 'graphql';

import type { Operation, Selection } from '../execution/model.ts';

/**
 * Whether the selection on an interface or union is the same for each of its types: no fragment applies to only some.
 */
export function isUniform(
  { sets }: Selection,
  { type, operation }: { type: GraphQLAbstractType; operation: Operation },
): boolean {
  const visited = new Set<string>();

  function isFree({ selections }: SelectionSetNode): boolean {
    return selections.every((selection) => {
      if (selection.kind === Kind.FIELD) return true;
      if (selection.kind === Kind.INLINE_FRAGMENT)
        return fits(selection.typeCondition) && isFree(selection.selectionSet);
      const fragment = operation.fragments.get(selection.name.value);
      if (fragment === undefined || visited.has(selection.name.value)) return true;
      visited.add(selection.name.value);
      return fits(fragment.typeCondition) && isFree(fragment.selectionSet);
    });
  }

  const fits = (condition: { name: { value: string } } | undefined): boolean =>
    condition === undefined || condition.name.value === type.name;
  return sets.every(isFree);
}
