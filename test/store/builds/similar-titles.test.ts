import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { buildFolder, documentsFile, tableFile } from '../../../src/dataset/builds/paths.ts';
import type { Folders } from '../../../src/dataset/builds/paths.ts';
import { readCurrent } from '../../../src/storage/builds/builds.ts';
import { changeManifest } from '../../support/build-format.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { openGateway } from '../../support/gateway.ts';
import { SMALL, writeSources } from '../../support/imdb-files.ts';
import { ingestInto } from '../../support/ingest.ts';

const SIMILAR = '{ title(id: "tt0000001") { similar { nodes { title { id } } } } }';
const COMPARE = '{ compare(a: "tt0000001", b: "tt0000002") { similarity { score } } }';

/** A build of the small files, of which two titles have 50 votes at least. */
async function smallBuild(similarMinVotes = 50): Promise<{ folders: Folders; from: string; buildId: string }> {
  const folders = foldersIn(newFolder());
  const from = await writeSources(newFolder());
  return { folders, from, buildId: await ingest(folders, { from, similarMinVotes }) };
}

async function ingest(folders: Folders, options: { from: string; similarMinVotes: number }): Promise<string> {
  const outcome = await ingestInto(folders, options);
  if (outcome.status !== 'promoted') throw new Error(JSON.stringify(outcome));
  return outcome.buildId;
}

async function ask(folders: Folders, query: string) {
  const gateway = await openGateway(folders);
  try {
    const { data, errors } = await gateway.query(query);
    return { data, errors };
  } finally {
    await gateway.close();
  }
}

test('a build has lists of the titles with enough votes, and makes them anew when that changes', async () => {
  const { folders, from } = await smallBuild();
  expect(await ask(folders, SIMILAR)).toEqual({
    data: { title: { similar: { nodes: [{ title: { id: 'tt0000002' } }] } } },
    errors: undefined,
  });
  // Names alone change, which the lists do not depend on but for who is there.
  await writeSources(from, { rows: { 'title.akas': SMALL['title.akas'].slice(0, 1) } });
  const before = await readCurrent(folders);
  await ingest(folders, { from, similarMinVotes: 50 });
  const same = await readCurrent(folders);
  const recordIn = (manifest: typeof before) => manifest?.tables.find(({ name }) => name === 'similar_titles');
  expect(recordIn(same)).toEqual(recordIn(before));
  expect(recordIn(same)).toMatchObject({ rows: 2, minVotes: 50 });
  await writeSources(from);
  await ingest(folders, { from, similarMinVotes: 51 });
  expect(recordIn(await readCurrent(folders))).toMatchObject({ rows: 0, minVotes: 51 });
  expect(await ask(folders, SIMILAR)).toMatchObject({ data: { title: { similar: { nodes: [] } } } });
});

test('a build from before the lists says so, and compares titles all the same', async () => {
  const { folders, buildId } = await smallBuild();
  const compared = await ask(folders, COMPARE);
  const newer = ['similar_titles', 'feature_counts'];
  await changeManifest(folders, buildId, (manifest) => ({
    ...manifest,
    tables: manifest.tables.filter(({ name }) => !newer.includes(name)),
    lookups: manifest.lookups.filter(({ name }) => !newer.includes(name)),
  }));
  const folder = buildFolder(folders, buildId);
  for (const file of [...newer.map(tableFile), documentsFile('similar_titles')]) await rm(join(folder, file));
  const { errors } = await ask(folders, SIMILAR);
  expect(errors?.[0]?.extensions?.['code']).toBe('DATASET_UNAVAILABLE');
  expect(errors?.[0]?.message).toContain('after the next ingest');
  expect(await ask(folders, COMPARE)).toEqual(compared);
  expect(compared).toMatchObject({ data: { compare: { similarity: { score: expect.any(Number) } } } });
});

test('a damaged index of similar titles is gone round', async () => {
  const { folders, buildId } = await smallBuild();
  const whole = await ask(folders, SIMILAR);
  await writeFile(join(buildFolder(folders, buildId), documentsFile('similar_titles')), 'damaged');
  expect(await ask(folders, SIMILAR)).toEqual(whole);
});
