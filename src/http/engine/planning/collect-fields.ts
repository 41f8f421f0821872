import type {
  DirectiveNode,
  FieldNode,
  GraphQLObjectType,
  NamedTypeNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';

import {
  getDirectiveValues,
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  isAbstractType,
  Kind,
  typeFromAST,
} from 'graphql';

import type { Operation } from '../execution/model.ts';

/** Field nodes by their key in the answer, in the order of the answer. */
export type CollectedFields = Map<string, FieldNode[]>;

/**
 * Collects the field nodes of an object of this type: CollectFields of the GraphQL specification.
 * @throws GraphQLError if the variable of a `@skip` or `@include` is null.
 */
export function collectFields(
  operation: Operation,
  { sets, type }: { sets: readonly SelectionSetNode[]; type: GraphQLObjectType },
): CollectedFields {
  const into = { operation, type, fields: new Map<string, FieldNode[]>(), visited: new Set<string>() };
  for (const set of sets) collect(set, into);
  return into.fields;
}

interface Collecting {
  operation: Operation;
  type: GraphQLObjectType;
  fields: CollectedFields;
  /** Names of the fragments that were spread; a second spread adds nothing. */
  visited: Set<string>;
}

function collect({ selections }: SelectionSetNode, into: Collecting): void {
  for (const selection of selections) {
    // A second spread is skipped before its directives are evaluated, which could fail.
    if (selection.kind === Kind.FRAGMENT_SPREAD && into.visited.has(selection.name.value)) continue;
    if (!isIncluded(selection, into.operation)) continue;
    if (selection.kind === Kind.FIELD) {
      const key = (selection.alias ?? selection.name).value;
      const same = into.fields.get(key);
      if (same === undefined) into.fields.set(key, [selection]);
      else same.push(selection);
    } else if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (fits(selection.typeCondition, into)) collect(selection.selectionSet, into);
    } else {
      into.visited.add(selection.name.value);
      const fragment = into.operation.fragments.get(selection.name.value);
      if (fragment !== undefined && fits(fragment.typeCondition, into)) collect(fragment.selectionSet, into);
    }
  }
}

function isIncluded(
  node: SelectionNode & { directives?: readonly DirectiveNode[] | undefined },
  { switches }: Operation,
): boolean {
  if (node.directives === undefined || node.directives.length === 0) return true;
  if (getDirectiveValues(GraphQLSkipDirective, node, switches)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, switches)?.['if'] !== false;
}

/** Whether the type condition of a fragment matches. */
function fits(condition: NamedTypeNode | undefined, { operation: { schema }, type }: Collecting): boolean {
  if (condition === undefined) return true;
  const named = typeFromAST(schema, condition);
  return named === type || (isAbstractType(named) && schema.isSubType(named, type));
}
