import type { JsonValue } from './json-value.ts';

/** The word that a document names by its place in the vocabulary, or that stands there as it is. */
export function wordAt(value: JsonValue | undefined, words: readonly string[]): string {
  return typeof value === 'number' ? (words[value] ?? '') : (value as string);
}
