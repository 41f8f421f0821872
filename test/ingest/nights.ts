import type { Folders } from '../../src/dataset/builds/paths.ts';
import type { Manifest } from '../../src/dataset/builds/manifest.ts';
import { readCurrent } from '../../src/storage/builds/builds.ts';
import type { Outcome } from '../../src/ingest/outcomes/outcome.ts';
import type { RunOptions } from '../../src/ingest/run.ts';
import { copyData } from '../support/copy-data.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import type { SourceFiles } from '../support/imdb-files.ts';
import { ingestInto } from '../support/ingest.ts';

/** Rows of each file: more than the guards ask for. */
export const MANY = 2000;

export function titleRows(count: number, startYear = '2001'): string[][] {
  return Array.from({ length: count }, (_, at) => {
    const id = `tt${String(at + 1).padStart(7, '0')}`;
    return [id, 'movie', `Film ${at}`, `Film ${at}`, '0', startYear, '\\N', '90', 'Drama'];
  });
}

export function ratingRows(count: number, from = 1): string[][] {
  return Array.from({ length: count }, (_, at) => [`tt${String(at + from).padStart(7, '0')}`, '7.0', '10']);
}

export interface Night {
  titles?: string[][];
  ratings?: string[][];
  others?: SourceFiles['rows'];
  run?: RunOptions;
}

/** One night's files into a data folder, with the product's own guard. */
async function ingestNight(
  folders: Folders,
  { titles = titleRows(MANY), ratings = ratingRows(MANY), others = {}, run = {} }: Night,
): Promise<Outcome> {
  const from = await writeSources(newFolder(), {
    rows: { 'title.basics': titles, 'title.ratings': ratings, ...others },
  });
  return ingestInto(folders, { from, run, maxShrink: 0.02 });
}

let firstNight: Promise<Folders> | undefined;

/** A data folder of its own, after a first night that had these files; by default one that all tests share. */
export async function nights(first?: Night) {
  firstNight ??= afterNight({});
  const folders = first === undefined ? await copyData(await firstNight) : await afterNight(first);
  return {
    folders,
    ingest: (night: Night = {}) => ingestNight(folders, night),
    current: async (): Promise<Manifest> => {
      const manifest = await readCurrent(folders);
      if (manifest === undefined) throw new Error('there is no build');
      return manifest;
    },
  };
}

async function afterNight(night: Night): Promise<Folders> {
  const folders = foldersIn(newFolder());
  const outcome = await ingestNight(folders, night);
  if (outcome.status !== 'promoted') throw new Error(`the first night ended otherwise: ${JSON.stringify(outcome)}`);
  return folders;
}
