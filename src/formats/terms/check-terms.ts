import { checkPagedFile } from '../paged-file.ts';
import { TERMS_FORMAT } from './layout.ts';

/**
 * Reads a term dictionary to its end and answers with the number of terms. Their order is looked at when they are written.
 * @throws DamagedFile where a page, the sums or the footer are not what was written.
 */
export function checkTerms({ path }: { path: string }): number {
  return checkPagedFile(path, TERMS_FORMAT).terms;
}
