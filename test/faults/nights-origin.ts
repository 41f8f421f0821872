import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { sourceFile, SOURCES } from '../../src/dataset/sources/imdb.ts';
import { newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { openOrigin } from '../support/origin.ts';
import type { TestOrigin } from '../support/origin.ts';

/** Offset of the time in the header of a gzip file, which is no part of the text. */
const GZIP_TIME = 4;
/** Some files stay as they are, so that downloads, tables and indexes of the night before are kept too. */
const UNCHANGED: ReadonlySet<string> = new Set(['title.episode', 'title.akas']);

export interface NightsOrigin extends TestOrigin {
  folder: string;
  /** Publishes the files of another night: other bytes, and the same rows, so that every build answers the same. */
  nextNight(): Promise<void>;
}

export async function openNightsOrigin(): Promise<NightsOrigin> {
  const folder = await writeSources(newFolder('origin'));
  const origin = await openOrigin(folder);
  let night = 0;
  return {
    ...origin,
    folder,
    async nextNight() {
      night += 1;
      for (const { name } of SOURCES.filter((source) => !UNCHANGED.has(source.name))) {
        const path = join(folder, sourceFile(name));
        const bytes = await readFile(path);
        bytes.writeUInt32LE(night, GZIP_TIME);
        await writeFile(path, bytes);
      }
    },
  };
}
