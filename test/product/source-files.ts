import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { Folders } from '../../src/dataset/builds/paths.ts';
import { sourceFile, SOURCES } from '../../src/dataset/sources/imdb.ts';
import type { SourceName } from '../../src/dataset/sources/imdb.ts';
import type { IngestOptions } from '../../src/ingest/run.ts';
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
  const folders = foldersIn(newFolder(folderName));
  await addBuild(folders, lines);
  return folders;
}

/** Builds these lines into a data folder that may have builds already, and answers with the id of the new one. */
export async function addBuild(
  folders: Folders,
  lines: SourceLines,
  options: Partial<IngestOptions> = {},
): Promise<string> {
  const from = join(folders.meta, 'origin');
  writeSourceFiles(from, lines);
  const without = SOURCES.map(({ name }) => name).filter((source) => lines[source] === undefined);
  const outcome = await ingestInto(folders, { from, without, ...options });
  if (outcome.status !== 'promoted') throw new Error(`the ingest ended otherwise: ${JSON.stringify(outcome)}`);
  return outcome.buildId;
}
