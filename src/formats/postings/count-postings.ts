import { closeSync, fstatSync, openSync } from 'node:fs';

import { DamagedFile } from '../../errors.ts';
import { readAt } from '../read-at.ts';
import { decodePostingsFooter, PAGE_BYTES, POSTINGS_FOOTER_BYTES, postingsSum, sectionsOf } from './layout.ts';
import { pageSums } from './postings-writer.ts';

/**
 * Verifies a file of postings from beginning to end, and returns their number. Their order is checked by the writer.
 * @throws DamagedFile if a page, the checksums or the footer are damaged.
 */
export function countPostings({ path }: { path: string }): number {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const at = Math.max(0, size - POSTINGS_FOOTER_BYTES);
    const footer = decodePostingsFooter(readAt(file, { at, length: size - at }), size);
    if (footer === undefined) throw new DamagedFile(`${path} does not end as a file of postings does`);
    const sections = sectionsOf(footer);
    const sums = readAt(file, { at: sections.sums, length: sections.footer - sections.sums });
    if (postingsSum(sums, footer) !== footer.sum) throw new DamagedFile(`the checksums of ${path} are damaged`);
    for (const [page, sum] of pageSums(file, sections.sums / PAGE_BYTES).entries()) {
      if (sum !== sums.readUInt32LE(4 * page)) throw new DamagedFile(`${path}: page ${page} is damaged`);
    }
    return footer.postings;
  } finally {
    closeSync(file);
  }
}
