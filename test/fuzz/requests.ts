import type { RandomDocument } from '../support/random-documents.ts';
import { HEADERS } from './roles.ts';
import type { Role } from './roles.ts';

/** A request as it is sent. */
export interface Sent {
  /** What it is, for the table: `valid: query`, `broken: token deleted`. */
  kind: string;
  role: Role;
  method: string;
  /** Path and query string. */
  path: string;
  headers: Record<string, string>;
  body?: string | Buffer | undefined;
}

/** A document by POST, as most clients send it. */
export function posted(document: Partial<RandomDocument>, { kind, role }: Pick<Sent, 'kind' | 'role'>): Sent {
  return {
    kind,
    role,
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json', ...HEADERS[role] },
    body: JSON.stringify(document),
  };
}

/** A document by GET. */
export function gotten({ query, variables }: RandomDocument, { kind, role }: Pick<Sent, 'kind' | 'role'>): Sent {
  const search = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  return { kind, role, method: 'GET', path: `/graphql?${search}`, headers: { ...HEADERS[role] } };
}
