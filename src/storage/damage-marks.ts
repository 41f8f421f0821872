import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { BUILD_ID } from '../dataset/builds/layout.ts';
import { isMissing } from './durable.ts';

/** A file of a build that somebody has read and found to be damaged. */
export interface Damage {
  buildId: string;
  /** Path inside the build's folder, with forward slashes. */
  file: string;
  /** Ends the sentence `<file> …`. */
  reason: string;
  /** In milliseconds since 1970. */
  foundAt: number;
}

/** A damage when it is found. */
export type FoundDamage = Omit<Damage, 'foundAt'>;

/** Which file is meant. */
export type DamagedFile = Pick<Damage, 'buildId' | 'file'>;

/**
 * What is known to be damaged, in META_DIR/damaged: a small file for each, so that several processes can tell each other
 * of it at once. Servers go round what has a mark, and an ingest makes it anew.
 */
export interface DamageMarks {
  read(): Promise<Damage[]>;
  add(damage: FoundDamage): Promise<void>;
  /** The file proved to be whole. */
  remove(damage: DamagedFile): Promise<void>;
  /** The build is gone. */
  removeAll(buildId: string): Promise<void>;
}

/** Marks in a folder of META_DIR, which is made with the first of them. */
export function damageMarks(meta: string): DamageMarks {
  const folder = join(meta, 'damaged');
  const pathOf = ({ buildId, file }: DamagedFile): string => join(folder, encodeURIComponent(`${buildId}/${file}`));

  async function read(): Promise<Damage[]> {
    const found = await Promise.all(
      (await namesIn(folder)).map(async (name) => {
        const [, buildId = '', file = ''] = /^([^/]+)\/(.+)$/.exec(decoded(name)) ?? [];
        if (!BUILD_ID.test(buildId)) return undefined;
        const path = join(folder, name);
        try {
          const [reason, { mtimeMs }] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
          // That it is there says enough: its text may be lost.
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

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return '';
  }
}
