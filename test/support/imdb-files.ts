import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import { sourceFile, SOURCES } from '../../src/dataset/sources/imdb.ts';
import type { SourceName } from '../../src/dataset/sources/imdb.ts';

export type Rows = readonly (readonly string[])[];

const NULL = '\\N';

/** A film, a series with one episode, and two people: every file has rows, and no row dangles. */
export const SMALL: Readonly<Record<SourceName, Rows>> = {
  'title.basics': [
    ['tt0000001', 'movie', 'The Film', 'Der Film', '0', '1999', NULL, '90', 'Comedy,Drama'],
    ['tt0000002', 'tvSeries', 'The Series', 'The Series', '0', '2001', '2003', NULL, 'Drama'],
    ['tt0000003', 'tvEpisode', 'Pilot', 'Pilot', '0', '2001', NULL, '30', NULL],
  ],
  'title.akas': [
    ['tt0000001', '1', 'Der Film', 'DE', 'de', 'imdbDisplay\u0002tv', NULL, '0'],
    ['tt0000001', '2', 'The Film', NULL, NULL, 'original', NULL, '1'],
  ],
  'title.crew': [
    ['tt0000001', 'nm0000001', 'nm0000001,nm0000002'],
    ['tt0000002', NULL, NULL],
  ],
  'title.episode': [['tt0000003', 'tt0000002', '1', '1']],
  'title.principals': [
    ['tt0000001', '1', 'nm0000002', 'actress', NULL, '["Ann","The \\"Boss\\""]'],
    ['tt0000001', '2', 'nm0000001', 'director', NULL, NULL],
    ['tt0000003', '1', 'nm0000002', 'actress', NULL, '["Ann"]'],
  ],
  'title.ratings': [
    ['tt0000001', '7.1', '1000'],
    ['tt0000002', '8.0', '50'],
  ],
  'name.basics': [
    ['nm0000001', 'Bob', '1950', NULL, 'director,writer', 'tt0000001'],
    ['nm0000002', 'Ann', '1960', '2020', 'actress', 'tt0000001,tt0000002'],
  ],
};

export interface SourceFiles {
  /** Rows instead of those of SMALL. */
  rows?: Partial<Record<SourceName, Rows>>;
  /** The whole text of a file, header included, before it is compressed. */
  text?: Partial<Record<SourceName, string | Buffer>>;
  /** The bytes of a file as they are. */
  bytes?: Partial<Record<SourceName, Buffer>>;
}

/** The text of a file: the header line, then the rows. */
export function tsv(name: SourceName, rows: Rows = SMALL[name]): string {
  const header = SOURCES.find((source) => source.name === name)?.columns ?? [];
  return [header, ...rows].map((row) => `${row.join('\t')}\n`).join('');
}

/** Writes the seven files into a folder, those of SMALL where nothing else is asked for. Answers with the folder. */
export async function writeSources(folder: string, { rows = {}, text = {}, bytes = {} }: SourceFiles = {}) {
  await mkdir(folder, { recursive: true });
  for (const { name } of SOURCES) {
    const content = bytes[name] ?? gzipSync(text[name] ?? tsv(name, rows[name]));
    await writeFile(join(folder, sourceFile(name)), content);
  }
  return folder;
}
