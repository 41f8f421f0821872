import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeEach, expect, test } from 'vitest';

import { buildFolder, MANIFEST_FILE, pointerPath } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { readPointer } from '../../src/storage/builds/builds.ts';
import type { Outcome } from '../../src/ingest/outcomes/outcome.ts';
import { ingestInto } from '../support/ingest.ts';
import { copyOfSmallBuild, smallBuild } from './small-build.ts';

let folders: Folders;

beforeEach(async () => {
  folders = await copyOfSmallBuild();
});

/** The files of the build that is there. */
async function ingest(): Promise<Outcome> {
  return ingestInto(folders, { from: (await smallBuild()).from });
}

test('runIngest makes a new build where the one that is served is not whole', async () => {
  const damages: ((folder: string) => Promise<void>)[] = [
    (folder) => rm(join(folder, 'tables/titles.parquet')),
    (folder) => rm(join(folder, 'lookup/title.docs')),
    (folder) => writeFile(join(folder, 'tables/names/00000.parquet'), 'short'),
    async (folder) => {
      const text = await readFile(join(folder, MANIFEST_FILE), 'utf8');
      await writeFile(join(folder, MANIFEST_FILE), text.replace('"rows": 3', '"rows": 4'));
    },
    (folder) => rm(folder, { recursive: true }),
  ];
  for (const [index, damage] of damages.entries()) {
    await damage(buildFolder(folders, (await readPointer(folders))?.buildId ?? ''));
    expect(await ingest()).toMatchObject({ status: 'promoted', version: index + 2 });
    expect(await ingest()).toMatchObject({ status: 'unchanged' });
  }
});

test('runIngest lets the version grow by one, also where the pointer is lost or not readable', async () => {
  const pointers = [undefined, '', '{"version":9}', '{"buildId":"../x","version":99}'];
  for (const [index, text] of pointers.entries()) {
    if (text === undefined) await rm(pointerPath(folders));
    else await writeFile(pointerPath(folders), text);
    expect(await ingest()).toMatchObject({ status: 'promoted', version: index + 2 });
    expect((await readPointer(folders))?.version).toBe(index + 2);
  }
});
