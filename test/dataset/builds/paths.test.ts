import { expect, test } from 'vitest';

import { BUILD_ID, buildFolder, buildIdAt, stagingFolder } from '../../../src/dataset/builds/paths.ts';
import { DOCUMENT_KINDS } from '../../../src/dataset/indexes/document-kinds.ts';
import { SOURCES } from '../../../src/dataset/sources/imdb.ts';
import { tableInputs, TABLES } from '../../../src/dataset/tables/tables.ts';

test('buildIdAt writes the time in UTC, to the second', () => {
  expect(buildIdAt(new Date('2026-11-21T01:30:59.999Z'))).toBe('20261121T013059Z');
  expect(buildIdAt(new Date('2026-01-01T00:00:00+05:30'))).toBe('20251231T183000Z');
  expect(buildIdAt(new Date())).toMatch(BUILD_ID);
});

test('stagingFolder is beside the build, under a name that is no build', () => {
  const folders = { builds: '/data/builds' };
  expect(buildFolder(folders, '20261121T013059Z')).toBe('/data/builds/20261121T013059Z');
  expect(stagingFolder(folders, '20261121T013059Z')).toBe('/data/builds/.tmp-20261121T013059Z');
  expect('.tmp-20261121T013059Z').not.toMatch(BUILD_ID);
});

test('TABLES name one table for each source, and each after those it is made from', () => {
  const sources = SOURCES.map(({ name }): string => name);
  expect(TABLES.flatMap(({ from }) => (typeof from === 'string' ? [from] : [])).sort()).toEqual(sources.toSorted());
  const seen = new Set(sources);
  for (const table of TABLES) {
    expect(tableInputs(table).filter((input) => !seen.has(input))).toEqual([]);
    seen.add(table.name);
  }
});

test('LOOKUPS read tables that are sorted by their key', () => {
  for (const { table, key } of DOCUMENT_KINDS) {
    expect(TABLES.find(({ name }) => name === table)?.sortedBy[0]).toBe(key);
  }
});

test('TABLES are sorted by columns that they have, and their keys are among these', () => {
  for (const { name, columns, sortedBy, unique = [] } of TABLES) {
    const names = columns.map((column) => column.name);
    expect([name, [...sortedBy, ...unique].filter((column) => !names.includes(column))]).toEqual([name, []]);
    expect(new Set(names).size).toBe(names.length);
  }
});
