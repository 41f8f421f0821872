import { asNumber } from './format.ts';

/** A number with its noun, such as `1 step` or `1,204 people`. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${asNumber(count)} ${count === 1 ? noun : plural}`;
}
