import { UsageError } from '../../errors.ts';

/** CORS headers for the `origin` of a request. */
export type CorsHeaders = (origin: string | undefined) => Readonly<Record<string, string>>;

const ANY_PORT = ':*';
const ORIGIN = /^https?:\/\/[^/*?#\s]+?(?::\*)?$/;
/** Response headers that pages may read, in addition to those that CORS always allows. */
const EXPOSED = 'x-request-id, etag, retry-after, www-authenticate';

/**
 * CORS headers that let pages of the listed origins read the answers, without credentials. An origin is exact
 * (`https://films.example`) or has any port (`http://localhost:*`).
 * @throws UsageError if an entry is not an origin.
 */
export function corsHeaders(origins: readonly string[]): CorsHeaders {
  const isAllowed = originMatcher(origins);
  // Also sent to other origins, so that a cache does not give their answer to a page of a listed one.
  const always: Record<string, string> = origins.length === 0 ? {} : { vary: 'Origin' };
  return (origin) =>
    origin === undefined || !isAllowed(origin)
      ? always
      : { ...always, 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED };
}

/** Whether the text is an exact origin or one with any port. */
export function isOrigin(text: string): boolean {
  return ORIGIN.test(text);
}

function originMatcher(origins: readonly string[]): (origin: string) => boolean {
  const wrong = origins.find((origin) => !isOrigin(origin));
  if (wrong !== undefined) {
    throw new UsageError(
      `"${wrong}" is not an origin. Write scheme, host and port without a path, such as ` +
        'https://films.example or http://localhost:*.',
    );
  }
  const exact = new Set(origins.filter((origin) => !origin.endsWith(ANY_PORT)));
  const anyPort = new Set(origins.filter((o) => o.endsWith(ANY_PORT)).map((o) => o.slice(0, -ANY_PORT.length)));
  return (origin) => exact.has(origin) || anyPort.has(origin.replace(/:\d{1,5}$/, ''));
}
