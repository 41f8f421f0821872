import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';

import { buildFolder, postingsFile } from '../../../src/dataset/builds/layout.ts';
import { decodePostingsFooter, POSTINGS_FOOTER_BYTES, sectionsOf } from '../../../src/formats/postings/layout.ts';
import type { SearchFilter } from '../../../src/store/model/model.ts';
import { openPostings } from '../../../src/formats/postings/postings.ts';
import type { Postings } from '../../../src/formats/postings/postings.ts';
import { runsOf, whereIs } from '../../../src/formats/postings/runs.ts';
import { readForward } from '../../../src/store/search/read-forward.ts';
import { readQuery } from '../../../src/store/search/terms/read-query.ts';
import { stagesOf } from '../../../src/store/search/stages-of.ts';
import type { Lease } from '../../../src/store/builds/store.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { newFolder } from '../../support/folders.ts';
import { openGateway } from '../../support/gateway.ts';
import type { TestGateway } from '../../support/gateway.ts';

const FILTER: SearchFilter = { adult: 'EXCLUDE', includeAkas: true };

let gateway: TestGateway;
let lease: Lease;
let bytes: Buffer;

beforeAll(async () => {
  const { folders } = await demoBuild(0.001);
  gateway = await openGateway(folders);
  const acquired = gateway.store.acquire();
  if (acquired === null) throw new Error('there is no build');
  lease = acquired;
  const folder = buildFolder(folders, lease.readers.manifest.buildId);
  bytes = await readFile(join(folder, postingsFile('search_lists')));
});

afterAll(async () => {
  lease.release();
  await gateway.close();
});

/** A copy of the file, with some of it overwritten. */
async function openHarmed(harm: (copy: Buffer) => void): Promise<{ postings: Postings; damages: readonly unknown[] }> {
  const copy = Buffer.from(bytes);
  harm(copy);
  const path = join(newFolder('postings'), 'lists');
  await writeFile(path, copy);
  const damages: unknown[] = [];
  const postings = openPostings(path, { bytes: copy.length, onDamage: (error) => damages.push(error) });
  onTestFinished(() => postings.close());
  return { postings, damages };
}

test('openPostings reads each posting as the index has it', async () => {
  const { postings, damages } = await openHarmed(() => undefined);
  const { scan } = lease.readers;
  const rows = await scan.rows(
    'SELECT band, word, place, words, rank, text FROM search_postings ORDER BY band, word, place, words, rank, text',
    [],
  );
  const last = rows.reduce((most, [, word]) => Math.max(most, Number(word)), 0);
  const read: number[][] = [];
  for (let band = 0; band < postings.bands; band += 1) {
    for (let word = 0; word <= last; word += 1) {
      postings.space.clear();
      const span = postings.span(band, [word, word]);
      for (const run of runsOf(span)) {
        const { ranks, texts } = postings.read(run);
        for (const [index, rank] of ranks.entries()) {
          const { place, words } = whereIs(run.from + index, span);
          read.push([band, word, place, words, rank, texts[index] ?? -1]);
        }
      }
    }
  }
  expect(read).toEqual(rows.map((row) => row.map(Number)));
  expect(damages).toEqual([]);
});

function sections() {
  const footer = decodePostingsFooter(bytes.subarray(-POSTINGS_FOOTER_BYTES), bytes.length);
  if (footer === undefined) throw new Error('the file has no footer');
  return sectionsOf(footer);
}

function flip(copy: Buffer, at: number): void {
  copy[at] = 255 - (copy[at] ?? 0);
}

test.each(['ranks', 'texts', 'runs', 'heads'] as const)(
  'search answers the same where one of the %s is damaged',
  async (section) => {
    const { postings, damages } = await openHarmed((copy) => flip(copy, sections()[section]));
    const { scan } = lease.readers;
    const [[first] = []] = await scan.rows(
      'SELECT text FROM search_vocabulary WHERE word = (SELECT word FROM search_postings ORDER BY band, word LIMIT 1)',
      [],
    );
    for (const text of ['the', first as string]) {
      const options = { stages: stagesOf(scan, await readQuery(scan, text)), filter: FILTER, limit: 20 };
      expect(await readForward({ ...scan, postings }, options)).toEqual(await readForward(scan, options));
    }
    expect(damages).not.toEqual([]);
  },
);

test.each(['samples', 'sums'] as const)('openPostings refuses a file one of whose %s is damaged', async (section) => {
  await expect(openHarmed((copy) => flip(copy, sections()[section]))).rejects.toThrow('damaged');
});

test.each([
  ['cut', -1],
  ['longer', 1],
])('openPostings refuses a file that is %s', async (_what, more) => {
  const path = join(newFolder('postings'), 'lists');
  await writeFile(path, Buffer.concat([bytes, Buffer.alloc(1)]).subarray(0, bytes.length + more));
  const open = (size: number) => openPostings(path, { bytes: size, onDamage: () => undefined });
  expect(() => open(bytes.length)).toThrow(/bytes, not the/);
  expect(() => open(bytes.length + more)).toThrow('does not end as a file of postings does');
});
