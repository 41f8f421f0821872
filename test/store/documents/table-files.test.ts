import { expect, test } from 'vitest';

import type { TableRecord } from '../../../src/dataset/builds/manifest.ts';
import { tableFilesOf } from '../../../src/store/documents/table-files.ts';

const file = { bytes: 1, sha256: '' };
const inParts = (...froms: number[]): TableRecord => ({
  name: 'names',
  rows: 9,
  parts: froms.map((from, at) => ({ bytes: 1, sha256: '', file: String(at), from })),
});
const holding = (table: TableRecord, ...keys: number[]) =>
  tableFilesOf('/', { tables: [table] }).holding('names', keys);

test.each([
  ['before all', [9], []],
  ['the first of the table', [10], ['0']],
  ['inside of a part', [15], ['0']],
  ['the last before a part', [19], ['0']],
  ['the first of a part, which may begin in the one before', [20], ['0', '1']],
  ['the first of several parts', [30], ['1', '2', '3', '4']],
  ['inside of the last of these', [31], ['4']],
  ['behind all', [2_000_000_000], ['5']],
  ['several, in the order of the parts, each once', [41, 15, 12, 20], ['0', '1', '5']],
])('a part that may hold a key: %s', (_what, keys, expected) => {
  expect(holding(inParts(10, 20, 30, 30, 30, 40), ...keys)).toEqual(expected);
});

test('a table of one part has what it begins with and all behind it', () => {
  expect([holding(inParts(10), 9), holding(inParts(10), 10), holding(inParts(10), 11)]).toEqual([[], ['0'], ['0']]);
});

test('a table of one file may have any key, and one that is not there has none', () => {
  const table: TableRecord = { ...file, name: 'names', rows: 1, file: 'tables/names.parquet' };
  expect(holding(table, -1, 0, 7)).toEqual(['tables/names.parquet']);
  expect(tableFilesOf('/', { tables: [] }).holding('names', [1])).toEqual([]);
});
