import { stat } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import type { Folders } from '../../dataset/builds/paths.ts';
import type { SourceName } from '../../dataset/sources/imdb.ts';
import { isMissing, readJson, replaceJson } from '../../storage/files/durable.ts';

const extracted = z.object({
  /** SHA-256 of the gzipped file that the text was extracted from. */
  sha256: z.string(),
  /** Size of the text. */
  bytes: z.number(),
  /** Modification time of the text when it was whole: any other time means that somebody has changed it. */
  mtimeMs: z.number(),
});

/** The text of a source file that was extracted and is whole. */
export type Extracted = z.infer<typeof extracted>;

/** META_DIR/extracted.json: which texts in EXTRACT_DIR are whole, by source. Written by the holder of the lock alone. */
export interface ExtractState {
  read(): Promise<Record<string, Extracted>>;
  record(name: SourceName, text: Extracted): Promise<void>;
  forget(name: SourceName): Promise<void>;
}

export function createExtractState({ meta }: Pick<Folders, 'meta'>): ExtractState {
  const path = join(meta, 'extracted.json');
  const read = async (): Promise<Record<string, Extracted>> => {
    const parsed = z.record(z.string(), extracted).safeParse(await readJson(path));
    return parsed.success ? parsed.data : {};
  };
  return {
    read,
    record: async (name, text) => replaceJson(path, { ...(await read()), [name]: text }),
    async forget(name) {
      const texts = await read();
      if (!(name in texts)) return;
      await replaceJson(path, Object.fromEntries(Object.entries(texts).filter(([other]) => other !== name)));
    },
  };
}

/** Path of the text of a source. */
export function textPath(folder: string, name: SourceName): string {
  return join(folder, `${name}.tsv`);
}

/** Whether the text at a path is the one that was extracted from the file with this checksum. */
export async function isExtracted(
  path: string,
  { text, sha256 }: { text: Extracted | undefined; sha256: string | undefined },
): Promise<boolean> {
  if (text === undefined || text.sha256 !== sha256) return false;
  try {
    const { size, mtimeMs } = await stat(path);
    return size === text.bytes && mtimeMs === text.mtimeMs;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
