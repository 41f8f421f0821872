import { expect, test } from 'vitest';

import type { Damage, DamagedFile, DamageMarks } from '../../../src/storage/damage/damage-marks.ts';
import { createDamageBook } from '../../../src/store/health/damage-book.ts';
import { SILENT_LOG } from '../../support/ingest.ts';

const FOUND = { buildId: '20261121T013000Z', file: 'tables/akas.parquet', reason: 'is missing' };

const later = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Marks in memory, which can be written or not, and take their time. */
function fakeMarks({ writes = true } = {}): DamageMarks {
  let kept: Damage[] = [];
  return {
    async read() {
      const found = kept;
      await later();
      return found;
    },
    async add(damage) {
      await later();
      if (!writes) throw new Error('no space left on device');
      kept = [...kept, { ...damage, foundAt: 1 }];
    },
    async remove({ file }) {
      await later();
      kept = kept.filter((one) => one.file !== file);
    },
    removeAll: () => Promise.resolve(),
  };
}

const bookOver = (marks: DamageMarks, isThere = () => true, links: DamagedFile[] = []) =>
  createDamageBook({ marks, isThere, linksOf: () => Promise.resolve(links), log: SILENT_LOG });

test('what cannot be written is known all the same, until it is whole', async () => {
  const book = bookOver(fakeMarks({ writes: false }));
  await book.add(FOUND);
  await book.refresh();
  expect(book.all()).toMatchObject([FOUND]);
  expect(book.lost().get(FOUND.buildId)).toMatchObject({ file: FOUND.file });
  await book.remove(FOUND);
  await book.refresh();
  expect(book.all()).toEqual([]);
});

test('what is being written is not missed by a look at the marks that began before', async () => {
  const book = bookOver(fakeMarks());
  const looks = [book.refresh(), book.add(FOUND), book.refresh()];
  expect(book.all()).toMatchObject([FOUND]);
  await looks[0];
  expect(book.all()).toMatchObject([FOUND]);
  await Promise.all(looks);
  expect(book.all()).toMatchObject([FOUND]);
});

test('what was made good by others, and what is of a build that is gone, is over', async () => {
  const marks = fakeMarks();
  let isThere = true;
  const book = bookOver(marks, () => isThere);
  await book.add(FOUND);
  await marks.remove(FOUND);
  await book.refresh();
  expect(book.all()).toEqual([]);
  await book.add(FOUND);
  isThere = false;
  await book.refresh();
  expect(book.all()).toEqual([]);
});

test('an index does not lose a build', async () => {
  const book = bookOver(fakeMarks());
  await book.add({ ...FOUND, file: 'lookup/title.docs' });
  expect([book.lost().size, book.of(FOUND.buildId).size]).toEqual([0, 1]);
});
