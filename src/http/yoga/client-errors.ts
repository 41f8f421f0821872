import type { GraphQLErrorExtensions } from 'graphql';

import { GraphQLError, Kind } from 'graphql';

import type { ClientErrorCode } from '../../errors.ts';
import { CLIENT_ERROR_STATUS, ClientError } from '../../errors.ts';
import { RoleRequired } from '../engine/visibility/role-required.ts';
import { roleNeeded } from '../request/access/access-errors.ts';
import type { Exchange } from '../request/exchange.ts';
import { shortened } from '../request/answers/shortened.ts';
import { errorHeaders, RequestError } from '../request/graphql/request-error.ts';

export interface Translation {
  /** The error as the client gets it. */
  error: GraphQLError;
  /** The cause that is hidden from the client and to be logged. */
  hidden?: { cause: unknown };
}

/** Codes of Yoga, with the code of ours that they mean. */
const OTHER_CODES: Readonly<Record<string, ClientErrorCode>> = {
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  REQUEST_ENTITY_TOO_LARGE: 'PAYLOAD_TOO_LARGE',
};

/**
 * Translates any error to one with a code of the closed list. An error that was not written for clients becomes
 * "Unexpected error." with the request id. The error of a field does not set the status of the answer, which may hold
 * other fields; `DATASET_UNAVAILABLE` does, because no field has data then, and so does a field without whose role
 * nothing is executed. Headers such as `retry-after` are always set.
 */
export function toClientError(
  error: unknown,
  { requestId, client }: Pick<Exchange, 'requestId' | 'client'>,
): Translation {
  const located = error instanceof GraphQLError ? error : undefined;
  const root = rootOf(error);
  const ofField = located?.path !== undefined;
  if (root instanceof RoleRequired) {
    const refused = roleNeeded(String(located?.path?.[0]), client);
    return { error: rebuild(refused.message, located, { code: refused.code, http: httpOf(refused) }) };
  }
  if (root instanceof ClientError) {
    const sets = !ofField || root.code === 'DATASET_UNAVAILABLE';
    const http = sets ? (located?.extensions.http ?? httpOf(root)) : headersOf(root);
    return { error: rebuild(located?.message ?? root.message, located, { code: root.code, http }) };
  }
  if (root instanceof GraphQLError && root.extensions.unexpected !== true && (!ofField || isForClient(root))) {
    // An error without a code comes from the coercion of variables.
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

/** Codes of temporary errors. */
const PASSING: ReadonlySet<unknown> = new Set<ClientErrorCode>(['OVERLOADED', 'QUERY_TIMEOUT']);
/** HTTP status of an answer that has no data because of temporary errors; undefined for any other answer. */
export function passingStatus(data: unknown, errors: readonly GraphQLError[]): number | undefined {
  const isAnswered = typeof data === 'object' && Object.values(data ?? {}).some((value) => value !== null);
  const codes = errors.map(({ extensions }) => extensions.code as ClientErrorCode);
  if (isAnswered || !codes.every((code) => PASSING.has(code))) return undefined;
  return Math.max(...codes.map((code) => CLIENT_ERROR_STATUS[code]));
}

function httpOf(error: ClientError): GraphQLErrorExtensions['http'] {
  if (error instanceof RequestError) return { status: error.status, headers: { ...error.headers } };
  return { status: CLIENT_ERROR_STATUS[error.code], ...headersOf(error) };
}

function headersOf(error: ClientError): { headers: Record<string, string> } | undefined {
  const headers = errorHeaders(error);
  return headers && { headers };
}

function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof GraphQLError && root.originalError !== undefined) root = root.originalError;
  return root;
}

/**
 * Whether the error of a field is about the client's input: it has a code of ours or points at an argument. Other
 * errors point at the field, such as a value that does not match its type in the schema.
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
