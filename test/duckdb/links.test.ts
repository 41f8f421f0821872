import { readdirSync, renameSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { buildFolder } from '../../src/dataset/builds/paths.ts';
import { readCurrent } from '../../src/storage/builds/builds.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { openGateway } from '../support/gateway.ts';
import { writeSources } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';

/* A DuckDB that is locked to its folders follows the links that an operator has put there: disks fill, and data moves. */

/** Moves a folder or a file elsewhere, and leaves a link in its place. */
function moveAway(path: string): void {
  const elsewhere = join(newFolder('elsewhere'), 'moved');
  renameSync(path, elsewhere);
  symlinkSync(elsewhere, path);
}

test('an ingest reads files that are links', async () => {
  const folders = foldersIn(newFolder());
  const from = await writeSources(newFolder('files'));
  for (const file of readdirSync(from)) moveAway(join(from, file));
  expect(await ingestInto(folders, { from })).toMatchObject({ status: 'promoted' });
});

test.each(['index', 'parquet'] as const)('with LOOKUP=%s a build that is a link is served', async (lookup) => {
  const folders = foldersIn(newFolder());
  await ingestInto(folders, { from: await writeSources(newFolder('files')) });
  moveAway(buildFolder(folders, (await readCurrent(folders))?.buildId ?? ''));
  const gateway = await openGateway(folders, { lookup });
  onTestFinished(() => gateway.close());
  const { data, errors } = await gateway.query(
    '{ title(id: "tt0000001") { primaryTitle } titles(filter: { genres: { any: [DRAMA] } }) { totalCount nodes { id } } }',
  );
  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ title: { primaryTitle: 'The Film' }, titles: { totalCount: 2 } });
});

test('builds whose folder is a link are made there', async () => {
  const folders = foldersIn(newFolder());
  const from = await writeSources(newFolder('files'));
  await ingestInto(folders, { from });
  moveAway(folders.builds);
  expect(await ingestInto(folders, { from, run: { force: true } })).toMatchObject({ status: 'promoted', version: 2 });
});
