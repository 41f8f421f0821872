/** Path of the app's root, such as `/` or, below the prefix of a proxy, `/films/`. */
export const BASE = new URL(document.baseURI).pathname;

/** Values of a query string; those that are empty or undefined are left out. */
export type Query = Readonly<Record<string, string | number | undefined>>;

/** Address of a page of the app, from a path such as `/title/tt0111161`. */
export function href(path: string, query: Query = {}): string {
  const kept = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
  return `${BASE}${path.slice(1)}${search && `?${search}`}`;
}

/** Address of a file or an endpoint of the server. */
export function serverUrl(path: string): string {
  return new URL(path.slice(1), document.baseURI).href;
}
