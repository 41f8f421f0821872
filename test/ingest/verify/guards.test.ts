import { expect, test } from 'vitest';

import { rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { buildFolder, pointerPath } from '../../../src/dataset/builds/paths.ts';
import type { Folders } from '../../../src/dataset/builds/paths.ts';
import type { Manifest } from '../../../src/dataset/builds/manifest.ts';
import { CANONICAL_COLUMNS } from '../../../src/dataset/tables/canonical-columns.ts';
import type { SourceFiles } from '../../support/imdb-files.ts';
import { MANY, nights, ratingRows, titleRows } from '../nights.ts';

test('a table that shrinks by more than MAX_SHRINK is refused and named, --force accepts it', async () => {
  const { ingest, current } = await nights();
  const { buildId } = await current();
  const shrunk = { ratings: ratingRows(MANY * 0.9) };
  expect(await ingest(shrunk)).toEqual({
    status: 'rejected',
    step: 'verify',
    reason:
      'title.ratings.tsv.gz: shrank from 2000 to 1800 rows, by 10.0 %, more than MAX_SHRINK allows (2.0 %) (--force accepts it)',
  });
  expect((await current()).buildId).toBe(buildId);
  expect(await ingest({ ...shrunk, run: { force: true } })).toMatchObject({ status: 'promoted', version: 2 });
});

test('a table that shrinks by less, or grows, passes', async () => {
  const { ingest } = await nights();
  expect(await ingest({ ratings: ratingRows(MANY * 0.99) })).toMatchObject({ status: 'promoted' });
  expect(await ingest({ titles: titleRows(MANY * 2) })).toMatchObject({ status: 'promoted' });
});

test.each<[string, (files: { folders: Folders; manifest: Manifest }) => Promise<unknown>]>([
  ['a table is cut', (at) => truncate(join(folderOf(at), 'tables/principals/00000.parquet'), 100)],
  ['a table is gone', (at) => rm(join(folderOf(at), 'tables/titles.parquet'))],
  ['the pointer is gone', ({ folders }) => rm(pointerPath(folders))],
  ['the pointer is not readable', ({ folders }) => writeFile(pointerPath(folders), '{')],
])('a table that shrinks is refused also where %s', async (_what, damage) => {
  const { folders, ingest, current } = await nights();
  await damage({ folders, manifest: await current() });
  expect(await ingest({ ratings: ratingRows(MANY * 0.9) })).toMatchObject({
    status: 'rejected',
    reason: expect.stringContaining('title.ratings.tsv.gz: shrank from 2000 to 1800 rows') as string,
  });
  expect(await ingest()).toMatchObject({ status: 'promoted', version: 2 });
});

function folderOf({ folders, manifest }: { folders: Folders; manifest: Manifest }): string {
  return buildFolder(folders, manifest.buildId);
}

test('a column that becomes empty is refused and named', async () => {
  const { ingest } = await nights();
  expect(await ingest({ titles: titleRows(MANY, '\\N') })).toMatchObject({
    status: 'rejected',
    reason: expect.stringContaining(
      'title.basics.tsv.gz: titles.startYear is empty in 100.0 % of the rows, was in 0.0 %',
    ) as string,
  });
});

const NULL = '\\N';

function manyRows(row: (id: string) => string[]): string[][] {
  return Array.from({ length: MANY }, (_, at) => row(String(at + 1).padStart(7, '0')));
}

/** As many rows of each file that has lists, with these lists. */
function listRows(list: {
  words?: string;
  people?: string;
  titles?: string;
  characters?: string;
}): SourceFiles['rows'] {
  const { words = 'imdbDisplay', people = 'nm0000001', titles = 'tt0000001', characters = '["Ann"]' } = list;
  return {
    'title.akas': manyRows((id) => [`tt${id}`, '1', 'Film', NULL, NULL, words, words, '0']),
    'title.crew': manyRows((id) => [`tt${id}`, people, people]),
    'title.principals': manyRows((id) => [`tt${id}`, '1', 'nm0000001', 'actor', NULL, characters]),
    'name.basics': manyRows((id) => [`nm${id}`, 'Ann', '1960', NULL, words === NULL ? NULL : 'actor', titles]),
  };
}

test('a list that becomes empty is refused and named, as is one that begins to point to nothing', async () => {
  const { ingest } = await nights({ others: listRows({}) });
  const empty = { words: NULL, people: NULL, titles: NULL, characters: NULL };
  const titles = titleRows(MANY).map((row) => row.with(8, NULL));
  const outcome = await ingest({ titles, others: listRows(empty) });
  const reason = 'reason' in outcome ? outcome.reason : '';
  const named = [...reason.matchAll(/(\w+\.\w+) is empty in 100\.0 % of the rows, was in 0\.0 %/g)];
  expect(named.map(([, column = '']) => column).sort()).toEqual([
    'akas.attributes',
    'akas.types',
    'crew.directors',
    'crew.writers',
    'names.knownForTitles',
    'names.primaryProfession',
    'principals.characters',
    'titles.genres',
  ]);
  expect(await ingest({ others: listRows({ titles: 'tt0009999' }) })).toMatchObject({
    status: 'rejected',
    reason: expect.stringContaining('names.knownForTitles is pointing to nothing in 100.0 % of the rows') as string,
  });
});

test('every column of a source that may be empty is measured', async () => {
  const { current } = await nights();
  const { nulls } = (await current()).measures;
  const nullable = Object.entries(CANONICAL_COLUMNS).flatMap(([table, columns]) =>
    columns.filter(({ required }) => !required).map(({ name }) => `${table}.${name}`),
  );
  expect(nullable.filter((column) => nulls[column] === undefined)).toEqual([]);
});

test('references that begin to dangle are refused and named', async () => {
  const { ingest } = await nights();
  expect(await ingest({ ratings: ratingRows(MANY, MANY + 1) })).toMatchObject({
    status: 'rejected',
    reason: expect.stringContaining(
      'ratings.tconst is pointing to nothing in 100.0 % of the rows, was in 0.0 %',
    ) as string,
  });
});

test('words that the vocabulary does not know pass and are counted', async () => {
  const { current } = await nights({ titles: titleRows(3).map((row) => row.with(1, 'hologram')) });
  expect((await current()).measures.unknown).toMatchObject({ titleType: { hologram: 3 } });
});
