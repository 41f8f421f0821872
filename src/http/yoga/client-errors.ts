import type { GraphQLErrorExtensions } from 'graphql';

import { GraphQLError, Kind } from 'graphql';

import type { ClientErrorCode } from '../../errors.ts';
import { CLIENT_ERROR_STATUS, ClientError } from '../../errors.ts';
import { shortened } from '../request/answers/shortened.ts';
import { retryHeaders } from '../request/graphql/request-error.ts';

export interface Translation {
  /** What the client gets. */
  error: GraphQLError;
  /** What was hidden from the client and belongs in the log. */
  hidden?: { cause: unknown };
}

/** Codes of Yoga that mean one of ours. */
const OTHER_CODES: Readonly<Record<string, ClientErrorCode>> = {
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  REQUEST_ENTITY_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
};

/**
 * Makes of any error one with a code of the closed list. What was not written for the client becomes
 * "Unexpected error." with the id of the request. The status of one field never becomes that of the answer, which may
 * hold other fields, except without a dataset, where no field has data. Its headers do.
 */
export function toClientError(error: unknown, requestId: string): Translation {
  const located = error instanceof GraphQLError ? error : undefined;
  const root = rootOf(error);
  const ofField = located?.path !== undefined;
  if (root instanceof ClientError) {
    const sets = !ofField || root.code === 'DATASET_UNAVAILABLE';
    const http = sets ? (located?.extensions.http ?? httpOf(root)) : headersOf(root);
    return { error: rebuild(located?.message ?? root.message, located, { code: root.code, http }) };
  }
  if (root instanceof GraphQLError && root.extensions.unexpected !== true && (!ofField || isForClient(root))) {
    // Without a code it comes from the executor, before any field: the variables do not fit.
    const code = codeOf(root) ?? 'BAD_USER_INPUT';
    const http = ofField ? undefined : (root.extensions.http ?? { status: CLIENT_ERROR_STATUS[code], spec: true });
    return { error: rebuild(located?.message ?? root.message, located, { code, http }) };
  }
  const http = ofField ? undefined : { status: 500 };
  return {
    error: rebuild('Unexpected error.', located, { code: 'INTERNAL_SERVER_ERROR', requestId, http }),
    hidden: { cause: root },
  };
}

/** Codes of which the same request may have none in a moment. */
const PASSING: ReadonlySet<unknown> = new Set<ClientErrorCode>(['OVERLOADED', 'QUERY_TIMEOUT']);
/** The status of an answer in which nothing is answered, for reasons that pass; undefined for any other. */
export function passingStatus(data: unknown, errors: readonly GraphQLError[]): number | undefined {
  const isAnswered = typeof data === 'object' && Object.values(data ?? {}).some((value) => value !== null);
  const codes = errors.map(({ extensions }) => extensions.code as ClientErrorCode);
  if (isAnswered || !codes.every((code) => PASSING.has(code))) return undefined;
  return Math.max(...codes.map((code) => CLIENT_ERROR_STATUS[code]));
}

function httpOf(error: ClientError): GraphQLErrorExtensions['http'] {
  return { status: CLIENT_ERROR_STATUS[error.code], ...headersOf(error) };
}

function headersOf(error: ClientError): { headers: Record<string, string> } | undefined {
  const headers = retryHeaders(error);
  return headers && { headers };
}

function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof GraphQLError && root.originalError !== undefined) root = root.originalError;
  return root;
}

/**
 * Whether the error of a field is about what the client sent: it has a code of ours, or it points at an argument.
 * Others point at the field, such as a value that does not fit the type the schema promises.
 */
function isForClient(error: GraphQLError): boolean {
  return codeOf(error) !== undefined || error.nodes?.every(({ kind }) => kind !== Kind.FIELD) === true;
}

function codeOf({ extensions }: GraphQLError): ClientErrorCode | undefined {
  const { code } = extensions;
  if (typeof code !== 'string') return undefined;
  return Object.hasOwn(CLIENT_ERROR_STATUS, code) ? (code as ClientErrorCode) : OTHER_CODES[code];
}

interface Extensions {
  code: ClientErrorCode;
  requestId?: string;
  http?: GraphQLErrorExtensions['http'];
}

function rebuild(
  message: string,
  located: GraphQLError | undefined,
  { http, ...extensions }: Extensions,
): GraphQLError {
  const { nodes, source, positions, path } = located ?? {};
  return new GraphQLError(shortened(message), {
    nodes,
    source,
    positions,
    path,
    extensions: { ...extensions, ...(http === undefined ? {} : { http }) },
  });
}
