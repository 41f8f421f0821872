import { SqlError } from './catalogue.ts';
import type { Catalogue } from './catalogue.ts';

/** All foreign keys, with the schema and the name of both tables. */
export function keysIn({ objects }: Catalogue): { of: string[]; name: string; to: string[] }[] {
  return [...objects].flatMap(([place, object]) =>
    object.kind === 'view'
      ? []
      : object.foreignKeys.map(({ name, to }) => ({ of: place.split('.'), name, to: to.split('.') })),
  );
}

/** Refuses a change of a table that a key of another one needs. @throws SqlError */
export function refuseNeeded(catalogue: Catalogue, place: string, number = 3726): void {
  const needed = keysIn(catalogue).find(({ of, to }) => to.join('.') === place && of.join('.') !== place);
  if (needed !== undefined) {
    throw new SqlError(number, `Could not change '${place}': the foreign key ${needed.name} references it.`);
  }
}
