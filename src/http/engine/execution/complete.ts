import type { GraphQLAbstractType, GraphQLLeafType, GraphQLObjectType, GraphQLOutputType } from 'graphql';

import { defaultTypeResolver, isLeafType, isListType, isNonNullType, isObjectType } from 'graphql';

import { completeList } from './complete-list.ts';
import { completeObject } from './complete-object.ts';
import { Failure, failureOf } from './failure.ts';
import { FieldInfo } from './field-info.ts';
import type { Complete, FieldDefinition, Operation } from './model.ts';

/** Compiles how values of a type are completed: CompleteValue of the GraphQL specification. */
export function completerOf(type: GraphQLOutputType, field: FieldDefinition): Complete {
  return isNonNullType(type) ? required(presentOf(type.ofType, field), field) : nullable(presentOf(type, field), field);
}

function required(complete: Complete, field: FieldDefinition): Complete {
  return (value, path, run) => {
    if (value instanceof Error) return failureOf(value, field, path);
    if (value != null) return complete(value, path, run);
    return failureOf(new Error(`Cannot return null for non-nullable field ${nameOf(field)}.`), field, path);
  };
}

/** Completes a nullable value: a failure below becomes null here. */
function nullable(complete: Complete, field: FieldDefinition): Complete {
  return (value, path, run) => {
    if (value == null) return null;
    const completed = value instanceof Error ? failureOf(value, field, path) : complete(value, path, run);
    const borne = (settled: unknown): unknown => (settled instanceof Failure ? run.nullAt(path, settled) : settled);
    return completed instanceof Promise ? completed.then(borne) : borne(completed);
  };
}

/** Completes a value that is not null. */
function presentOf(type: GraphQLOutputType, field: FieldDefinition): Complete {
  if (isNonNullType(type)) throw new Error(`${nameOf(field)} is non-null twice`);
  if (isListType(type)) return listOf(completerOf(type.ofType, field), field);
  if (isLeafType(type)) return leafOf(type, field);
  return isObjectType(type) ? objectOf(type, field) : abstractOf(type, field);
}

function leafOf(type: GraphQLLeafType, field: FieldDefinition): Complete {
  return (value, path, run) => {
    try {
      const leaf: unknown = type.serialize(value);
      if (leaf == null) throw new Error(`${type.name} makes nothing of a value of ${nameOf(field)}.`);
      return run.counted(leaf);
    } catch (error) {
      return failureOf(error, field, path);
    }
  };
}

function listOf(complete: Complete, field: FieldDefinition): Complete {
  return (value, path, run) => {
    if (Array.isArray(value)) return completeList(value, { complete, path, run });
    const isIterable = typeof value === 'object' && value !== null && Symbol.iterator in value;
    if (isIterable) return completeList([...(value as Iterable<unknown>)], { complete, path, run });
    return failureOf(new Error(`${nameOf(field)} is to be a list, and is none.`), field, path);
  };
}

function objectOf(type: GraphQLObjectType, field: FieldDefinition): Complete {
  return (value, path, run) => {
    try {
      const plan = field.selection?.of(type);
      return plan === undefined ? null : completeObject(plan, { value, path, run });
    } catch (error) {
      return failureOf(error, field, path);
    }
  };
}

function abstractOf(type: GraphQLAbstractType, field: FieldDefinition): Complete {
  const resolveType = type.resolveType ?? defaultTypeResolver;
  const ofTypes = new Map<string, Complete>();

  /** Completes a value as the object type with this name. */
  function named(name: string | undefined, { schema }: Operation): Complete {
    const known = ofTypes.get(name ?? '');
    if (known !== undefined) return known;
    const object = name === undefined ? undefined : schema.getType(name);
    if (name === undefined || !isObjectType(object) || !schema.isSubType(type, object)) {
      throw new Error(`A value of ${nameOf(field)} is of the type ${String(name)}, which is none of ${type.name}.`);
    }
    const complete = objectOf(object, field);
    ofTypes.set(name, complete);
    return complete;
  }

  return (value, path, run) => {
    try {
      const name = resolveType(value, run.context, new FieldInfo(field, path.prev, run), type);
      if (!(name instanceof Promise)) return named(name, run.operation)(value, path, run);
      const completed = name.then((resolved) => named(resolved, run.operation)(value, path, run));
      return completed.catch((error: unknown) => failureOf(error, field, path));
    } catch (error) {
      return failureOf(error, field, path);
    }
  };
}

function nameOf({ parentType, definition }: FieldDefinition): string {
  return `${parentType.name}.${definition.name}`;
}
