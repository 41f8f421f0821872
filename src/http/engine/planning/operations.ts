import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';

import { GraphQLIncludeDirective, GraphQLSkipDirective, Kind, visit } from 'graphql';

import type { Operation } from '../execution/model.ts';
import { planOperation } from './plan.ts';

/** An operation of a validated document. */
export interface PlannedOperation {
  schema: GraphQLSchema;
  definition: OperationDefinitionNode;
  /** The plan for coerced variables. Variables with the same values for `@skip` and `@include` share a plan. */
  for(variables: Readonly<Record<string, unknown>>): Operation;
  /** Number of planned nodes, in all kept plans. */
  size(): number;
}

/**
 * Plans that are kept for one operation, by the values of its `@skip` and `@include` variables. Clients send one or
 * two.
 */
const KEPT_CHOICES = 16;

/** Returns undefined if the document has no such operation. */
export function plannedOperation(
  schema: GraphQLSchema,
  { document, operationName }: { document: DocumentNode; operationName: string | undefined },
): PlannedOperation | undefined {
  const definition = operationOf(document, operationName);
  const rootType = definition === undefined ? undefined : schema.getRootType(definition.operation);
  if (definition === undefined || rootType == null) return undefined;
  const fragments = fragmentsOf(document);
  const names = switchesOf(document);
  const choices = new Map<string, Operation>();

  const planWith = (switches: Record<string, unknown>): Operation =>
    planOperation({ schema, definition, fragments, switches, rootType });
  if (names.length === 0) {
    const operation = planWith({});
    return { schema, definition, for: () => operation, size: () => operation.size() };
  }
  return {
    schema,
    definition,
    for(variables) {
      const choice = names.map((name) => String(variables[name])).join();
      let operation = choices.get(choice);
      if (operation === undefined) {
        if (choices.size >= KEPT_CHOICES) choices.clear();
        const switches = Object.fromEntries(
          names.filter((name) => name in variables).map((name) => [name, variables[name]]),
        );
        operation = planWith(switches);
        choices.set(choice, operation);
      }
      return operation;
    },
    size: () => [...choices.values()].reduce((sum, operation) => sum + operation.size(), 0),
  };
}

function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode | undefined {
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .find((operation) => name === undefined || operation.name?.value === name);
}

function fragmentsOf(document: DocumentNode): Map<string, FragmentDefinitionNode> {
  const fragments = document.definitions.filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION);
  return new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
}

/** Names of the variables of `@skip` and `@include`. */
function switchesOf(document: DocumentNode): string[] {
  const names = new Set<string>();
  visit(document, {
    Directive({ name, arguments: given = [] }) {
      if (name.value !== GraphQLSkipDirective.name && name.value !== GraphQLIncludeDirective.name) return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
