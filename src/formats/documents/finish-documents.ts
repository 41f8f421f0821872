import { open } from 'node:fs/promises';

import { encodeDirectory } from './layout.ts';
import type { Footer } from './layout.ts';
import type { Packed } from './block-writer.ts';

/**
 * Appends directory and footer to the blocks, which were written in the order of `ranges`. Returns the number of
 * documents.
 */
export async function finishDocuments(
  path: string,
  { ranges, ...kind }: { ranges: readonly Packed[] } & Pick<Footer, 'columns' | 'compressed'>,
): Promise<number> {
  const keys = joined(ranges.map((range) => range.keys));
  const sizes = joined(ranges.map((range) => range.sizes));
  const documents = ranges.reduce((sum, range) => sum + range.documents, 0);
  const file = await open(path, 'a');
  try {
    await file.writeFile(encodeDirectory({ keys, sizes }, { documents, ...kind }));
  } finally {
    await file.close();
  }
  return documents;
}

function joined(parts: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
