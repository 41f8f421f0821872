import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { Folders } from '../../src/dataset/layout.ts';
import { sourceFile, SOURCES } from '../../src/dataset/sources.ts';
import type { SourceName } from '../../src/dataset/sources.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { ingestInto } from '../support/ingest.ts';

/** Lines of the seven files as they stand in them, without the header: one text, its columns divided by tabs. */
export type SourceLines = Partial<Record<SourceName, readonly string[]>>;

/** Writes the files that have lines; the last line of each ends without a newline. */
export function writeSourceFiles(folder: string, lines: SourceLines): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, columns } of SOURCES) {
    if (lines[name] === undefined) continue;
    const text = [columns.join('\t'), ...lines[name]].join('\n');
    writeFileSync(join(folder, sourceFile(name)), gzipSync(text, { level: 1 }));
  }
}

/** A data folder with a build of these lines, made by the real pipeline. */
export async function buildOf(lines: SourceLines, folderName = 'product'): Promise<Folders> {
  const folder = newFolder(folderName);
  writeSourceFiles(join(folder, 'origin'), lines);
  const folders = foldersIn(folder);
  const without = SOURCES.map(({ name }) => name).filter((source) => lines[source] === undefined);
  const outcome = await ingestInto(folders, { from: join(folder, 'origin'), without });
  if (outcome.status !== 'promoted') throw new Error(`the ingest ended otherwise: ${JSON.stringify(outcome)}`);
  return folders;
}
