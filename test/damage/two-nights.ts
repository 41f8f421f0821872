import { cpSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import { expect } from 'vitest';

import type { Folders } from '../../src/dataset/builds/paths.ts';
import { sourceFile, SOURCES } from '../../src/dataset/sources/imdb.ts';
import type { SourceName } from '../../src/dataset/sources/imdb.ts';
import { demoBuild } from '../support/demo-build.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { ingestInto } from '../support/ingest.ts';

/** Titles taken besides those that every demo has. */
const TITLES = 150;

/** A part of the demo data in two builds, the newer with other ratings, that share no file; and the files of the newer. */
export async function twoNights(): Promise<{ folders: Folders; from: string }> {
  const { files } = await demoBuild(0.0005);
  const from = newFolder('nights');
  const folders = foldersIn(newFolder('linked'));
  const lines = await partOf(files);
  const ingest = async (): Promise<void> => {
    for (const [name, rows] of lines) await writeFile(join(from, sourceFile(name)), gzipSync(rows.join('')));
    expect(await ingestInto(folders, { from })).toMatchObject({ status: 'promoted' });
  };
  await ingest();
  const changed = lines.get('title.ratings')?.filter((_, at) => at % 9 !== 1) ?? [];
  lines.set(
    'title.ratings',
    changed.map((line) => line.replace(/[0-9]\n$/, '3\n')),
  );
  await ingest();
  // A copy has no hard links from one build to the other.
  const apart = foldersIn(newFolder('apart'));
  cpSync(folders.builds, apart.builds, { recursive: true });
  for (const file of ['current.json', 'downloads.json']) cpSync(join(folders.meta, file), join(apart.meta, file));
  return { folders: apart, from };
}

/** The lines of each file with its header, of some titles and of the people credited on them. */
async function partOf(files: string): Promise<Map<SourceName, string[]>> {
  const all = new Map<SourceName, string[]>();
  for (const { name } of SOURCES) {
    const text = gunzipSync(await readFile(join(files, sourceFile(name)))).toString();
    all.set(name, text.split(/(?<=\n)/));
  }
  const rowsOf = (name: SourceName): string[] => all.get(name)?.slice(1) ?? [];
  const titles = new Set(
    rowsOf('title.basics')
      .map((line) => line.split('\t', 1)[0] ?? '')
      .filter((id, at) => at < TITLES || id >= 'tt0900000'),
  );
  const people = new Set(
    rowsOf('title.principals')
      .map((line) => line.split('\t'))
      .filter(([id = '']) => titles.has(id))
      .map(([, , person]) => person),
  );
  return new Map(
    [...all].map(([name, [header = '', ...rows]]) => {
      const wanted = name === 'name.basics' ? people : titles;
      return [name, [header, ...rows.filter((line) => wanted.has(line.split('\t', 1)[0] ?? ''))]];
    }),
  );
}
