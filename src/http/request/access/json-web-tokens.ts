import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';

import { ClientError } from '../../../errors.ts';
import type { Logger } from '../../../process/logger.ts';
import { wrongToken } from './access-errors.ts';
import type { Client } from './client.ts';
import type { KeySet } from './key-set.ts';

export interface JsonWebTokenOptions {
  keys: KeySet;
  issuer: string;
  audience: string;
  /** Claim with the role, such as `role`, or a path such as `realm_access.roles`. */
  roleClaim: string;
  log: Logger;
}

/**
 * Finds whose JSON Web Token a text is.
 * @throws ClientError `UNAUTHENTICATED` if it is not valid, `FORBIDDEN` if it has no role here, `OVERLOADED` while the
 * keys cannot be read.
 */
export type JsonWebTokens = (text: string) => Promise<Client>;

/**
 * Algorithms of key pairs alone. A shared secret would be the public key to a library that takes the algorithm from the
 * token, and "none" is no signature.
 */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
const CLOCK_TOLERANCE_SECONDS = 5;
const RETRY_AFTER_SECONDS = 5;
const LOG_PAUSE_MS = 10_000;
const NAME_CHARACTERS = 80;

const ROLES: Readonly<Record<string, 'READER' | 'ADMIN'>> = { admin: 'ADMIN', read: 'READER' };

export function createJsonWebTokens(options: JsonWebTokenOptions): JsonWebTokens {
  const { keys, issuer, audience, roleClaim, log } = options;
  const rules = {
    issuer,
    audience,
    algorithms: ALGORITHMS,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    requiredClaims: ['exp', 'sub'],
  };

  let loggedAtMs = -Infinity;

  /** Writes a line now and then: every request with a token comes here while the keys cannot be read. */
  function logUnreadable(error: unknown): void {
    if (performance.now() - loggedAtMs < LOG_PAUSE_MS) return;
    loggedAtMs = performance.now();
    log.warn({ event: 'token keys unreadable', from: keys.place, reason: messageOf(error) });
  }

  return async (text) => {
    let payload: JWTPayload;
    try {
      ({ payload } = await jwtVerify(text, keys.find, rules));
    } catch (error) {
      const reason = reasonOf(error, { text, issuer, audience });
      if (reason !== undefined) throw wrongToken(`The token is not accepted: ${reason}.`);
      logUnreadable(error);
      throw keysUnreadable(error);
    }
    const role = roleOf(claimOf(payload, roleClaim));
    if (role === undefined) throw noRole(roleClaim);
    // The names of other tokens have no colon, so that none can be mistaken for one of an issuer.
    const name = `jwt:${String(payload.sub)
      .replace(/[^\x21-\x7e]/g, '?')
      .slice(0, NAME_CHARACTERS)}`;
    return { role, name, key: `token ${name}` };
  };
}

/** What is wrong with a token; undefined if the keys could not be read. */
function reasonOf(
  error: unknown,
  { text, issuer, audience }: { text: string; issuer: string; audience: string },
): string | undefined {
  if (error instanceof errors.JWTExpired) return 'it has expired, ask for a new one';
  if (error instanceof errors.JWTClaimValidationFailed) return claimReason(error, { issuer, audience });
  if (error instanceof errors.JOSEAlgNotAllowed) {
    return `its algorithm${algorithmOf(text)} is not one of ${ALGORITHMS.join(', ')}`;
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'its signature is wrong';
  if (error instanceof errors.JWKSNoMatchingKey) return 'no key of the issuer fits it';
  if (error instanceof errors.JWKSMultipleMatchingKeys) {
    return 'several keys of the issuer fit it, and its header does not say which (kid)';
  }
  const isOfKeys = error instanceof errors.JWKSInvalid || error instanceof errors.JWKSTimeout;
  // The generic error is that of a request for the keys.
  const isOfToken = error instanceof errors.JOSEError && !isOfKeys && error.code !== errors.JOSEError.code;
  return isOfToken ? 'it is not a JSON Web Token that can be checked' : undefined;
}

function claimReason(
  { claim, reason }: errors.JWTClaimValidationFailed,
  { issuer, audience }: { issuer: string; audience: string },
): string {
  if (reason === 'missing') return `it has no claim "${claim}"`;
  if (claim === 'iss') return `it is of another issuer than ${issuer}`;
  if (claim === 'aud') return `it is for another audience than ${audience}`;
  if (claim === 'nbf') return 'it is not valid yet';
  return `its claim "${claim}" is wrong`;
}

function algorithmOf(text: string): string {
  const { alg } = decodeProtectedHeader(text);
  return typeof alg === 'string' && /^[\w-]{1,20}$/.test(alg) ? ` ${alg}` : '';
}

/** A claim by its whole name, which may have dots, or by the path to it. */
function claimOf(payload: JWTPayload, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name];
  let value: unknown = payload;
  for (const part of name.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

/** The greater role of those that a claim lists. */
function roleOf(claim: unknown): 'READER' | 'ADMIN' | undefined {
  // OAuth's scopes are words in one text.
  const words = Array.isArray(claim) ? claim : typeof claim === 'string' ? claim.split(' ') : [];
  const roles = words.map((word) => (typeof word === 'string' && Object.hasOwn(ROLES, word) ? ROLES[word] : undefined));
  return roles.includes('ADMIN') ? 'ADMIN' : roles.find((role) => role !== undefined);
}

function noRole(claim: string): ClientError {
  const message = `The token has no role here: its claim "${claim}" needs to be "admin" or "read", or a list with one of them.`;
  return new ClientError('FORBIDDEN', message);
}

function keysUnreadable(cause: unknown): ClientError {
  const message = `The token cannot be checked: the keys of its issuer (JWT_JWKS) cannot be read. Try again in ${RETRY_AFTER_SECONDS} s.`;
  return new ClientError('OVERLOADED', message, { cause, retryAfterSeconds: RETRY_AFTER_SECONDS });
}

function messageOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? `: ${error.cause.message}` : '';
  return error instanceof Error ? `${error.message}${cause}` : String(error);
}
