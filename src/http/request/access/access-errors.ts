import type { Client } from '../../../graphql/base/client.ts';
import { ClientError } from '../../../errors.ts';

const HOW = 'send the header "authorization: Bearer <token>"';

/** The error for an anonymous client where a token is needed. */
export function tokenNeeded(what: string): ClientError {
  return new ClientError('UNAUTHENTICATED', `${what} needs a token: ${HOW}.`);
}

/** The error for a client that asks for a field of administration without the role. */
export function roleNeeded(field: string, { role }: Pick<Client, 'role'>): ClientError {
  if (role === 'ANONYMOUS') return tokenNeeded(`The field "${field}"`);
  return new ClientError(
    'FORBIDDEN',
    `The field "${field}" needs the role ADMIN, and this token has the role ${role}: use a token of ADMIN_TOKENS.`,
  );
}

/** The error for a token that is not accepted. */
export function wrongToken(reason: string): ClientError {
  return new ClientError('UNAUTHENTICATED', reason);
}

/** The challenge that goes with the status 401, by RFC 6750; undefined for other errors. */
export function challengeOf({ code }: ClientError): { 'www-authenticate': string } | undefined {
  return code === 'UNAUTHENTICATED' ? { 'www-authenticate': 'Bearer realm="marquee"' } : undefined;
}
