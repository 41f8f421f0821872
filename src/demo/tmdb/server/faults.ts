import { hash32, unit32 } from '../../chance/random.ts';

/** What goes wrong, and how often: shares of all requests, from 0 to 1. */
export interface TmdbFaults {
  /** Which requests meet a fault depends on it, on the request, and on how often that was sent. */
  seed?: number;
  /** 500, 502, 503 and 504, half of them with a page of HTML in place of TMDB's body. */
  errors?: number;
  /** 429 with `Retry-After: 1`. */
  tooMany?: number;
  /** Connections that end before the answer, or in the middle of it. */
  cut?: number;
  /** Answers that come `slowMs` later. */
  slow?: number;
  slowMs?: number;
  /** Requests a second beyond which all others are answered 429. */
  limitPerSecond?: number;
  /** Requests that always fail with 500, by their names in the log, such as `/3/movie/101`. */
  isBroken?: (name: string) => boolean;
  /** Changes an answer before it is sent, for tests of answers that look unlike TMDB's. */
  change?: (path: string, body: object) => unknown;
}

export type Fault =
  'cut before' | 'cut within' | 'too many' | 'slow' | { error: 500 | 502 | 503 | 504; isHtml: boolean };

const STREAM = 301;
const ERRORS = [500, 502, 503, 504] as const;

/** The fault that the `nth` request of a name meets; undefined for none. */
export function faultOf(faults: TmdbFaults, name: string, nth: number): Fault | undefined {
  if (faults.isBroken?.(name) === true) return { error: 500, isHtml: false };
  const draw = hash32(faults.seed ?? 0, STREAM, hashOf(name) + nth);
  let u = unit32(draw);
  const falls = (share = 0): boolean => (u -= share) < 0;
  if (falls(faults.errors)) return { error: ERRORS[draw & 3] as 500, isHtml: (draw & 4) === 0 };
  if (falls(faults.tooMany)) return 'too many';
  if (falls(faults.cut)) return (draw & 1) === 0 ? 'cut before' : 'cut within';
  return falls(faults.slow) ? 'slow' : undefined;
}

/** Counts the requests of each second and says whether one is beyond the limit. */
export function createRateLimit(now: () => number): (limit: number) => boolean {
  let second = 0;
  let requests = 0;
  return (limit) => {
    const current = Math.floor(now() / 1000);
    if (current !== second) [second, requests] = [current, 0];
    requests += 1;
    return requests > limit;
  };
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let nth = 0; nth < text.length; nth += 1) hash = Math.imul(hash ^ text.charCodeAt(nth), 0x01000193);
  return hash >>> 0;
}
