import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { BUILD_ID } from '../../dataset/builds/paths.ts';
import { isMissing } from '../files/durable.ts';
import { listFolder } from '../files/list-folder.ts';

/** A file of a build that was found damaged. */
export interface Damage {
  buildId: string;
  /** Path inside the build's folder, with forward slashes. */
  file: string;
  /** Completes the sentence `<file> …`. */
  reason: string;
  /** Time of discovery, in milliseconds since 1970. */
  foundAt: number;
}

/** A damage when it is found. */
export type FoundDamage = Omit<Damage, 'foundAt'>;

/** Which file is meant. */
export type DamagedFile = Pick<Damage, 'buildId' | 'file'>;

/**
 * Marks of damaged files: a small file for each in META_DIR/damaged, by which processes inform each other. Servers
 * avoid marked files, and an ingest replaces them.
 */
export interface DamageMarks {
  read(): Promise<Damage[]>;
  add(damage: FoundDamage): Promise<void>;
  /** The file proved to be whole. */
  remove(damage: DamagedFile): Promise<void>;
  /** Removes all marks of a build that was removed. */
  removeAll(buildId: string): Promise<void>;
}

/** The marks in META_DIR; their folder is created with the first of them. */
export function damageMarks(meta: string): DamageMarks {
  const folder = join(meta, 'damaged');
  const pathOf = ({ buildId, file }: DamagedFile): string => join(folder, encodeURIComponent(`${buildId}/${file}`));

  async function read(): Promise<Damage[]> {
    const found = await Promise.all(
      (await listFolder(folder)).map(async (name) => {
        const [, buildId = '', file = ''] = /^([^/]+)\/(.+)$/.exec(decoded(name)) ?? [];
        if (!BUILD_ID.test(buildId)) return undefined;
        const path = join(folder, name);
        try {
          const [reason, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
          // The existence of a mark is enough; its text may be lost.
          return { buildId, file, reason: reason || 'is damaged', foundAt: mtimeMs };
        } catch (error) {
          if (isMissing(error)) return undefined;
          throw error;
        }
      }),
    );
    return found.filter((damage) => damage !== undefined);
  }

  return {
    read,
    async add(damage) {
      await mkdir(folder, { recursive: true });
      await writeFile(pathOf(damage), damage.reason);
    },
    remove: (damage) => rm(pathOf(damage), { force: true }),
    async removeAll(buildId) {
      for (const damage of await read()) if (damage.buildId === buildId) await rm(pathOf(damage), { force: true });
    },
  };
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}
