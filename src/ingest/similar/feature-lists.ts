/** A sparse matrix by rows (CSR): the features of titles, or the titles of features. */
export interface FeatureLists {
  /** Where the row of each begins, and where the last one ends. */
  starts: Uint32Array;
  /** What is in the rows. */
  items: Int32Array;
  /** The weight of each. */
  weights: Float64Array;
}

/** Collects rows, one after the other. */
export class FeatureListsMaker {
  readonly #starts: number[] = [0];
  readonly #items: number[] = [];
  readonly #weights: number[] = [];

  add(item: number, weight: number): void {
    this.#items.push(item);
    this.#weights.push(weight);
  }

  endRow(): void {
    this.#starts.push(this.#items.length);
  }

  /** In memory that all threads share. */
  take(): FeatureLists {
    return {
      starts: sharedUint32(this.#starts),
      items: sharedInt32(this.#items),
      weights: sharedFloat64(this.#weights),
    };
  }
}

/** The same matrix by columns: of each of so many features the titles that have it, which are the posting lists. */
export function transposed({ starts, items, weights }: FeatureLists, columns: number): FeatureLists {
  const ends = new Uint32Array(columns + 1);
  for (const item of items) ends[item + 1] = (ends[item + 1] ?? 0) + 1;
  for (let column = 0; column < columns; column += 1) ends[column + 1] = (ends[column + 1] ?? 0) + (ends[column] ?? 0);
  const into = {
    starts: sharedUint32(ends),
    items: sharedInt32({ length: items.length }),
    weights: sharedFloat64({ length: items.length }),
  };
  for (let row = 0; row + 1 < starts.length; row += 1) {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at += 1) {
      const item = items[at] ?? 0;
      const place = ends[item] ?? 0;
      ends[item] = place + 1;
      into.items[place] = row;
      into.weights[place] = weights[at] ?? 0;
    }
  }
  return into;
}

export function sharedInt32(values: ArrayLike<number>): Int32Array {
  return filled(new Int32Array(new SharedArrayBuffer(4 * values.length)), values);
}

export function sharedUint32(values: ArrayLike<number>): Uint32Array {
  return filled(new Uint32Array(new SharedArrayBuffer(4 * values.length)), values);
}

export function sharedFloat64(values: ArrayLike<number>): Float64Array {
  return filled(new Float64Array(new SharedArrayBuffer(8 * values.length)), values);
}

function filled<T extends Int32Array | Uint32Array | Float64Array>(into: T, values: ArrayLike<number>): T {
  for (let at = 0; at < into.length; at += 1) into[at] = values[at] ?? 0;
  return into;
}
