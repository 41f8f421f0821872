/**
 * Makes a vector of length 1 times the root of the weight. A vector shorter than `long` is left shorter, by the root of
 * how much (pivoted length normalisation): two titles that share one common genre and have no other are less alike than
 * two that share three.
 */
export function block<Key>(
  weight: number,
  { features, long = 0 }: { features: Map<Key, number>; long?: number },
): Map<Key, number> {
  blockOfParts(weight, { parts: [features], long });
  return features;
}

/** Does the same with a vector whose features are in several maps. */
export function blockOfParts<Key>(
  weight: number,
  { parts, long }: { parts: readonly Map<Key, number>[]; long: number },
): void {
  let squares = 0;
  for (const part of parts) for (const value of part.values()) squares += value * value;
  if (squares === 0) return;
  const length = Math.sqrt(squares);
  const scale = Math.sqrt(weight / (length * Math.max(length, long)));
  for (const part of parts) for (const [key, value] of part) part.set(key, value * scale);
}
