/** A cursor over items in increasing order of `key`. */
export interface Cursor<T> {
  /** Key of the current item; Infinity after the last. */
  key: number;
  item: T;
  advance(): void;
}

/** Merges cursors by their keys (k-way merge). */
export function* merge<T>(cursors: readonly Cursor<T>[]): Generator<T> {
  for (;;) {
    let first: Cursor<T> | undefined;
    for (const cursor of cursors) {
      if (cursor.key < (first?.key ?? Infinity)) first = cursor;
    }
    if (first === undefined) return;
    yield first.item;
    first.advance();
  }
}
