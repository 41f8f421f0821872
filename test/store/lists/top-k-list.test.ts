import { expect, test } from 'vitest';

import type { Page, PageRequest } from '../../../src/store/model/page.ts';
import { topKList } from '../../../src/store/lists/top-k-list.ts';
import { materialisedList } from '../../../src/store/lists/materialised-list.ts';

let seed = 11;
function random(below: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}

/** The same rows, with many ties and nulls, as a list that picks its pages and as one that is sorted. */
function bothLists(length: number, directions: readonly ('ASC' | 'DESC')[]) {
  const values = Array.from({ length }, () => [
    random(4) === 0 ? null : random(6) - 2,
    random(3) === 0 ? null : random(4),
  ]);
  const rows = Int32Array.from({ length }, (_, row) => row).sort(() => random(3) - 1);
  const terms = [
    ...directions.map((direction, column) => ({
      name: `C${column}`,
      direction,
      of: (row: number) => values[row]?.[column] ?? null,
    })),
    { name: 'ID', direction: 'ASC' as const, of: (row: number) => row },
  ];
  return {
    selected: topKList({ name: 'rows', rows, terms, itemAt: (row) => `row ${row}` }),
    sorted: materialisedList({
      name: 'rows',
      items: [...rows],
      terms: terms.map((term) => Object.assign({ type: 'number' as const }, term)),
    }),
  };
}

function named({ rows, ...page }: Page<number>): Page<string> {
  return { ...page, rows: rows.map(({ item, key }) => ({ item: `row ${item}`, key })) };
}

test.each([
  ['ASC', 'ASC'],
  ['ASC', 'DESC'],
  ['DESC', 'ASC'],
  ['DESC', 'DESC'],
] as const)('pages picked by %s, %s are those of the sorted list', (...directions) => {
  for (const length of [0, 1, 2, 9, 60]) {
    const { selected, sorted } = bothLists(length, directions);
    expect(selected).toMatchObject({ order: sorted.order, keyTypes: sorted.keyTypes });
    expect(selected.count()).toBe(length);
    const keys = sorted.page({ limit: length, backward: false }).rows.map(({ key }) => key);
    // Of rows that are there, and of one that is not.
    const someKey = () =>
      keys.length === 0 || random(5) === 0 ? [random(6) - 2, null, 1000] : keys[random(keys.length)];
    for (let turn = 0; turn < 150; turn += 1) {
      const bounds = [{}, { after: someKey() }, { before: someKey() }, { after: someKey(), before: someKey() }][
        turn % 4
      ];
      const start = turn % 8 === 0 ? { offset: random(length + 3) } : {};
      const request = {
        limit: [0, 1, 5, length, length + 4][random(5)] ?? 0,
        backward: !('offset' in start) && random(2) === 0,
        ...bounds,
        ...start,
      } as PageRequest;
      expect(selected.page(request), JSON.stringify(request)).toEqual(named(sorted.page(request)));
    }
  }
});
