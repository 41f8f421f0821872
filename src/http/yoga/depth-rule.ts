import type { FragmentDefinitionNode, SelectionSetNode, ValidationRule } from 'graphql';

import { GraphQLError, Kind } from 'graphql';

/**
 * A validation rule that refuses operations of more than `maxDepth` levels of braces, with fragments expanded.
 * Execution and serialisation are recursive, and some thousands of levels overflow the stack.
 */
export function depthRule(maxDepth: number): ValidationRule {
  return function MaxDepthRule(context) {
    const ofFragments = new Map<string, number>();

    function ofFragment(fragment: FragmentDefinitionNode | null | undefined): number {
      if (!fragment) return 0;
      const name = fragment.name.value;
      let depth = ofFragments.get(name);
      if (depth === undefined) {
        // Ends the recursion of a fragment that spreads itself, which another rule reports.
        ofFragments.set(name, 0);
        depth = depthOf(fragment.selectionSet) - 1;
        ofFragments.set(name, depth);
      }
      return depth;
    }

    function depthOf(set: SelectionSetNode): number {
      let deepest = 0;
      for (const selection of set.selections) {
        const below =
          selection.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(context.getFragment(selection.name.value))
            : selection.selectionSet === undefined
              ? 0
              : depthOf(selection.selectionSet);
        if (below > deepest) deepest = below;
      }
      return deepest + 1;
    }

    return {
      OperationDefinition(operation) {
        const depth = depthOf(operation.selectionSet);
        if (depth <= maxDepth) return;
        const message = `The operation is ${depth} levels deep, and ${maxDepth} are allowed: split it into several.`;
        context.reportError(new GraphQLError(message, { nodes: operation }));
      },
    };
  };
}
