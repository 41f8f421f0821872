/** A position in an answer, as a linked list of keys. */
export class Path {
  readonly prev: Path | undefined;
  readonly key: string | number;
  /** Index among its siblings, in the order of the document or of the list. */
  readonly index: number;

  constructor(prev: Path | undefined, key: string | number, index: number) {
    this.prev = prev;
    this.key = key;
    this.index = index;
  }
}

/** Keys from the root, in the form that GraphQL errors have. */
export function keysOf(path: Path | undefined): (string | number)[] {
  return unwound(path, ({ key }) => key);
}

/**
 * Compares two positions in the order of the answer: negative if `a` comes first. A position comes before those below
 * it.
 */
export function comparePaths(a: Path | undefined, b: Path | undefined): number {
  const [one, other] = [a, b].map((path) => unwound(path, ({ index }) => index)) as [number[], number[]];
  const at = one.findIndex((index, depth) => index !== other[depth]);
  return at === -1 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? -1);
}

function unwound<T>(path: Path | undefined, read: (path: Path) => T): T[] {
  const parts: T[] = [];
  for (let at = path; at !== undefined; at = at.prev) parts.push(read(at));
  return parts.toReversed();
}
