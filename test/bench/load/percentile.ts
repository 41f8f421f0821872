/** The value below which the share of the values lies, by nearest rank: one of the values themselves. NaN for none. */
export function percentile(sorted: ArrayLike<number>, share: number): number {
  const rank = Math.ceil(share * sorted.length);
  return sorted[Math.max(rank, 1) - 1] ?? Number.NaN;
}
