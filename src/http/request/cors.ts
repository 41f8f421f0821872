import { UsageError } from '../../errors.ts';

/** Headers for pages of other origins, by the `origin` of the request. */
export type CorsHeaders = (origin: string | undefined) => Readonly<Record<string, string>>;

const ANY_PORT = ':*';
const ORIGIN = /^https?:\/\/[^/*?#\s]+?(?::\*)?$/;
/** What a page may read besides what it always may. */
const EXPOSED = 'x-request-id, etag, retry-after';

/**
 * Lets pages of the listed origins read the answers, without credentials. An origin is exact (`https://films.example`)
 * or of any port (`http://localhost:*`).
 * @throws UsageError for an entry that is no origin.
 */
export function corsHeaders(origins: readonly string[]): CorsHeaders {
  const isAllowed = originMatcher(origins);
  // Also on an answer without an origin: a cache must not give it to a page.
  const always: Record<string, string> = origins.length === 0 ? {} : { vary: 'Origin' };
  return (origin) =>
    origin === undefined || !isAllowed(origin)
      ? always
      : { ...always, 'access-control-allow-origin': origin, 'access-control-expose-headers': EXPOSED };
}

/** Whether it is exact, or of any port. */
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
