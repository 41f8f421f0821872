/**
 * Makes a vector of length 1 times the root of the weight. A vector shorter than `long` is left shorter, by the root of
 * how much (pivoted length normalisation): two titles that share one common genre and have no other are less alike than
 * two that share three.
 */
export function block<Key>(
  weight: number,
  { features, long = 0 }: { features: Map<Key, number>; long?: number },
): Map<Key, number> {
  let squares = 0;
  for (const value of features.values()) squares += value * value;
  if (squares === 0) return new Map();
  const length = Math.sqrt(squares);
  const scale = Math.sqrt(weight / (length * Math.max(length, long)));
  for (const [key, value] of features) features.set(key, value * scale);
  return features;
}
