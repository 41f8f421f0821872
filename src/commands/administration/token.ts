import { createHash, randomBytes } from 'node:crypto';

const TOKEN_BYTES = 32;

export interface TokenFlags {
  role: 'admin' | 'read';
  name?: string;
}

/**
 * `marquee token`: a new random token, which is shown this once, and the entry of the settings that makes it known. Only
 * the hash of a token is ever kept.
 */
export function newToken({ role, name }: TokenFlags): string {
  const token = `mq_${randomBytes(TOKEN_BYTES).toString('base64url')}`;
  const hash = createHash('sha256').update(token).digest('hex');
  const setting = role === 'admin' ? 'ADMIN_TOKENS' : 'READ_TOKENS';
  return [
    token,
    '',
    'This is the token, for the header "authorization: Bearer <token>". It is shown this once: keep it as you keep a password.',
    `The line for .env, with a comma behind tokens that ${setting} has already:`,
    '',
    `${setting}=${name === undefined ? '' : `${name}=`}sha256:${hash}`,
  ].join('\n');
}
