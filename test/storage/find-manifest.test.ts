import { globSync, readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { MANIFEST_FILE, pointerPath } from '../../src/dataset/builds/paths.ts';
import { BUILD_FORMAT } from '../../src/dataset/builds/manifest.ts';
import { sealed } from '../../src/dataset/builds/seal.ts';
import { readBuilds, readStamps } from '../../src/storage/builds/builds.ts';
import { checkBuild } from '../../src/storage/damage/check-build.ts';
import { findBuilds } from '../../src/storage/builds/find-builds.ts';
import { findManifest, findPointer, manifestOf, stampOf } from '../../src/storage/builds/find-manifest.ts';
import { foldersIn, newFolder } from '../support/folders.ts';

const ID = '20261121T013000Z';
const MANIFEST = {
  format: BUILD_FORMAT,
  buildId: ID,
  version: 3,
  builtAt: '2026-11-21T01:30:00.000Z',
  tools: {},
  sources: [],
  tables: [],
  lookups: [],
  measures: {},
};

test.each<[string, string | undefined, { state: string; stamp?: number; says: string }]>([
  ['that is whole', JSON.stringify(sealed(MANIFEST)), { state: 'whole', stamp: 3, says: '' }],
  ['that is missing', undefined, { state: 'missing', says: `build ${ID}: manifest.json is missing` }],
  ['that is cut', '{"format": 10, "bui', { state: 'damaged', says: `build ${ID}: manifest.json is damaged` }],
  ['that is null', 'null', { state: 'damaged', says: `build ${ID}: manifest.json is damaged` }],
  [
    'that was changed under its seal',
    JSON.stringify({ ...sealed(MANIFEST), version: 4 }),
    { state: 'damaged', stamp: 4, says: `build ${ID}: manifest.json is damaged` },
  ],
  [
    'of another build',
    JSON.stringify(sealed({ ...MANIFEST, buildId: '20261122T013000Z' })),
    { state: 'damaged', stamp: 3, says: `build ${ID}: manifest.json is damaged` },
  ],
  [
    'of a newer format',
    JSON.stringify(sealed({ ...MANIFEST, format: BUILD_FORMAT + 1 })),
    { state: 'refused', stamp: 3, says: `build ${ID} is of format ${BUILD_FORMAT + 1}, newer than` },
  ],
])('a manifest %s is told alike by all who read it', async (_name, text, { state, stamp, says }) => {
  const folders = foldersIn(newFolder());
  const folder = join(folders.builds, ID);
  await mkdir(folder, { recursive: true });
  if (text !== undefined) await writeFile(join(folder, MANIFEST_FILE), text);
  const found = await findManifest(folder);
  expect(found.state).toBe(state);
  expect(stampOf(found)?.version).toBe(stamp);
  expect((await readStamps(folders)).map(({ version }) => version)).toEqual(stamp === undefined ? [] : [stamp]);
  const whole = state === 'whole' ? [ID] : [];
  expect((await readBuilds(folders)).map(({ buildId }) => buildId)).toEqual(whole);
  expect((await findBuilds(folders)).flatMap(({ manifest }) => manifest?.buildId ?? [])).toEqual(whole);
  expect(manifestOf(found)?.buildId).toBe(whole[0]);
  expect((await checkBuild(folders, ID)).join()).toContain(says);
});

test.each([
  ['missing', undefined],
  ['damaged', '{'],
  ['damaged', JSON.stringify({ buildId: ID, version: 1, promotedAt: '', manifestSha256: '', seal: 'other' })],
  ['whole', JSON.stringify(sealed({ buildId: ID, version: 1, promotedAt: '', manifestSha256: '' }))],
])('findPointer says that a pointer is %s', async (state, text) => {
  const folders = foldersIn(newFolder());
  await mkdir(folders.meta, { recursive: true });
  if (text !== undefined) await writeFile(pointerPath(folders), text);
  expect((await findPointer(folders)).state).toBe(state);
});

test('pointer and manifest are read in one place', () => {
  const source = fileURLToPath(new URL('../../src/', import.meta.url));
  const readers = globSync('**/*.ts', { cwd: source }).filter((file) =>
    /\b(isManifest|isPointer|isStamp)\b|readJson\([^;]*(MANIFEST_FILE|pointerPath)/.test(
      readFileSync(join(source, file), 'utf8'),
    ),
  );
  expect(readers.sort()).toEqual(['dataset/builds/manifest.ts', 'storage/builds/find-manifest.ts']);
});
