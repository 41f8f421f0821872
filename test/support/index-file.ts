import { documentsFile, scanFile } from '../../src/dataset/layout.ts';
import { SCANS } from '../../src/dataset/scans.ts';

/** The file of a lookup or of a scan, inside a build's folder. */
export function indexFile(name: string): string {
  return SCANS.some((scan) => scan.name === name) ? scanFile(name) : documentsFile(name);
}
