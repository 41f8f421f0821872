/** A SELECT of a key and a text `item`, a JSON array of values, each given as SQL. */
export function viewOf(key: string, { values, from }: { values: readonly string[]; from: string }): string {
  return `SELECT ${key}, json_array(${values.join(', ')})::VARCHAR AS item FROM ${from}`;
}

/** Stands for a null among numbers. */
export const NONE = -(2 ** 31);

/** Stands for a word that has no place in the vocabulary; numbers of the data that are the same do no harm. */
export const UNKNOWN_WORD = -1;
