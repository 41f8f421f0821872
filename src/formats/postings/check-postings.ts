import { checkPagedFile } from '../paged-file.ts';
import { POSTINGS_FORMAT } from './layout.ts';

/**
 * Verifies a file of postings from beginning to end, and returns their number. Their order is checked by the writer.
 * @throws DamagedFile if a page, the checksums or the footer are damaged.
 */
export function checkPostings({ path }: { path: string }): number {
  return checkPagedFile(path, POSTINGS_FORMAT).postings;
}
