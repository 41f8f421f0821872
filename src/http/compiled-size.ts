import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

import { getNamedType, isAbstractType, isCompositeType, Kind, typeFromAST } from 'graphql';
import type { GraphQLCompositeType } from 'graphql';

/**
 * The fields of the function that an operation is compiled to, at most `most`: its fragments are copied to wherever
 * they are spread, and what is asked of an interface or a union to each of the types that it may be, so that a text of
 * some hundred letters can take more memory than there is.
 */
export function compiledSize(
  schema: GraphQLSchema,
  { document, operation, most }: { document: DocumentNode; operation: OperationDefinitionNode; most: number },
): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }

  function sizeOf({ selections }: SelectionSetNode, type: GraphQLCompositeType): number {
    let size = 0;
    for (const selection of selections) {
      if (size >= most) return most;
      if (selection.kind === Kind.FIELD) {
        size +=
          1 + (selection.selectionSet === undefined ? 0 : ofField(selection.name.value, selection.selectionSet, type));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        size += sizeOf(selection.selectionSet, conditionOf(selection.typeCondition, type));
      } else {
        const fragment = fragments.get(selection.name.value);
        if (fragment !== undefined) size += sizeOf(fragment.selectionSet, conditionOf(fragment.typeCondition, type));
      }
    }
    return Math.min(size, most);
  }

  /** Where the parent is one of several types, so is the child: each of them has its copy. */
  function ofField(name: string, set: SelectionSetNode, parent: GraphQLCompositeType): number {
    const field = 'getFields' in parent ? parent.getFields()[name] : undefined;
    const type = field === undefined ? undefined : getNamedType(field.type);
    if (!isCompositeType(type)) return 0;
    return Math.min(most, sizeOf(set, type) * (isAbstractType(type) ? schema.getPossibleTypes(type).length : 1));
  }

  function conditionOf(condition: Parameters<typeof typeFromAST>[1] | undefined, type: GraphQLCompositeType) {
    const named = condition === undefined ? undefined : typeFromAST(schema, condition);
    return isCompositeType(named) ? named : type;
  }

  const root = schema.getRootType(operation.operation);
  return root == null ? 0 : sizeOf(operation.selectionSet, root);
}
