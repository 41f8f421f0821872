/** The header `vary` with these names beside those that it has. */
export function varyBy(names: readonly string[], vary: string | null | undefined): string {
  const has = vary?.toLowerCase().split(/\s*,\s*/) ?? [];
  return [...names.filter((name) => !has.includes(name.toLowerCase())), vary].filter(Boolean).join(', ');
}
