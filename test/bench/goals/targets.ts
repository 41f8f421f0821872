/** A figure that the product is held to. */
export interface Target {
  figure: string;
  /** In the unit of `floor` and `goal`. */
  value: number;
  floor: number;
  goal: number;
  /** Whether more is better. */
  more: boolean;
  /** As it stands behind the number. */
  unit: string;
}

export type Verdict = 'goal' | 'floor' | '**missed**';

export function verdictOf({ value, floor, goal, more }: Target): Verdict {
  const reaches = (bound: number): boolean => (more ? value >= bound : value <= bound);
  if (reaches(goal)) return 'goal';
  return reaches(floor) ? 'floor' : '**missed**';
}
