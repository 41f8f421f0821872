import { documentsFile, postingsFile, ratedTitlesFile, scanFile, termsFile } from '../../src/dataset/builds/layout.ts';
import { SCANS } from '../../src/dataset/indexes/sorted-tables.ts';

/** The file of a lookup, of a scan or of the lists of search, inside a build's folder. */
export function indexFile(name: string): string {
  if (name === 'search_lists') return postingsFile(name);
  if (name === 'search_terms') return termsFile();
  if (name === 'rated_titles') return ratedTitlesFile();
  return SCANS.some((scan) => scan.name === name) ? scanFile(name) : documentsFile(name);
}
