/** Which paths were asked for and which were answered, how often each. */
export interface RequestLog {
  /** Requests for each path, refused ones included. */
  asked: Map<string, number>;
  /** Complete answers with status 200 for each path. */
  answered: Map<string, number>;
  /** Requests for each HTTP status; 0 for a connection that was cut. */
  statuses: Map<number, number>;
}

/** Parameters that say how something is told, and not what. */
const LEFT_OUT = ['append_to_response', 'api_key', 'language'];

export function createRequestLog(): RequestLog {
  return { asked: new Map(), answered: new Map(), statuses: new Map() };
}

/** The name of a request in the log: `/3/movie/101`, `/3/discover/movie?page=2&year=1994`. */
export function requestName(url: URL): string {
  const query = new URLSearchParams(url.searchParams);
  for (const name of LEFT_OUT) query.delete(name);
  query.sort();
  return query.size === 0 ? url.pathname : `${url.pathname}?${query.toString()}`;
}

export function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
