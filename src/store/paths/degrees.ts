import type { DocumentReader } from '../documents/table-reader.ts';
import type { Person, PersonSummary } from '../model/model.ts';
import type { Pageable } from '../model/page.ts';
import type { CreditPaths } from './credit-paths.ts';

/** How many people are at 1, 2, 3 … steps from somebody. */
export interface PersonDegrees {
  counts: readonly number[];
  reachable: number;
  /** null where nobody is reached. */
  mean: number | null;
}

export interface Reach {
  person: number;
  signal: AbortSignal | undefined;
}

export async function degreesOf(paths: CreditPaths, { person, signal }: Reach): Promise<PersonDegrees> {
  const counts = await paths.ask('degrees', { person }, { key: `degrees ${person}`, signal });
  const reachable = counts.reduce((sum, people) => sum + people, 0);
  const steps = counts.reduce((sum, people, index) => sum + people * (index + 1), 0);
  return { counts, reachable, mean: reachable === 0 ? null : steps / reachable };
}

/** The people at so many steps, in the order of their ids. */
export function peopleAtDegree(
  { paths, people }: { paths: CreditPaths; people: DocumentReader<Person> },
  { person, degree, signal }: Reach & { degree: number },
): Pageable<PersonSummary> {
  return {
    order: `person.atDegree ${person} ${degree} ID:ASC`,
    keyTypes: ['number'],
    async page({ limit, after }) {
      const input = { person, degree, limit, after: Number(after?.[0] ?? -1) };
      const key = JSON.stringify(['atDegree', input]);
      const { ids, ...page } = await paths.ask('atDegree', input, { key, signal });
      const found = await people.many(ids);
      return { ...page, rows: ids.map((id, index) => ({ item: found[index] ?? unpublishedPerson(id), key: [id] })) };
    },
    count: async () => (await degreesOf(paths, { person, signal })).counts[degree - 1] ?? 0,
  };
}

/** A person whom IMDb credits and does not publish. */
export function unpublishedPerson(id: number): PersonSummary {
  return { id, primaryName: null, birthYear: null, deathYear: null };
}
