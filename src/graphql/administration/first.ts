import { badInput } from '../../errors.ts';

/** @throws ClientError `BAD_USER_INPUT` if the number of entries is not from 1 to `most`, which is also the default. */
export function checkedFirst(first: number | null | undefined, most: number): number {
  if (first == null) return most;
  if (first < 1 || first > most) throw badInput(`first: expected a number from 1 to ${most}, got ${first}.`);
  return first;
}
