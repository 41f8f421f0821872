import { termsFile } from '../../dataset/builds/paths.ts';
import { dictionaryOf, endsOf } from '../../dataset/indexes/search-indexes.ts';
import type { SearchTermsName } from '../../dataset/indexes/sorted-table.ts';
import type { WorkConnection } from '../jobs/work-database.ts';
import { packSorted } from './packing/pack-sorted.ts';
import { PACK_TERMS } from './packing/pack-terms.ts';
import type { WriteSearchOptions } from './write-postings.ts';

/** Writes the term dictionary of a search. Answers with the number of terms. */
export function writeTerms(
  database: WorkConnection,
  { name, scope, folder, signal }: WriteSearchOptions<SearchTermsName>,
): Promise<number> {
  return packSorted(database, {
    name,
    file: termsFile(name),
    folder,
    async sort(into) {
      await database.run(
        `CREATE TABLE ${into}.terms AS SELECT text, texts, lettersOut FROM (${dictionaryOf(scope)}) ORDER BY term`,
      );
      await database.run(
        `CREATE TABLE ${into}.ends AS SELECT term, lettersBefore FROM (${endsOf(scope)}) ORDER BY ending, term, lettersBefore`,
      );
    },
    task: PACK_TERMS,
    signal,
  });
}
