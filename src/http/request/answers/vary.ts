/** Adds names to the value of a `vary` header. */
export function varyBy(names: readonly string[], vary: string | null | undefined): string {
  const has = vary?.toLowerCase().split(/\s*,\s*/) ?? [];
  return [...names.filter((name) => !has.includes(name.toLowerCase())), vary].filter(Boolean).join(', ');
}
