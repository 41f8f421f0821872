import { CLIENT_ERROR_STATUS } from '../../src/errors.ts';
import type { Sent } from './requests.ts';
import type { Seen } from './send.ts';

/** What the faults of an answer are told by. */
export interface Rules {
  /** Names that only administrators see. */
  hidden: readonly string[];
  /** Texts of this machine that no message may have, such as the path of the data folder. */
  places: readonly string[];
  /** Time limit of an answer. */
  mostMs: number;
  /** Whether reading needs a token. */
  needsToken: boolean;
}

interface Body {
  data?: unknown;
  errors?: { message?: unknown; extensions?: { code?: unknown } }[];
}

/** Words of what is below: stacks, values of the program, SQL, DuckDB. None of them is said to a client. */
const UNMASKED = [
  /\bat [^\n]*:\d+:\d+\)?/,
  /node_modules|node:internal|file:\/\/\/|\/src\/|\.ts\b|\.mjs\b/,
  /\b(?:Type|Reference|Range|Syntax|Assertion|Aggregate)Error\b|Cannot read propert|is not a function|is not iterable/,
  /\[object \w+\]/,
  /\b(?:SELECT|INSERT|UPDATE|DELETE)\b.+\b(?:FROM|INTO|SET|WHERE)\b|read_parquet|information_schema/,
  /duckdb|(?:Binder|Parser|Catalog|Conversion|Constraint|Invalid Input|Invalid|IO|Out of Range|Internal|INTERNAL|FATAL|Fatal|Interrupt|Out of Memory|Serialization|HTTP) Error/i,
  /\bE(?:NOENT|ACCES|ISDIR|NOTDIR|EXIST|MFILE|PERM|ROFS|NOSPC)\b/,
  /Unexpected error/,
];
/** A name that is no word of English, so that it stands nowhere by chance. */
const TELLING = /[a-z][A-Z]|_|^[A-Z][a-z]+[A-Z]/;
/** How many characters of an answer a report shows. */
const SHOWN = 300;

/** What is wrong with an answer, in words; none if it is as promised. */
export function faultsOf({ sent, seen }: { sent: Sent; seen: Seen }, rules: Rules): string[] {
  const { status, text, ms } = seen;
  const found: string[] = [];
  if (status === 0) found.push('no answer');
  if (status >= 500) found.push(`status ${status}`);
  if (ms > rules.mostMs) found.push(`after ${ms.toFixed(0)} ms`);
  const body = bodyOf(seen);
  if (body === undefined) {
    if (mustBeGraphql(sent, seen)) found.push(`no JSON of GraphQL: ${text.slice(0, SHOWN)}`);
  } else found.push(...faultsOfBody(body, { sent, seen, rules }));
  for (const place of rules.places) {
    if (sent.role !== 'admin' && text.includes(place)) found.push(`it names ${place}`);
  }
  if (sent.role !== 'admin') found.push(...namesShown({ sent, text }, rules.hidden));
  return found;
}

/** The status and the code of the first error, as the table counts them. */
export function outcomeOf(seen: Seen): string {
  const code = bodyOf(seen)?.errors?.[0]?.extensions?.code;
  return `${seen.status}${typeof code === 'string' ? ` ${code}` : ''}`;
}

function faultsOfBody(body: Body, { sent, seen, rules }: { sent: Sent; seen: Seen; rules: Rules }): string[] {
  const { data, errors } = body;
  const found: string[] = [];
  const hasData = Object.hasOwn(body, 'data');
  if (!hasData && errors === undefined && mustBeGraphql(sent, seen)) found.push('neither data nor errors');
  if (errors !== undefined && (!Array.isArray(errors) || errors.length === 0))
    found.push('errors are no list with one');
  for (const { message, extensions } of errors ?? []) {
    const code = extensions?.code;
    if (typeof code !== 'string' || !Object.hasOwn(CLIENT_ERROR_STATUS, code))
      found.push(`code ${JSON.stringify(code)}`);
    if (code === 'INTERNAL_SERVER_ERROR' || code === 'DATASET_UNAVAILABLE' || code === 'QUERY_TIMEOUT')
      found.push(code);
    if (typeof message !== 'string' || message.trim() === '') found.push('an error without a message');
    else if (!UNMASKED.every((word) => !word.test(ownWords(message, sent))))
      found.push(`unmasked: ${message.slice(0, SHOWN)}`);
  }
  const isStrict = seen.headers['content-type']?.startsWith('application/graphql-response+json') === true;
  const isRefused = !hasData && errors?.[0]?.extensions?.code !== 'PERSISTED_QUERY_NOT_SUPPORTED';
  if (isStrict && isRefused && seen.status < 400) found.push(`status ${seen.status} without data`);
  if (rules.needsToken && sent.role === 'anonymous' && data != null) found.push('data without a token');
  return found;
}

/** A message without what it cites of the request, in quotes. */
function ownWords(message: string, sent: Sent): string {
  const asked = textOf(sent);
  return message.replaceAll(/"([^"]*)"/g, (quoted, inner: string) =>
    inner !== '' && asked.includes(inner) ? '""' : quoted,
  );
}

/** Names of administration that the client did not send itself. */
function namesShown({ sent, text }: { sent: Sent; text: string }, hidden: readonly string[]): string[] {
  const asked = textOf(sent);
  const own = new Set(asked.match(/\w+/g));
  // The data has words of English, and names of tables; the schema itself is asked for by name.
  const plain = /__(?:schema|type)\b/.test(asked)
    ? (name: string) => String.raw`\\"${name}\\"|"name":"${name}"`
    : (name: string) => String.raw`\\"${name}\\"`;
  return hidden
    .filter((name) => text.includes(name) && !own.has(name))
    .filter((name) => new RegExp(TELLING.test(name) ? String.raw`\b${name}\b` : plain(name)).test(text))
    .map((name) => `it shows ${name}`);
}

/** All that a request says, without the escapes of JSON, which would join letters to names. */
function textOf({ body, path }: Sent): string {
  return `${String(body).replaceAll(/\\[nrtbf]/g, ' ')} ${decoded(path)}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path.replaceAll('+', ' '));
  } catch {
    return path;
  }
}

function bodyOf({ headers, text }: Seen): Body | undefined {
  const json = jsonIn(text, headers['content-type'] ?? '');
  if (json === undefined) return undefined;
  try {
    const body: unknown = JSON.parse(json);
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

/** The JSON of an answer: all of it, or the first part or event of a stream. */
function jsonIn(text: string, type: string): string | undefined {
  if (/^application\/(graphql-response\+)?json\b/.test(type)) return text;
  if (type.startsWith('multipart/mixed')) return /\r\n\r\n(\{.*\})\r\n---/s.exec(text)?.[1];
  if (type.startsWith('text/event-stream')) return /^data: (\{.*\})$/m.exec(text)?.[1];
  return undefined;
}

/** Whether an answer has to be JSON: every one of GraphQL, but for preflights, HEAD, 304 and streams. */
function mustBeGraphql({ method, path, headers }: Sent, { status, headers: received }: Seen): boolean {
  if (method === 'HEAD' || method === 'OPTIONS' || status === 304) return false;
  if (
    received['content-type']?.startsWith('text/event-stream') === true ||
    headers['accept']?.includes('text/html') === true
  )
    return false;
  return status >= 400 || path.startsWith('/graphql?') || path === '/graphql';
}
