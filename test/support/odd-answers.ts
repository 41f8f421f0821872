import { Dice } from '../../src/demo/chance/random.ts';

/** Values that stand where they should not. */
const ODD: readonly unknown[] = [
  null,
  '',
  ' ',
  'text',
  0,
  -1,
  1.5,
  2 ** 31,
  2 ** 53,
  1e300,
  true,
  [],
  {},
  [null],
  [[1]],
  '\ud800 half a pair',
  'a\u0000b',
  '2026-02-30',
  '9999-99-99',
  'tt0900001',
  'line\nbreak\t"quoted" \\',
  'x'.repeat(5000),
];

const SHARE = 0.06;

/** An answer with some of its values, at any depth, left out or replaced. The same seed and name give the same one. */
export function oddBody(body: unknown, { seed, name }: { seed: number; name: string }): unknown {
  const hash = Buffer.from(name).reduce((sum, byte) => (Math.imul(sum, 31) + byte) | 0, 7);
  const dice = new Dice(seed).roll(1, hash);
  return dice.chance(0.01) ? dice.pick(ODD) : spoil(dice, body);
}

function spoil(dice: Dice, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => (dice.chance(SHARE) ? dice.pick(ODD) : spoil(dice, item)));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).flatMap(([name, field]): [string, unknown][] => {
    if (dice.chance(SHARE / 2)) return [];
    return [[name, dice.chance(SHARE) ? dice.pick(ODD) : spoil(dice, field)]];
  });
  return Object.fromEntries(fields);
}
