const COMMA = 44;
const [LETTER_N, LETTER_U, LETTER_L] = [110, 117, 108];

/** Where an item, a JSON array whose closing bracket is at `end - 1`, ends without that and the nulls before it. */
export function endOfValues(data: Uint8Array, end: number): number {
  let last = end - 2;
  while (isOfNull(data[last])) last -= 1;
  return last + 1;
}

/** Whether it is of `null` or the comma before it. No other value ends so: texts and lists have a mark behind. */
function isOfNull(byte: number | undefined): boolean {
  return byte === LETTER_L || byte === LETTER_U || byte === LETTER_N || byte === COMMA;
}
