import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLFieldResolver,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';

import type { Context } from '../../../graphql/base/context.ts';
import type { Path } from './path.ts';
import type { Run } from './run.ts';

/*
 * The plan of an operation. What the specification determines anew for each object of an answer (the selected fields,
 * the values of arguments without variables) is determined once here, when the first object of a type is reached.
 */

/** An operation, for one set of values of its `@skip` and `@include` variables. */
export interface Operation {
  schema: GraphQLSchema;
  definition: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Values of those variables. */
  switches: Readonly<Record<string, unknown>>;
  rootType: GraphQLObjectType;
  root: Selection;
  /** Number of document nodes planned so far, counted for each type. */
  size(): number;
}

/** Selection on a field: the selection sets of all nodes of that field, merged. */
export interface Selection {
  sets: readonly SelectionSetNode[];
  /**
   * The fields of an object of this type.
   * @throws GraphQLError if the variable of a `@skip` or `@include` is null.
   */
  of(type: GraphQLObjectType): ObjectPlan;
}

/** Fields of an object of one type, in the order of the answer. */
export interface ObjectPlan {
  type: GraphQLObjectType;
  fields: readonly Field[];
  /** An object with all keys of the answer, to be copied. */
  empty: Readonly<Record<string, unknown>>;
  /** Length of the keys and their punctuation in JSON. */
  characters: number;
}

/** A field of an object plan, without its completion. */
export interface FieldDefinition {
  /** Key in the answer: the alias or the name. */
  key: string;
  /** Index among the fields of its object. */
  index: number;
  /** All nodes of this field in the document. */
  nodes: readonly FieldNode[];
  /** Type of the object that has the field. */
  parentType: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  resolve: GraphQLFieldResolver<unknown, Context>;
  /** Argument values; undefined if they depend on variables. */
  args: Record<string, unknown> | undefined;
  /** Selection on its value; undefined for a leaf. */
  selection: Selection | undefined;
}

export interface Field extends FieldDefinition {
  /** Whether a value needs no completion, which holds for most leaves. */
  isFinal: (value: unknown) => boolean;
  complete: Complete;
}

/**
 * Completes a resolved value: returns null, a leaf, an object, a list, or a `Failure` for the position above; or a
 * promise of one of these that never rejects. Never throws.
 */
export type Complete = (value: unknown, path: Path, run: Run) => unknown;
