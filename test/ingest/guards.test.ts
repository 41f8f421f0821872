import { expect, test } from 'vitest';

import { rm, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { buildFolder, pointerPath } from '../../src/dataset/layout.ts';
import type { Folders } from '../../src/dataset/layout.ts';
import type { Manifest } from '../../src/dataset/manifest.ts';
import { CANONICAL_COLUMNS } from '../../src/ingest/build/canonical-tables.ts';
import { readCurrent } from '../../src/ingest/builds.ts';
import type { Outcome } from '../../src/ingest/outcome.ts';
import type { RunOptions } from '../../src/ingest/run.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import type { SourceFiles } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';

const MANY = 2000;

function titleRows(count: number, startYear = '2001'): string[][] {
  return Array.from({ length: count }, (_, at) => {
    const id = `tt${String(at + 1).padStart(7, '0')}`;
    return [id, 'movie', `Film ${at}`, `Film ${at}`, '0', startYear, '\\N', '90', 'Drama'];
  });
}

function ratingRows(count: number, from = 1): string[][] {
  return Array.from({ length: count }, (_, at) => [`tt${String(at + from).padStart(7, '0')}`, '7.0', '10']);
}

interface Night {
  titles?: string[][];
  ratings?: string[][];
  others?: SourceFiles['rows'];
  run?: RunOptions;
}

/** Ingests one night's files into a data folder, with the product's own guard. */
function nights() {
  const folders = foldersIn(newFolder());
  return {
    folders,
    ingest: async ({
      titles = titleRows(MANY),
      ratings = ratingRows(MANY),
      others = {},
      run = {},
    }: Night = {}): Promise<Outcome> => {
      const from = await writeSources(newFolder(), {
        rows: { 'title.basics': titles, 'title.ratings': ratings, ...others },
      });
      return ingestInto(folders, { from, run, maxShrink: 0.02 });
    },
    current: async (): Promise<Manifest> => {
      const manifest = await readCurrent(folders);
      if (manifest === undefined) throw new Error('there is no build');
      return manifest;
    },
  };
}

test('a table that shrinks by more than MAX_SHRINK is refused and named, --force accepts it', async () => {
  const { ingest, current } = nights();
  await ingest();
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
  const { ingest } = nights();
  await ingest();
  expect(await ingest({ ratings: ratingRows(MANY * 0.99) })).toMatchObject({ status: 'promoted' });
  expect(await ingest({ titles: titleRows(MANY * 2) })).toMatchObject({ status: 'promoted' });
});

test.each<[string, (files: { folders: Folders; manifest: Manifest }) => Promise<unknown>]>([
  ['a table is cut', (at) => truncate(join(folderOf(at), 'tables/principals.parquet'), 100)],
  ['a table is gone', (at) => rm(join(folderOf(at), 'tables/titles.parquet'))],
  ['the pointer is gone', ({ folders }) => rm(pointerPath(folders))],
  ['the pointer is not readable', ({ folders }) => writeFile(pointerPath(folders), '{')],
])('a table that shrinks is refused also where %s', async (_what, damage) => {
  const { folders, ingest, current } = nights();
  await ingest();
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
  const { ingest } = nights();
  await ingest();
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
  const { ingest } = nights();
  await ingest({ others: listRows({}) });
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
  const { ingest, current } = nights();
  await ingest();
  const { nulls } = (await current()).measures;
  const nullable = Object.entries(CANONICAL_COLUMNS).flatMap(([table, columns]) =>
    columns.filter(({ required }) => !required).map(({ name }) => `${table}.${name}`),
  );
  expect(nullable.filter((column) => nulls[column] === undefined)).toEqual([]);
});

test('references that begin to dangle are refused and named', async () => {
  const { ingest } = nights();
  await ingest();
  expect(await ingest({ ratings: ratingRows(MANY, MANY + 1) })).toMatchObject({
    status: 'rejected',
    reason: expect.stringContaining(
      'ratings.tconst is pointing to nothing in 100.0 % of the rows, was in 0.0 %',
    ) as string,
  });
});

test('words that the vocabulary does not know pass and are counted', async () => {
  const { ingest, current } = nights();
  const titles = titleRows(3).map((row) => row.with(1, 'hologram'));
  await ingest({ titles });
  expect((await current()).measures.unknown).toMatchObject({ titleType: { hologram: 3 } });
});

test('files that nothing has changed below are hard links, those of the ratings are made anew', async () => {
  const { folders, ingest, current } = nights();
  await ingest();
  const before = await current();
  await ingest({ ratings: ratingRows(MANY + 1) });
  const after = await current();
  expect(after.buildId).not.toBe(before.buildId);
  const inode = async ({ buildId }: Manifest, file: string): Promise<number> =>
    (await stat(join(buildFolder(folders, buildId), file))).ino;
  const files = [...after.tables, ...after.lookups];
  const linked = await Promise.all(
    files.map(async ({ file }) => (await inode(after, file)) === (await inode(before, file))),
  );
  const anew = files.filter((_, at) => linked[at] !== true).map(({ name }) => name);
  expect(anew.sort()).toEqual([
    'careers',
    'episodes_by_series',
    'ratings',
    'ratings_before',
    'search_entities',
    'search_lists',
    'search_postings',
    'search_ranks',
    'search_spellings',
    'series_episodes',
    'series_sizes',
    'title',
    'title_cards',
    'title_list',
  ]);
  expect(after.tables.map(({ name, rows }) => [name, rows])).toContainEqual(['ratings', MANY + 1]);
});

test('--force makes every file anew, but for the ratings of the past', async () => {
  const { folders, ingest, current } = nights();
  await ingest();
  const before = await current();
  await ingest({ run: { force: true } });
  const after = await current();
  for (const { name, file } of after.tables) {
    const [was, is] = await Promise.all(
      [before, after].map(({ buildId }) => stat(join(buildFolder(folders, buildId), file))),
    );
    expect([name, is?.ino === was?.ino]).toEqual([name, name === 'ratings_before']);
  }
});
