import type { DirectiveNode, DocumentNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';

import { GraphQLError, Kind, OperationTypeNode } from 'graphql';

const SWITCHES: ReadonlySet<string> = new Set(['skip', 'include']);
const MESSAGE =
  'The field of a subscription takes no @skip and no @include: leave it out, or subscribe when it is wanted.';

/**
 * The error of a subscription whose field, or a fragment around it, has `@skip` or `@include`; undefined for any other
 * document. GraphQL's specification of September 2025 refuses these; graphql 16 throws at such a variable while it
 * validates, and at a field that is skipped while it executes.
 */
export function skippedSubscription({ definitions }: DocumentNode): GraphQLError | undefined {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const one of definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one);

  function switchIn({ selections }: SelectionSetNode): DirectiveNode | undefined {
    for (const selection of selections) {
      const found = selection.directives?.find(({ name }) => SWITCHES.has(name.value)) ?? below(selection);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  function below(selection: SelectionSetNode['selections'][number]): DirectiveNode | undefined {
    if (selection.kind === Kind.INLINE_FRAGMENT) return switchIn(selection.selectionSet);
    if (selection.kind === Kind.FIELD) return undefined;
    const fragment = fragments.get(selection.name.value);
    // Once each: a fragment may spread itself, which another rule reports.
    fragments.delete(selection.name.value);
    return fragment && switchIn(fragment.selectionSet);
  }

  for (const one of definitions) {
    if (one.kind !== Kind.OPERATION_DEFINITION || one.operation !== OperationTypeNode.SUBSCRIPTION) continue;
    const found = switchIn(one.selectionSet);
    if (found !== undefined) return new GraphQLError(MESSAGE, { nodes: found });
  }
  return undefined;
}
