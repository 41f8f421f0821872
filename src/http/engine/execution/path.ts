/** A place in an answer: a key below another place. */
export class Path {
  readonly prev: Path | undefined;
  readonly key: string | number;
  /** Which of its siblings it is, in the order of the document or of the list. */
  readonly index: number;

  constructor(prev: Path | undefined, key: string | number, index: number) {
    this.prev = prev;
    this.key = key;
    this.index = index;
  }
}

/** The keys from the root on, as an error shows them. */
export function keysOf(path: Path | undefined): (string | number)[] {
  return unwound(path, ({ key }) => key);
}

/** Which comes first in the answer: negative for `a`. A place stands before what is below it. */
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
