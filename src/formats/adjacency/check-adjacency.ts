import { checkPagedFile } from '../paged-file.ts';
import { ADJACENCY_FORMAT } from './layout.ts';

/**
 * Reads a graph of credits to its end and answers with the number of edges. Their order is looked at when they are written.
 * @throws DamagedFile where a page, the sums or the footer are not what was written.
 */
export function checkAdjacency({ path }: { path: string }): number {
  return checkPagedFile(path, ADJACENCY_FORMAT).edges;
}
