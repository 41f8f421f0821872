import { badInput } from '../../../errors.ts';
import type { Exchange } from '../exchange.ts';
import { readBody } from './read-body.ts';
import { RequestError } from './request-error.ts';

/** Parameters of a GraphQL request, of which only the form is checked. */
export interface Params {
  query: string;
  operationName?: string | undefined;
  variables?: Record<string, unknown> | undefined;
  extensions?: Record<string, unknown> | undefined;
}

const JSON_TYPES = new Set(['application/json', 'application/graphql+json']);
const KEYS = new Set(['query', 'variables', 'operationName', 'extensions']);

/**
 * Reads the parameters from the query string of a GET or the JSON body of a POST, together with that text.
 * @throws ClientError that tells what is wrong with the request.
 */
export async function readParams(
  { request, method, search }: Exchange,
  { maxBodyBytes }: { maxBodyBytes: number },
): Promise<{ params: Params; text: string }> {
  if (method === 'GET') return { params: fromSearch(search), text: search };
  if (method !== 'POST') {
    const message = `${method} is not supported here: use POST or GET.`;
    throw new RequestError('BAD_USER_INPUT', message, { status: 405, headers: { allow: 'GET, HEAD, POST, OPTIONS' } });
  }
  checkContentType(request.headers['content-type']);
  const text = await readBody(request, maxBodyBytes);
  return { params: checkParams(parseJson(text, 'The body')), text };
}

function fromSearch(text: string): Params {
  const search = new URLSearchParams(text);
  return checkParams({
    query: search.get('query') ?? undefined,
    operationName: search.get('operationName') || undefined,
    variables: jsonParameter(search, 'variables'),
    extensions: jsonParameter(search, 'extensions'),
  });
}

function jsonParameter(search: URLSearchParams, name: string): unknown {
  const text = search.get(name);
  return text ? parseJson(text, `The parameter "${name}"`) : undefined;
}

function checkContentType(header = ''): void {
  if (header === 'application/json') return;
  const [type = '', ...parameters] = header.toLowerCase().split(';');
  const charset = parameters.map((p) => p.trim()).find((p) => p.startsWith('charset='));
  if (JSON_TYPES.has(type.trim()) && (charset === undefined || /^charset="?utf-?8"?$/.test(charset))) return;
  throw new RequestError(
    'BAD_USER_INPUT',
    'The content type is not supported: send JSON in UTF-8 with the header "content-type: application/json".',
    { status: 415 },
  );
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (err) {
    throw badInput(`${what} is not valid JSON: ${err instanceof Error ? err.message : 'it cannot be read'}.`);
  }
}

function checkParams(params: unknown): Params {
  if (Array.isArray(params)) throw badInput('Batches are not supported: send one operation with each request.');
  if (!isObject(params)) throw badInput('The body must be a JSON object with the key "query".');
  const unknownKey = Object.keys(params).find((key) => !KEYS.has(key));
  if (unknownKey !== undefined) {
    throw badInput(`The body has the unknown key "${unknownKey.slice(0, 100)}": it may have ${[...KEYS].join(', ')}.`);
  }
  const { query, variables, operationName, extensions } = params;
  if (query === undefined || query === null || query === '') {
    if (isObject(extensions) && isObject(extensions['persistedQuery'])) throw persistedQueryNotSupported();
    throw badInput('The GraphQL document is missing: send it as text in "query".');
  }
  if (typeof query !== 'string') throw badInput('"query" must be text: the GraphQL document.');
  if (operationName != null && typeof operationName !== 'string') throw badInput('"operationName" must be text.');
  if (variables != null && !isObject(variables)) {
    throw badInput('"variables" must be a JSON object with the values by name.');
  }
  if (extensions != null && !isObject(extensions)) throw badInput('"extensions" must be a JSON object.');
  return {
    query,
    operationName: operationName || undefined,
    variables: variables ?? undefined,
    extensions: extensions ?? undefined,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The error on which Apollo's and urql's clients send the text of a persisted query after its hash. urql compares the
 * message, so it must not change.
 */
function persistedQueryNotSupported(): RequestError {
  const headers = { 'cache-control': 'no-store' };
  return new RequestError('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported', { headers });
}
