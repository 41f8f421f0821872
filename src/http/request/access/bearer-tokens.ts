import { createHash, timingSafeEqual } from 'node:crypto';

import { UsageError } from '../../../errors.ts';
import type { Client } from './client.ts';

/** A token of the settings: its hash, from which the token cannot be computed. */
export interface BearerToken {
  /** Name for the log and the audit log. */
  name: string;
  role: 'READER' | 'ADMIN';
  /** SHA-256 of the token. */
  hash: Uint8Array;
}

/** Finds whose token a text is; undefined if it is nobody's. */
export type BearerTokens = (text: string) => Client | undefined;

const ENTRY = /^(?:([\w.-]{1,40})=)?sha256:([\da-f]{64})$/i;
/** Who begins the nightly runs, in the records of runs and the audit log: no token may be taken for it. */
const SCHEDULE = 'schedule';
const ROLE_NAMES = { READER: 'reader', ADMIN: 'admin' } as const;

/** Whether a text is an entry of ADMIN_TOKENS or READ_TOKENS. */
export function isTokenEntry(text: string): boolean {
  return ENTRY.test(text);
}

/** Tokens from entries `name=sha256:<hex>` or `sha256:<hex>`, whose name is then `admin-1`, `reader-2` by position. */
export function tokensOf(entries: readonly string[], role: BearerToken['role']): BearerToken[] {
  return entries.map((entry, at) => {
    const [, name, hex = ''] = ENTRY.exec(entry) ?? [];
    return { name: name ?? `${ROLE_NAMES[role]}-${at + 1}`, role, hash: new Uint8Array(Buffer.from(hex, 'hex')) };
  });
}

/**
 * Compares a token with all of the settings by its hash. How long that takes depends neither on the token nor on which
 * one it equals.
 * @throws UsageError if two entries have the same name or the same token, or one has the name of the schedule.
 */
export function createBearerTokens(tokens: readonly BearerToken[]): BearerTokens {
  refuseAmbiguous(tokens);
  const clients = tokens.map(({ name, role }): Client => ({ role, name, key: `token ${name}` }));
  return (text) => {
    const hash = hashOf(text);
    let found: Client | undefined;
    for (const [at, token] of tokens.entries()) if (timingSafeEqual(hash, token.hash)) found = clients[at];
    return found;
  };
}

/** SHA-256 of a token. */
export function hashOf(token: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(token).digest());
}

function refuseAmbiguous(tokens: readonly BearerToken[]): void {
  for (const [at, { name, hash }] of tokens.entries()) {
    if (name === SCHEDULE) {
      throw new UsageError(
        `ADMIN_TOKENS and READ_TOKENS have a token named "${SCHEDULE}", as the nightly runs are: give it another name.`,
      );
    }
    const before = tokens.slice(0, at);
    if (before.some((other) => other.name === name)) {
      throw new UsageError(
        `ADMIN_TOKENS and READ_TOKENS have two tokens named "${name}": give each a name of its own.`,
      );
    }
    const same = before.find((other) => timingSafeEqual(other.hash, hash));
    if (same !== undefined) {
      throw new UsageError(`The tokens "${same.name}" and "${name}" are the same: make one anew by marquee token.`);
    }
  }
}
