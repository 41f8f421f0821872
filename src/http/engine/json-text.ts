import { isTurnOver, nextTurn } from '../../process/turns.ts';

/** Values that are written in one go, which takes about a tenth of a millisecond. */
const MOST_AT_ONCE = 2000;
/** So few objects need not be counted. */
const FEW_OBJECTS = 200;

/**
 * The JSON of a value, as `JSON.stringify` writes it; `objects` is how many are in it. What is large is written in parts,
 * and others have turns between.
 */
export function jsonText(value: unknown, { objects }: { objects: number }): Promise<string> | string {
  return objects > FEW_OBJECTS ? inParts(value) : JSON.stringify(value);
}

async function inParts(value: unknown): Promise<string> {
  let text = '';
  for (const part of partsOf(value)) {
    text += part;
    if (isTurnOver()) await nextTurn();
  }
  return text;
}

function* partsOf(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null || !isLarge(value)) {
    yield JSON.stringify(value);
    return;
  }
  const isArray = Array.isArray(value);
  let separator = '';
  yield isArray ? '[' : '{';
  for (const [key, member] of Object.entries(value)) {
    yield isArray ? separator : `${separator}${JSON.stringify(key)}:`;
    yield* partsOf(member);
    separator = ',';
  }
  yield isArray ? ']' : '}';
}

/** Whether there are more values in it than are written at once. */
function isLarge(value: unknown): boolean {
  let left = MOST_AT_ONCE;
  function count(one: unknown): boolean {
    left -= 1;
    if (left < 0) return false;
    if (typeof one !== 'object' || one === null) return true;
    return Object.values(one).every(count);
  }
  return !count(value);
}
