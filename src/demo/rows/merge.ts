/** Something that goes through its items in rising order of `key`. */
export interface Cursor<T> {
  /** Of the item at hand; Infinity after the last. */
  key: number;
  item: T;
  advance(): void;
}

/** Goes through two or more cursors in the order of their keys. */
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
