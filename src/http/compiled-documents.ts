import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';

import {
  getVariableValues,
  isInputObjectType,
  getNamedType,
  isInputType,
  Kind,
  OperationTypeNode,
  typeFromAST,
  visit,
  BREAK,
} from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { createLRUCache } from 'graphql-yoga';

import type { Context } from '../graphql/context.ts';
import { compiledSize } from './compiled-size.ts';

/** A document that a client sent more than once, made into a function: twice as fast as walking through it. */
export interface CompiledDocument {
  /** What graphql's own executor would answer; undefined where the variables do not fit. */
  run(context: Context, variables: Record<string, unknown>): Promise<ExecutionResult> | ExecutionResult | undefined;
}

/** The compiled documents of one schema, by their text. */
export interface CompiledDocuments {
  find(text: string, operationName: string | undefined): CompiledDocument | undefined;
  /** Told of a valid document that ran; the second time it is compiled, where that can be done. */
  learn(text: string, operationName: string | undefined, document: DocumentNode): void;
}

const KEPT_DOCUMENTS = 500;
const LONGEST_CHARACTERS = 8192;
/** Fields of a compiled document: some take a tenth of a second, others would take all memory. */
const MOST_FIELDS = 2000;
/** With these the compiled function does as the executor does; `@defer` it would flatten. */
const KNOWN_DIRECTIVES = new Set(['skip', 'include']);

function keyOf(text: string, operationName: string | undefined): string {
  return `${operationName ?? ''}\n${text}`;
}

export function createCompiledDocuments(schema: GraphQLSchema): CompiledDocuments {
  const seen = createLRUCache<true>({ max: KEPT_DOCUMENTS });
  // `null` is a document that cannot be compiled.
  const compiled = createLRUCache<{ document: CompiledDocument | null }>({ max: KEPT_DOCUMENTS });
  return {
    find: (text, operationName) => compiled.get(keyOf(text, operationName))?.document ?? undefined,
    learn(text, operationName, document) {
      const key = keyOf(text, operationName);
      if (text.length > LONGEST_CHARACTERS || compiled.get(key) !== undefined) return;
      if (seen.get(key) === undefined) seen.set(key, true);
      else compiled.set(key, { document: compile(schema, document, operationName) });
    },
  };
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName: string | undefined,
): CompiledDocument | null {
  const operation = operationOf(document, operationName);
  if (operation?.operation !== OperationTypeNode.QUERY || !isPlain(document) || takesOneOf(schema, operation))
    return null;
  if (compiledSize(schema, { document, operation, most: MOST_FIELDS }) >= MOST_FIELDS) return null;
  const query = compileQuery(schema, document, operationName, { disablingCapturingStackErrors: true });
  if (!isCompiledQuery(query)) return null;
  const definitions = operation.variableDefinitions ?? [];
  return {
    run(context, variables) {
      // The compiled function has its own idea of what fits; graphql's counts.
      if (getVariableValues(schema, definitions, variables, { maxErrors: 1 }).errors !== undefined) return undefined;
      return query.query(undefined, context, variables);
    },
  };
}

function operationOf(document: DocumentNode, name: string | undefined): OperationDefinitionNode | undefined {
  return document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .find((operation) => name === undefined || operation.name?.value === name);
}

/** No directives but the known ones, and no introspection, which is asked for seldom. */
function isPlain(document: DocumentNode): boolean {
  let plain = true;
  visit(document, {
    Directive({ name }) {
      if (KNOWN_DIRECTIVES.has(name.value)) return undefined;
      plain = false;
      return BREAK;
    },
    Field({ name }) {
      if (name.value !== '__schema' && name.value !== '__type') return undefined;
      plain = false;
      return BREAK;
    },
  });
  return plain;
}

/** Whether a variable is, or holds, an input of which one field alone may be set: that would not be checked. */
function takesOneOf(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): boolean {
  const looked = new Set<unknown>();
  function holdsOneOf(type: unknown): boolean {
    if (!isInputObjectType(type) || looked.has(type)) return false;
    looked.add(type);
    return type.isOneOf || Object.values(type.getFields()).some((field) => holdsOneOf(getNamedType(field.type)));
  }
  return variableDefinitions.some(({ type }) => {
    const input = typeFromAST(schema, type);
    return isInputType(input) && holdsOneOf(getNamedType(input));
  });
}
