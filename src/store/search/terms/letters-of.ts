/** As SQL counts them. */
export function lettersOf(text: string): number {
  return Array.from(text).length;
}
