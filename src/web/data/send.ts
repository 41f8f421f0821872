import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';

import { serverUrl } from '../routing/base.ts';
import { fetchAs, replyOf } from './request.ts';

/** A typed document as text. */
export type TextDocument<Data, Variables> = DocumentTypeDecoration<Data, Variables> & { toString(): string };

/** Sends an operation by POST, with the token of the tab; rejects with a RequestProblem, or with an AbortError. */
export async function send<Data, Variables>(
  document: TextDocument<Data, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Data> {
  return (await replyOf<Data>(await post(document, { variables, ...(signal && { signal }) }), signal)).data;
}

/** The answer to an operation, which may be a stream of events if `accept` says so. */
export function post<Data, Variables>(
  document: TextDocument<Data, Variables>,
  { variables, signal, accept }: { variables: Variables; signal?: AbortSignal; accept?: string },
): Promise<Response> {
  return fetchAs(serverUrl('/graphql'), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(accept !== undefined && { accept }) },
    body: JSON.stringify({ query: document.toString(), variables }),
    ...(signal && { signal }),
  });
}
