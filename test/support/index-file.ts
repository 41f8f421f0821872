import {
  creditGraphFile,
  documentsFile,
  postingsFile,
  ratedTitlesFile,
  sortedTableFile,
  termsFile,
} from '../../src/dataset/builds/paths.ts';
import { SORTED_TABLES } from '../../src/dataset/indexes/sorted-tables.ts';

/** The file of a lookup, of a scan or of the lists of search, inside a build's folder. */
export function indexFile(name: string): string {
  if (name.endsWith('search_lists')) return postingsFile(name);
  if (name.endsWith('search_terms')) return termsFile(name);
  if (name === 'rated_titles') return ratedTitlesFile();
  if (name === 'credit_graph') return creditGraphFile();
  return SORTED_TABLES.some((sortedTable) => sortedTable.name === name) ? sortedTableFile(name) : documentsFile(name);
}
