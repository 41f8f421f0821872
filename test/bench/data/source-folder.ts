import { mkdir, rename, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';

import { sourceFile, SOURCES } from '../../../src/dataset/sources/imdb.ts';
import type { SourceName } from '../../../src/dataset/sources/imdb.ts';
import { changeRows } from './change-rows.ts';

/** A folder of links to the seven files, in which files can change from one night to the next. */
export interface SourceFolder {
  path: string;
  /** Edits one row of `every` in the files that are named. What `restore` brings back is unchanged. */
  change(names: readonly SourceName[], every: number): Promise<void>;
  restore(): Promise<void>;
}

/** What a night changes in a row, by the place of its column. Every result is a row that IMDb could publish. */
const EDITS: Record<SourceName, (fields: string[]) => void> = {
  'title.basics': (fields) => append(fields, 2, ' (restored)'),
  'title.akas': (fields) => append(fields, 2, ' (restored)'),
  'title.crew': (fields) => set(fields, 2, String.raw`\N`),
  'title.episode': (fields) => set(fields, 3, '99'),
  'title.principals': (fields) => set(fields, 4, 'a new job'),
  'title.ratings': (fields) => set(fields, 2, String(Number(fields[2]) + 1)),
  'name.basics': (fields) => set(fields, 2, '1970'),
};

export async function openSourceFolder({ path, files }: { path: string; files: string }): Promise<SourceFolder> {
  const link = async (name: SourceName, target: string): Promise<void> => {
    const temporary = join(path, '.tmp-link');
    await symlink(target, temporary);
    await rename(temporary, join(path, sourceFile(name)));
  };
  const changed = join(path, 'changed');
  async function restore(): Promise<void> {
    for (const { name } of SOURCES) await link(name, resolve(files, sourceFile(name)));
    await rm(changed, { recursive: true, force: true });
  }
  await rm(path, { recursive: true, force: true });
  await mkdir(path, { recursive: true });
  await restore();
  return {
    path,
    restore,
    async change(names, every) {
      await mkdir(changed, { recursive: true });
      for (const name of names) {
        const to = join(changed, sourceFile(name));
        await changeRows(join(files, sourceFile(name)), { to, every, edit: EDITS[name] });
        await link(name, to);
      }
    },
  };
}

function set(fields: string[], column: number, value: string): void {
  fields[column] = value;
}

function append(fields: string[], column: number, text: string): void {
  fields[column] = `${fields[column] ?? ''}${text}`;
}
