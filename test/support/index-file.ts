import { documentsFile, postingsFile, scanFile } from '../../src/dataset/layout.ts';
import { SCANS } from '../../src/dataset/scans.ts';

/** The file of a lookup, of a scan or of the lists of search, inside a build's folder. */
export function indexFile(name: string): string {
  if (name === 'search_lists') return postingsFile(name);
  return SCANS.some((scan) => scan.name === name) ? scanFile(name) : documentsFile(name);
}
