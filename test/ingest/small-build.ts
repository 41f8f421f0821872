import { readdir } from 'node:fs/promises';

import type { Folders } from '../../src/dataset/builds/paths.ts';
import type { Outcome } from '../../src/ingest/outcomes/outcome.ts';
import { copyData } from '../support/copy-data.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';

export interface SmallBuild {
  folders: Folders;
  /** The folder of the small source files that it was made from. */
  from: string;
  outcome: Outcome;
}

/** When it was made. */
export const MADE_AT = new Date('2026-11-21T01:30:00.500Z');

let made: Promise<SmallBuild> | undefined;

/** The build of the small files, made once for a test file. Read it only. */
export function smallBuild(): Promise<SmallBuild> {
  made ??= (async () => {
    const folders = foldersIn(newFolder('small'));
    const from = await writeSources(newFolder('files'));
    return { folders, from, outcome: await ingestInto(folders, { from, now: () => MADE_AT }) };
  })();
  return made;
}

/** A data folder of its own with that build, which a test may change. */
export async function copyOfSmallBuild(): Promise<Folders> {
  return copyData((await smallBuild()).folders);
}

/** What a run leaves beside builds and downloads: nothing. */
export async function leftovers({ builds, downloads, tmp, meta }: Folders): Promise<string[]> {
  const lists = await Promise.all([builds, downloads, tmp, meta].map((folder) => readdir(folder).catch(() => [])));
  return lists.flat().filter((name) => /^\.tmp-|\.part(\.json)?$|\.new$|^ingest-|journal$/.test(name));
}
