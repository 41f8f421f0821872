import { ClientError } from '../../../errors.ts';
import { wrongToken } from './access-errors.ts';
import type { BearerTokens } from './bearer-tokens.ts';
import type { Client } from './client.ts';
import type { JsonWebTokens } from './json-web-tokens.ts';
import type { WrongTokens } from './wrong-tokens.ts';

/**
 * Finds who sent a request, by its `authorization` header. `anonymous` is who it is without a token.
 * @throws ClientError `UNAUTHENTICATED` for a token that is not accepted, `FORBIDDEN` for one without a role here,
 * `RATE_LIMITED` after too many wrong ones of the address, `OVERLOADED` while the keys of tokens cannot be read.
 */
export type Identify = (authorization: string | undefined, anonymous: Client) => Client | Promise<Client>;

export interface IdentifyOptions {
  tokens: BearerTokens;
  /** Reads JSON Web Tokens; undefined if none are accepted. */
  jsonWebTokens?: JsonWebTokens | undefined;
  wrong: WrongTokens;
}

const BEARER = /^Bearer +([\w.~+/=-]+)$/i;
/** A proxy may ask for a password of its own, and pass it on. */
const OF_A_PROXY = /^Basic /i;
/** Three parts in base64url, by which a JSON Web Token is told from other tokens. */
const JSON_WEB_TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/;

const MALFORMED = 'The header "authorization" has no token: write "authorization: Bearer <token>".';
const UNKNOWN =
  'The token is not accepted: it is misspelt, or no longer among ADMIN_TOKENS and READ_TOKENS. Leave the header "authorization" out to ask without one.';

export function createIdentify({ tokens, jsonWebTokens, wrong }: IdentifyOptions): Identify {
  async function clientOf(authorization: string, anonymous: Client): Promise<Client> {
    // Before anything is hashed: whoever tries many tokens costs next to nothing.
    const waitSeconds = await wrong.waitOf(anonymous.key);
    if (waitSeconds !== undefined) throw tooManyWrong(waitSeconds);
    try {
      const [, text] = BEARER.exec(authorization) ?? [];
      if (text === undefined) throw wrongToken(MALFORMED);
      const known = tokens(text);
      if (known !== undefined) return known;
      if (jsonWebTokens === undefined || !JSON_WEB_TOKEN.test(text)) throw wrongToken(UNKNOWN);
      return await jsonWebTokens(text);
    } catch (error) {
      if (error instanceof ClientError && error.code === 'UNAUTHENTICATED') await wrong.add(anonymous.key);
      throw error;
    }
  }

  return (authorization, anonymous) => {
    if (authorization === undefined || OF_A_PROXY.test(authorization)) return anonymous;
    return clientOf(authorization, anonymous);
  };
}

function tooManyWrong(retryAfterSeconds: number): ClientError {
  const message = `Too many wrong tokens came from this address: try again in ${retryAfterSeconds} s, or without a token.`;
  return new ClientError('RATE_LIMITED', message, { retryAfterSeconds });
}
