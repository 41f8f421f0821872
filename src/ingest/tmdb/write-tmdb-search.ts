import { postingsFile, termsFile } from '../../dataset/builds/paths.ts';
import type { IndexRecord } from '../../dataset/builds/manifest.ts';
import { ANY_SCOPE, TMDB_SEARCH_INDEXES } from '../../dataset/indexes/search-scope.ts';
import { writePostings } from '../indexes/write-postings.ts';
import { writeTerms } from '../indexes/write-terms.ts';
import { indexJob } from '../jobs/file-job.ts';
import type { Parts } from '../jobs/file-job.ts';

/** Writes the posting lists and the term dictionary of the search over both sources, or takes those of the build before. */
export async function writeTmdbSearch(parts: Parts): Promise<IndexRecord[]> {
  const { folder, options } = parts;
  const { signal } = options;
  const { from } = ANY_SCOPE;
  const [lists, terms] = TMDB_SEARCH_INDEXES;
  const jobs = [
    indexJob(
      {
        name: lists,
        from,
        file: postingsFile(lists),
        write: (connection) => writePostings(connection, { name: lists, scope: ANY_SCOPE, folder, signal }),
      },
      parts,
    ),
    indexJob(
      {
        name: terms,
        from,
        file: termsFile(terms),
        write: (connection) => writeTerms(connection, { name: terms, scope: ANY_SCOPE, folder, signal }),
      },
      parts,
    ),
  ];
  for (const job of jobs) await job.run();
  return jobs.map(({ made }) => made());
}
