import { termsFile } from '../../dataset/builds/paths.ts';
import { DICTIONARY, ENDS } from '../../dataset/indexes/search-indexes.ts';
import type { WorkConnection } from '../jobs/work-database.ts';
import { packSorted } from './packing/pack-sorted.ts';
import { PACK_TERMS } from './packing/pack-terms.ts';

/** Writes the term dictionary of search. Answers with the number of terms. */
export function writeTerms(
  database: WorkConnection,
  { folder, signal }: { folder: string; signal: AbortSignal | undefined },
): Promise<number> {
  return packSorted(database, {
    name: 'search_terms',
    file: termsFile(),
    folder,
    async sort(into) {
      await database.run(
        `CREATE TABLE ${into}.terms AS SELECT text, texts, lettersOut FROM (${DICTIONARY}) ORDER BY term`,
      );
      await database.run(
        `CREATE TABLE ${into}.ends AS SELECT term, lettersBefore FROM (${ENDS}) ORDER BY ending, term, lettersBefore`,
      );
    },
    task: PACK_TERMS,
    signal,
  });
}
