import { appendFile, copyFile, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { documentsFile, sortedTableFile, stagingFolder } from '../../../src/dataset/builds/paths.ts';
import type { Draft } from '../../../src/dataset/builds/draft.ts';
import { readPointer, readStaged } from '../../../src/storage/builds/builds.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { SMALL, writeSources } from '../../support/imdb-files.ts';
import type { SourceFiles } from '../../support/imdb-files.ts';
import { ingestInto } from '../../support/ingest.ts';
import { copyData } from '../../support/copy-data.ts';

/** A data folder with a build that is made and not verified. */
async function stagedBuild(files: SourceFiles = {}) {
  const folders = foldersIn(newFolder('made'));
  const from = await writeSources(newFolder('files'), files);
  for (const only of ['download', 'build'] as const) {
    expect(await ingestInto(folders, { from, run: { steps: [only] } })).toMatchObject({ status: 'done' });
  }
  const [staged] = await readStaged(folders);
  return { folders, from, buildId: staged?.buildId ?? '' };
}

let made: ReturnType<typeof stagedBuild> | undefined;
let fewer: ReturnType<typeof stagedBuild> | undefined;

/** The same with the first person alone. */
function ofFewerPeople(): ReturnType<typeof stagedBuild> {
  fewer ??= stagedBuild({ rows: { 'name.basics': SMALL['name.basics'].slice(0, 1) } });
  return fewer;
}

/** Why the build is refused when its folder was changed after it was made. */
async function refusalAfter(change: (folder: string) => Promise<unknown>): Promise<unknown> {
  made ??= stagedBuild();
  const { folders: whole, from, buildId } = await made;
  const folders = await copyData(whole);
  const folder = stagingFolder(folders, buildId);
  await change(folder);
  const outcome = await ingestInto(folders, { from, run: { steps: ['verify'] } });
  expect(await readPointer(folders)).toBeUndefined();
  // It is no verified build, so that no promotion takes it.
  expect((await readStaged(folders)).map(({ state }) => state)).toEqual([
    outcome.status === 'done' ? 'verified' : 'made',
  ]);
  return 'reason' in outcome ? outcome.reason : outcome.status;
}

async function changeDraft(folder: string, change: (draft: Draft) => void): Promise<void> {
  const path = join(folder, 'draft.json');
  const draft = JSON.parse(await readFile(path, 'utf8')) as Draft;
  change(draft);
  await writeFile(path, JSON.stringify(draft));
}

/** One row more than there is, of a table or an index. */
function oneMoreOf(kind: 'tables' | 'lookups', name: string) {
  return (folder: string) =>
    changeDraft(folder, (draft) => {
      for (const record of draft[kind]) if (record.name === name) record.rows += 1;
    });
}

test.each<[string, (folder: string) => Promise<unknown>, unknown]>([
  ['nothing', () => Promise.resolve(), 'done'],
  ['a table', oneMoreOf('tables', 'title_cards'), 'table title_cards reads back 3 rows, 4 were written'],
  ['a lookup', oneMoreOf('lookups', 'person'), 'lookup person holds 2 documents, table person_cards has 2 keys'],
  ['a sorted table', oneMoreOf('lookups', 'person_list'), 'sorted table person_list reads back 2 rows, 3 were written'],
  [
    'a lookup of another build',
    async (folder) => {
      const { folders, buildId } = await ofFewerPeople();
      await copyFile(
        join(stagingFolder(folders, buildId), documentsFile('person')),
        join(folder, documentsFile('person')),
      );
      await changeDraft(folder, ({ lookups }) => {
        for (const record of lookups) if (record.name === 'person') record.rows = 1;
      });
    },
    'lookup person holds 1 documents, table person_cards has 2 keys',
  ],
  [
    'a file that has grown',
    (folder) => appendFile(join(folder, sortedTableFile('person_list')), 'x'),
    expect.stringMatching(/^lookup\/person_list\.duckdb has \d+ bytes, \d+ were written$/),
  ],
  [
    'the lists of search',
    oneMoreOf('lookups', 'search_lists'),
    expect.stringMatching(/^lookup\/search_lists\.postings holds \d+ postings, \d+ were written$/),
  ],
  [
    'the rated titles',
    oneMoreOf('lookups', 'rated_titles'),
    expect.stringMatching(/^lookup\/rated_titles\.columns holds \d+ titles, table ratings has \d+, \d+ were written$/),
  ],
])('verify reads back what was made: %s', async (_what, change, reason) => {
  expect(await refusalAfter(change)).toEqual(reason);
});

test('verify accounts for each line of a source', async () => {
  const reason = await refusalAfter((folder) =>
    changeDraft(folder, ({ sources }) => {
      for (const source of sources) if (source.name === 'title.akas') source.rows += 1;
    }),
  );
  expect(reason).toBe('title.akas.tsv.gz: 3 lines in the file, but 2 were read');
});

test('verify leaves no draft beside its manifest', async () => {
  made ??= stagedBuild();
  const { folders: whole, from, buildId } = await made;
  const folders = await copyData(whole);
  await ingestInto(folders, { from, run: { steps: ['verify'] } });
  expect((await readdir(stagingFolder(folders, buildId))).sort()).toEqual(['lookup', 'manifest.json', 'tables']);
});
