import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { buildFolder, documentsFile, postingsFile } from '../../../src/dataset/builds/paths.ts';
import { DOCUMENT_KINDS } from '../../../src/dataset/indexes/document-kinds.ts';
import { footerBytes } from '../../../src/formats/paged-layout.ts';
import { POSTINGS_FORMAT } from '../../../src/formats/postings/layout.ts';
import { openDocumentFile } from '../../../src/formats/documents/document-file.ts';
import { openPostings } from '../../../src/formats/postings/postings.ts';
import { newFolder } from '../../support/folders.ts';
import { twoBuilds } from '../../store/builds/builds.ts';

const { folders, builds } = await twoBuilds();
const folder = buildFolder(folders, builds[1]);

/** What the first keys have, as text; or what keeps them from being read. */
function readAll(path: string, bytes: number): string {
  try {
    const file = openDocumentFile(path, bytes);
    try {
      return JSON.stringify([0, 1, 2, 3, 4].map((key) => file.read(key)));
    } finally {
      file.close();
    }
  } catch (error) {
    return error instanceof Error ? 'refused' : String(error);
  }
}

test.each(DOCUMENT_KINDS)(
  'documents of $name are correct or refused, whichever byte of the file is changed',
  async ({ name }) => {
    const bytes = await readFile(join(folder, documentsFile(name)));
    const path = join(newFolder('documents'), 'any.docs');
    await writeFile(path, bytes);
    const right = readAll(path, bytes.length);
    // No title of these builds has votes enough for similar ones: their file is one without documents.
    if (name !== 'similar_titles') expect(JSON.parse(right)).toContainEqual(expect.anything());
    for (let at = 0; at < bytes.length; at += 1) {
      for (const bits of [1, 128, 255]) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ bits;
        await writeFile(path, changed);
        expect([at, bits, readAll(path, bytes.length)]).toEqual([at, bits, expect.stringMatching(/^refused$/)]);
      }
    }
  },
);

test('openPostings refuses a file if any byte of the footer is changed', async () => {
  const bytes = await readFile(join(folder, postingsFile('search_lists')));
  const path = join(newFolder('postings'), 'any.postings');
  const open = () => openPostings(path, { bytes: bytes.length, onDamage: () => undefined }).close();
  await writeFile(path, bytes);
  open();
  for (let at = bytes.length - footerBytes(POSTINGS_FORMAT); at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] ?? 0) ^ 1;
    await writeFile(path, changed);
    expect(open, `byte ${at}`).toThrow();
  }
});
