import type { DocumentNode, GraphQLSchema, ValidationRule } from 'graphql';

import { GraphQLError, Kind, validate } from 'graphql';

import { depthRule } from './depth-rule.ts';
import { introspectionRule } from './introspection-rule.ts';
import { skippedSubscription } from './skipped-subscription.ts';
import { ClientError } from '../../errors.ts';
import { roleRequired } from '../engine/visibility/role-required.ts';
import type { YogaPlugin } from './yoga-context.ts';

export interface DocumentOptions {
  maxTokens: number;
  maxDepth: number;
  /** Whether the schema may be read, and errors suggest names of it. */
  introspection: boolean;
  /** The schema with the fields that this one leaves out; undefined if it leaves out none. */
  whole: GraphQLSchema | undefined;
}

const TOO_DEEP = 'The document is nested too deeply: split it into several.';

/**
 * Bounds a document before it is executed: tokens while parsing, number of fragments, levels of nesting. graphql itself
 * bounds the comparison of overlapping fields. Also selects the operation, so that the error for a wrong name lists the
 * names there are. A document that asks for a field of `whole` that clients of this schema do not see is refused for
 * that alone.
 */
export function useDocuments(options: DocumentOptions): YogaPlugin {
  const { introspection, whole } = options;
  const maxDepthRule = depthRule(options.maxDepth);
  return {
    onParse({ parseFn, setParseFn, context }) {
      setParseFn((source, parseOptions) =>
        withinStack('GRAPHQL_PARSE_FAILED', () => parseFn(source, { ...parseOptions, maxTokens: options.maxTokens })),
      );
      return ({ result }) => {
        if (!isDocument(result)) return;
        checkFragments(result);
        checkOperation(result, context.asked.params.operationName);
      };
    },
    onValidate({ setValidationFn, addValidationRule }) {
      addValidationRule(maxDepthRule);
      if (!introspection) addValidationRule(introspectionRule);
      setValidationFn((schema: GraphQLSchema, document: DocumentNode, rules: readonly ValidationRule[]) =>
        withinStack('GRAPHQL_VALIDATION_FAILED', () => {
          const skipped = skippedSubscription(document);
          const errors = skipped ? [skipped] : validate(schema, document, rules, { hideSuggestions: !introspection });
          // What is valid here asks for nothing that requires a role, unless there is no type that would say so.
          const isValid = errors.length === 0 && hasRoots(document, schema);
          const refused = isValid || whole === undefined ? undefined : roleRequired(document, whole);
          return refused === undefined ? withReason(errors) : [refused];
        }),
      );
    },
  };
}

/** Whether the schema has the root types of all operations: graphql does not validate the others. */
function hasRoots({ definitions }: DocumentNode, schema: GraphQLSchema): boolean {
  return definitions.every(
    (one) => one.kind !== Kind.OPERATION_DEFINITION || schema.getRootType(one.operation) != null,
  );
}

/** The message with which graphql ends the comparison of overlapping fields at its limit. */
const GIVEN_UP = 'Validation aborted.';
const TOO_MANY_PAIRS =
  'The document has too many fields or fragments in one place: fields under one name are compared with each other, 500,000 ' +
  'comparisons at most, as of 700 such fields. Ask for each field once in a place, in fewer fragments, or send several documents.';

/** The errors of a validation, with a clear message in place of graphql's own if it was aborted. */
function withReason(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  return errors.map((error) => (error.message === GIVEN_UP ? new GraphQLError(TOO_MANY_PAIRS) : error));
}

function withinStack<T>(code: 'GRAPHQL_PARSE_FAILED' | 'GRAPHQL_VALIDATION_FAILED', run: () => T): T {
  try {
    return run();
  } catch (err) {
    if (!(err instanceof RangeError)) throw err;
    throw new GraphQLError(TOO_DEEP, { extensions: { code, http: { status: 400, spec: true } } });
  }
}

function isDocument(result: unknown): result is DocumentNode {
  return typeof result === 'object' && result !== null && 'kind' in result && result.kind === Kind.DOCUMENT;
}

/** Largest number of fragments: validation compares fragments that reach each other in pairs. */
const MOST_FRAGMENTS = 250;

function checkFragments({ definitions }: DocumentNode): void {
  const { length } = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  if (length <= MOST_FRAGMENTS) return;
  throw new ClientError(
    'GRAPHQL_VALIDATION_FAILED',
    `The document has ${length} fragments, and ${MOST_FRAGMENTS} are allowed: send several documents.`,
  );
}

function checkOperation(document: DocumentNode, wanted: string | undefined): void {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const names = operations.map(({ name }) => name?.value ?? '(unnamed)').slice(0, 20);
  if (operations.length === 0) {
    throw new ClientError('BAD_USER_INPUT', 'The document has no operation: it needs a query.');
  }
  if (!wanted && operations.length > 1) {
    throw new ClientError('BAD_USER_INPUT', `"operationName" must say which operation to run: ${names.join(', ')}.`);
  }
  if (wanted && !operations.some(({ name }) => name?.value === wanted)) {
    throw new ClientError(
      'BAD_USER_INPUT',
      `The document has no operation "${wanted.slice(0, 100)}". It has: ${names.join(', ')}.`,
    );
  }
}
