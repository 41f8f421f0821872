import { checkPagedFile } from '../paged-file.ts';
import { POSTINGS_FORMAT } from './layout.ts';

/**
 * Reads a file of postings to its end and answers with their number. Their order is looked at when they are written.
 * @throws DamagedFile where a page, the sums or the footer are not what was written.
 */
export function countPostings({ path }: { path: string }): number {
  return checkPagedFile(path, POSTINGS_FORMAT).postings;
}
