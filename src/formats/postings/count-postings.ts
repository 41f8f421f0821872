import { open } from 'node:fs/promises';

import { decodePostingsFooter, POSTINGS_FOOTER_BYTES } from './layout.ts';

/** How many postings a file holds, by its footer; undefined where it has none that fits its size. */
export async function countPostings(path: string): Promise<number | undefined> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const footer = Buffer.alloc(POSTINGS_FOOTER_BYTES);
    await file.read(footer, 0, footer.length, Math.max(0, size - footer.length));
    return decodePostingsFooter(footer, size)?.postings;
  } finally {
    await file.close();
  }
}
