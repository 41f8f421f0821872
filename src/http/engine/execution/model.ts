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
 * An operation as it is executed. What the specification has worked out for each object of an answer (which fields are
 * selected, the values of arguments without variables) is worked out once here, when the first object of a type comes.
 */

/** An operation, for one choice of the variables that `@skip` and `@include` name. */
export interface Operation {
  schema: GraphQLSchema;
  definition: OperationDefinitionNode;
  fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** The values of those variables. */
  switches: Readonly<Record<string, unknown>>;
  rootType: GraphQLObjectType;
  root: Selection;
  /** Nodes of the document that were planned up to now, counted for each type. */
  size(): number;
}

/** What is selected of a value: the selection sets of all nodes that stand for one field. */
export interface Selection {
  sets: readonly SelectionSetNode[];
  /**
   * The fields of an object of this type.
   * @throws GraphQLError where a switch is null.
   */
  of(type: GraphQLObjectType): ObjectPlan;
}

/** The fields of an object of one type, in the order of the answer. */
export interface ObjectPlan {
  type: GraphQLObjectType;
  fields: readonly Field[];
  /** An object with the keys of the answer, to be copied. */
  empty: Readonly<Record<string, unknown>>;
  /** Characters of the keys in the answer, and of what JSON has around them. */
  characters: number;
}

/** A field of an object plan, but for how its values are completed. */
export interface FieldDefinition {
  /** In the answer. */
  key: string;
  /** Its place among the fields of its object. */
  index: number;
  /** All that stand for it in the document. */
  nodes: readonly FieldNode[];
  /** Of the object that has it. */
  parentType: GraphQLObjectType;
  definition: GraphQLField<unknown, unknown>;
  resolve: GraphQLFieldResolver<unknown, Context>;
  /** Values of its arguments; undefined where they depend on variables. */
  args: Record<string, unknown> | undefined;
  /** What is selected below it; undefined for a leaf. */
  selection: Selection | undefined;
}

export interface Field extends FieldDefinition {
  /** Whether a value stands in the answer as it is: most leaves do. */
  isFinal: (value: unknown) => boolean;
  complete: Complete;
}

/**
 * Makes of a resolved value what the answer has at its place: null, a leaf, an object, a list, or a `Failure` that the
 * place above has to bear; or a promise of one of these, which never rejects. It never throws.
 */
export type Complete = (value: unknown, path: Path, run: Run) => unknown;
