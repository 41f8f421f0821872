/** A value that may be there already. The graph runs without promises wherever it is. */
export type Awaitable<T> = T | Promise<T>;

/** As `promise.then`, but at once for a value that is there. */
export function whenThere<T, U>(value: Awaitable<T>, map: (value: T) => U): U | Promise<Awaited<U>> {
  return value instanceof Promise ? (value.then(map) as Promise<Awaited<U>>) : map(value);
}
