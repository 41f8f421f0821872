import type { FieldNode, GraphQLObjectType, SelectionSetNode } from 'graphql';

import {
  defaultFieldResolver,
  getArgumentValues,
  getNamedType,
  isCompositeType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
  visit,
  BREAK,
} from 'graphql';

import { ClientError } from '../../../errors.ts';
import { collectFields } from './collect-fields.ts';
import { completerOf } from '../execution/complete.ts';
import { finalTest } from './final-values.ts';
import type { Field, FieldDefinition, ObjectPlan, Operation, Selection } from '../execution/model.ts';

/** Largest number of planned nodes: nested fragments of a short document can expand to more than memory holds. */
const MOST_NODES = 20_000;

/** Characters around a key in JSON: two quotes, a colon, and a comma or a brace. */
const KEY_CHARACTERS = 4;

/**
 * Plans the root selection of an operation. Selections below are planned when they are first reached; that throws a
 * ClientError `COST_LIMIT_EXCEEDED` if there are more than `MOST_NODES` nodes.
 */
export function planOperation(options: Omit<Operation, 'root' | 'size'>): Operation {
  const known = new Map<string, Selection>();
  const numbers = new Map<SelectionSetNode, number>();
  let nodesPlanned = 0;

  /** The selection of these sets, memoised: a fragment that is spread in many places is planned once. */
  function selectionOf(sets: readonly SelectionSetNode[]): Selection {
    const key = sets.map(numberOf).join();
    const selection = known.get(key) ?? createSelection(sets);
    known.set(key, selection);
    return selection;
  }

  function numberOf(set: SelectionSetNode): number {
    const number = numbers.get(set) ?? numbers.size;
    numbers.set(set, number);
    return number;
  }

  function createSelection(sets: readonly SelectionSetNode[]): Selection {
    const plans = new Map<GraphQLObjectType, ObjectPlan>();
    return {
      sets,
      of(type) {
        const plan = plans.get(type) ?? planObject(sets, type);
        plans.set(type, plan);
        return plan;
      },
    };
  }

  function planObject(sets: readonly SelectionSetNode[], type: GraphQLObjectType): ObjectPlan {
    const collected = [...collectFields(operation, { sets, type })];
    nodesPlanned += collected.reduce((sum, [, nodes]) => sum + nodes.length, 1);
    if (nodesPlanned > MOST_NODES) throw new ClientError('COST_LIMIT_EXCEEDED', TOO_MANY);
    const fields = collected
      .map(([key, nodes], index) => planField(type, { key, nodes, index }))
      .filter((field) => field !== undefined);
    return {
      type,
      fields,
      // Not an object literal: a key may be "__proto__".
      empty: Object.fromEntries(fields.map(({ key }) => [key, null])),
      characters: fields.reduce((sum, { key }) => sum + key.length + KEY_CHARACTERS, 1),
    };
  }

  function planField(
    parentType: GraphQLObjectType,
    { key, nodes, index }: Pick<Field, 'key' | 'nodes' | 'index'>,
  ): Field | undefined {
    const [node] = nodes;
    const definition = node === undefined ? undefined : definitionOf(node.name.value, parentType, operation);
    if (node === undefined || definition === undefined) return undefined;
    const isComposite = isCompositeType(getNamedType(definition.type));
    const field: FieldDefinition = {
      key,
      index,
      nodes,
      parentType,
      definition,
      resolve: definition.resolve ?? defaultFieldResolver,
      args: hasVariables(node) ? undefined : getArgumentValues(definition, node),
      selection: isComposite ? selectionOf(nodes.flatMap(({ selectionSet }) => selectionSet ?? [])) : undefined,
    };
    return { ...field, isFinal: finalTest(definition.type), complete: completerOf(definition.type, field) };
  }

  const operation: Operation = {
    ...options,
    root: selectionOf([options.definition.selectionSet]),
    size: () => nodesPlanned,
  };
  return operation;
}

const TOO_MANY =
  `The document has more than ${MOST_NODES} fields where its fragments are spread, for each type that they may be of: ` +
  'spread fewer of them, or send several documents.';

function definitionOf(
  name: string,
  type: GraphQLObjectType,
  { schema }: Pick<Operation, 'schema'>,
): Field['definition'] | undefined {
  if (name === TypeNameMetaFieldDef.name) return TypeNameMetaFieldDef;
  if (type === schema.getQueryType()) {
    if (name === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
    if (name === TypeMetaFieldDef.name) return TypeMetaFieldDef;
  }
  return type.getFields()[name];
}

function hasVariables(node: FieldNode): boolean {
  let has = false;
  for (const argument of node.arguments ?? []) {
    visit(argument, {
      [Kind.VARIABLE]() {
        has = true;
        return BREAK;
      },
    });
  }
  return has;
}
