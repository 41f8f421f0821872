/** Years of birth and death as far as they are known, such as `1926–2004`, `born 1958` or `died 1931`. */
export function asLifetime(person: { birthYear: number | null; deathYear: number | null }): string | undefined {
  const { birthYear, deathYear } = person;
  if (birthYear === null) return deathYear === null ? undefined : `died ${deathYear}`;
  return deathYear === null ? `born ${birthYear}` : `${birthYear}–${deathYear}`;
}
