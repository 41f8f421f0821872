import { ExportFailed } from '../export-failed.ts';
import type { Selection } from '../shape/selection.ts';
import type { Source } from './open-source.ts';

/**
 * Looks for types that no title of the build has: a misspelt one would put empty tables in the place of full ones.
 * @throws ExportFailed that names those that there are.
 */
export async function refuseUnknownTypes(source: Source, { types }: Selection): Promise<void> {
  if (types === undefined) return;
  const there = await source.use(async (connection) => {
    const reader = await connection.runAndReadAll('SELECT DISTINCT titleType FROM titles ORDER BY 1');
    return (reader.getRowsJS() as [string][]).map(([type]) => type);
  });
  const unknown = types.filter((type) => !there.includes(type));
  if (unknown.length === 0) return;
  throw new ExportFailed(
    'REFUSED',
    `no title of the build has the type ${unknown.join(' or ')}: there are ${there.join(', ')}`,
  );
}
