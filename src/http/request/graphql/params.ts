import type { GraphQLError } from 'graphql';
import type { GraphQLParams } from 'graphql-yoga';

import { isTurnOver, nextTurn } from '../../../process/turns.ts';
import type { GatewayPlugin } from '../../yoga/gateway-context.ts';
import { readBody } from './read-body.ts';
import { requestError } from '../../yoga/request-error.ts';

const JSON_TYPES = new Set(['application/json', 'application/graphql+json']);
const KEYS = new Set(['query', 'variables', 'operationName', 'extensions']);

/**
 * Reads a GraphQL request from the query string of a GET or the JSON body of a POST, and says what is wrong with any
 * other. It stands in for the parsers of Yoga, which also take forms, uploads, broken UTF-8 and bodies of 25 MB.
 */
export function useParams(options: { maxBodyBytes: number }): GatewayPlugin {
  async function fromPost(request: Request): Promise<GraphQLParams> {
    return inTurn(checkParams(parseJson(await readBody(request, options.maxBodyBytes), 'The body')));
  }
  return {
    onRequestParse({ request, serverContext, setRequestParser }) {
      if (request.method === 'GET') {
        setRequestParser((asked) => inTurn(fromGet(asked)));
      } else if (request.method === 'POST') {
        checkContentType(request);
        setRequestParser(fromPost);
      } else {
        throw requestError('BAD_USER_INPUT', `${request.method} is not supported here: use POST or GET.`, {
          status: 405,
          headers: { allow: 'GET, HEAD, POST' },
        });
      }
      return {
        onRequestParseDone({ requestParserResult }) {
          if (Array.isArray(requestParserResult)) return;
          serverContext.exchange.operationName = requestParserResult.operationName ?? null;
        },
      };
    },
  };
}

/** A shorter document is parsed and validated within a millisecond or two. */
const SHORT_CHARACTERS = 1000;

/** Documents that come at once are looked at in turns: a long one takes some milliseconds, and has a turn for itself. */
async function inTurn(params: GraphQLParams): Promise<GraphQLParams> {
  if ((params.query ?? '').length > SHORT_CHARACTERS || isTurnOver()) await nextTurn();
  return params;
}

function fromGet(request: Request): GraphQLParams {
  const at = request.url.indexOf('?');
  const search = new URLSearchParams(at < 0 ? '' : request.url.slice(at + 1));
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

function checkContentType(request: Request): void {
  const [type = '', ...parameters] = (request.headers.get('content-type') ?? '').toLowerCase().split(';');
  const charset = parameters.map((p) => p.trim()).find((p) => p.startsWith('charset='));
  if (JSON_TYPES.has(type.trim()) && (charset === undefined || /^charset="?utf-?8"?$/.test(charset))) return;
  throw requestError(
    'BAD_USER_INPUT',
    'The content type is not supported: send JSON in UTF-8 with the header "content-type: application/json".',
    { status: 415 },
  );
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (err) {
    throw bad(`${what} is not valid JSON: ${err instanceof Error ? err.message : 'it cannot be read'}.`);
  }
}

function checkParams(params: unknown): GraphQLParams {
  if (Array.isArray(params)) throw bad('Batches are not supported: send one operation with each request.');
  if (!isObject(params)) throw bad('The body must be a JSON object with the key "query".');
  const unknownKey = Object.keys(params).find((key) => !KEYS.has(key));
  if (unknownKey !== undefined) {
    throw bad(`The body has the unknown key "${unknownKey.slice(0, 100)}": it may have ${[...KEYS].join(', ')}.`);
  }
  const { query, variables, operationName, extensions } = params;
  if (query === undefined || query === null || query === '') {
    if (isObject(extensions) && isObject(extensions['persistedQuery'])) throw persistedQueryNotSupported();
    throw bad('The GraphQL document is missing: send it as text in "query".');
  }
  if (typeof query !== 'string') throw bad('"query" must be text: the GraphQL document.');
  if (operationName != null && typeof operationName !== 'string') throw bad('"operationName" must be text.');
  if (variables != null && !isObject(variables)) {
    throw bad('"variables" must be a JSON object with the values by name.');
  }
  if (extensions != null && !isObject(extensions)) throw bad('"extensions" must be a JSON object.');
  return {
    query,
    ...(operationName ? { operationName } : {}),
    ...(variables ? { variables } : {}),
    ...(extensions ? { extensions } : {}),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function bad(message: string): GraphQLError {
  return requestError('BAD_USER_INPUT', message);
}

/**
 * What Apollo's and urql's clients with automatic persisted queries wait for, and then send the text beside its hash.
 * urql looks at the message alone, which must not be another.
 */
function persistedQueryNotSupported(): GraphQLError {
  const headers = { 'cache-control': 'no-store' };
  return requestError('PERSISTED_QUERY_NOT_SUPPORTED', 'PersistedQueryNotSupported', { headers });
}
