import { join } from 'node:path';

import { expect, test } from 'vitest';

import { buildFolder, ratedTitlesFile } from '../../../src/dataset/builds/paths.ts';
import { readRatedTitles } from '../../../src/formats/rated-titles/read-rated-titles.ts';
import { readCurrent } from '../../../src/storage/builds/builds.ts';
import { ratingsOf, readRatings } from '../../../src/store/titles/ratings.ts';
import { readTitleNames, titleNamesOf } from '../../../src/store/titles/title-names.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { openGateway } from '../../support/gateway.ts';

test('ratings and names are the same from their file and from queries', async () => {
  const { folders } = await demoBuild(0.001);
  const manifest = await readCurrent(folders);
  const file = ratedTitlesFile();
  const bytes = manifest?.lookups.find((record) => record.file === file)?.bytes;
  const stored = readRatedTitles(join(buildFolder(folders, manifest?.buildId ?? ''), file), bytes);
  const gateway = await openGateway(folders);
  const lease = gateway.store.acquire();
  if (lease === null) throw new Error('there is no build');
  try {
    const { pool } = lease.readers;
    const ratings = await readRatings(pool);
    const names = await readTitleNames(pool, ratings);
    const fromFile = ratingsOf(stored);
    const namesFromFile = titleNamesOf(stored, fromFile);
    expect(stored.ids.length).toBeGreaterThan(1000);
    expect(fromFile.length).toBe(ratings.length);
    const known = new Set<boolean>();
    for (const id of [...stored.ids, ...[...stored.ids].map((one) => one + 1), 0]) {
      expect([id, fromFile.of(id), namesFromFile.of(id)]).toEqual([id, ratings.of(id), names.of(id)]);
      known.add(names.of(id) !== undefined);
    }
    expect(known).toEqual(new Set([true, false]));
  } finally {
    lease.release();
    await gateway.close();
  }
});
