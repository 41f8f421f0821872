import type { TypedDocumentString } from '../generated/graphql.ts';
import { serverUrl } from '../routing/base.ts';
import type { KeptAtHeader } from './kept-at.ts';
import { dropToken, tokenOfTab } from './token.ts';

const KEPT_AT_HEADER: KeptAtHeader = 'x-kept-at';

/** Where the data of an answer is from. */
export interface DatasetOfAnswer {
  buildId: string;
  version: number;
  attribution: string;
  /** Sentences that must be shown with it, where it is not from IMDb alone. */
  attributions?: readonly string[];
}

/** An answer to a document, with its data in the type that codegen made. */
export interface Reply<Data> {
  data: Data;
  dataset: DatasetOfAnswer | undefined;
  /** Time at which it was kept, in ISO 8601, if it is shown without a network. */
  keptAt: string | undefined;
}

/** What went wrong, for people. */
export class RequestProblem extends Error {
  override name = 'RequestProblem';
  /** Code of the server's closed list; `OFFLINE` if there was no answer. */
  readonly code: string;
  /** Seconds after which another attempt makes sense. */
  readonly retryAfterSeconds: number | undefined;

  constructor(message: string, how: { code: string; retryAfterSeconds?: number | undefined }) {
    super(message);
    this.code = how.code;
    this.retryAfterSeconds = how.retryAfterSeconds;
  }
}

interface ErrorOfAnswer {
  message?: string;
  extensions?: { code?: string };
}

interface GraphqlAnswer {
  data?: unknown;
  errors?: readonly ErrorOfAnswer[];
  extensions?: { dataset?: DatasetOfAnswer };
}

/** Address of a document with its variables, which caches can keep. Space that means nothing is left out. */
export function addressOf<Data, Variables>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
): string {
  const query = document.toString().replaceAll(/\s+/g, ' ').trim();
  const search = new URLSearchParams({ query });
  const given = JSON.stringify(variables);
  if (given !== '{}') search.set('variables', given);
  return `${serverUrl('/graphql')}?${search}`;
}

/** Codes of answers that are not the graph's, such as the page of a proxy, by their status. */
const CODES: Readonly<Record<number, string>> = {
  401: 'UNAUTHENTICATED',
  429: 'RATE_LIMITED',
  502: 'OVERLOADED',
  503: 'OVERLOADED',
  504: 'OVERLOADED',
};

/** Asks an address; rejects with a RequestProblem, or with an AbortError. */
export async function request<Data>(address: string, signal: AbortSignal): Promise<Reply<Data>> {
  return replyOf<Data>(await fetchAs(address, { signal }), signal);
}

/**
 * Fetches with the token of the tab, if there is one: in a header, never in an address, and past the browser's cache,
 * which would keep the answer for others. Rejects like `request` where no answer comes.
 */
export async function fetchAs(address: string, { headers, ...init }: RequestInit): Promise<Response> {
  const token = tokenOfTab();
  const all = new Headers({ accept: 'application/graphql-response+json', ...(headers as Record<string, string>) });
  if (token !== undefined) all.set('authorization', `Bearer ${token}`);
  try {
    const response = await fetch(address, { ...init, headers: all, ...(token !== undefined && { cache: 'no-store' }) });
    if (response.status === 401 && token !== undefined) dropToken(token);
    return response;
  } catch (error) {
    throw lost(error, init.signal);
  }
}

/** The reply in an answer; rejects like `request`. */
export async function replyOf<Data>(response: Response, signal?: AbortSignal): Promise<Reply<Data>> {
  const text = await response.text().catch((error: unknown) => {
    throw lost(error, signal);
  });
  const answer = answerIn(text);
  const [error] = answer?.errors ?? [];
  if (error !== undefined || answer?.data === undefined || answer.data === null) {
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
    throw new RequestProblem(error?.message ?? `The server sent no data, but an answer of status ${response.status}.`, {
      code: error?.extensions?.code ?? CODES[response.status] ?? 'INTERNAL_SERVER_ERROR',
      retryAfterSeconds: Number.isFinite(retryAfter) ? retryAfter : undefined,
    });
  }
  const keptAt = response.headers.get(KEPT_AT_HEADER) ?? undefined;
  return { data: answer.data as Data, dataset: answer.extensions?.dataset, keptAt };
}

/** What a request that got no answer rejects with: the error itself if it was cancelled. */
function lost(error: unknown, signal: AbortSignal | null | undefined): unknown {
  if (signal?.aborted === true) return error;
  return new RequestProblem('The server cannot be reached.', { code: 'OFFLINE' });
}

/** The answer of the graph in a text; undefined if it is something else. */
function answerIn(text: string): GraphqlAnswer | undefined {
  try {
    return (JSON.parse(text) as GraphqlAnswer | null) ?? undefined;
  } catch {
    return undefined;
  }
}
