/** A value or a promise of it. Execution stays synchronous for values. */
export type Awaitable<T> = T | Promise<T>;

/** Like `promise.then`, but synchronous for a value. */
export function mapAwaitable<T, U>(value: Awaitable<T>, map: (value: T) => U): U | Promise<Awaited<U>> {
  return value instanceof Promise ? (value.then(map) as Promise<Awaited<U>>) : map(value);
}
