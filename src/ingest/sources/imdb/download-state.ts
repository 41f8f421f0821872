import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';

import { z } from 'zod';

import type { Folders } from '../../../dataset/builds/paths.ts';
import { isMissing, readJson, replaceJson } from '../../../storage/files/durable.ts';

/** Grows when the scan looks for something more: a file that an older program has found whole is read once again. */
export const SCAN_RULES = 2;

const rejectedLine = z.object({ line: z.number().nullable(), reason: z.string(), text: z.string() });

const download = z.object({
  /** Where the whole file is: in DOWNLOAD_DIR, or the folder of files at hand. */
  path: z.string(),
  /** The address it came from: another address makes the validators worthless. */
  url: z.string(),
  /** Validators of the very response that was kept. */
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  bytes: z.number(),
  sha256: z.string(),
  rows: z.number(),
  /** Size of the text in it; not in the records of older programs. */
  textBytes: z.number().optional(),
  /** What the scan has found that DuckDB must not be given. */
  odd: z
    .object({
      gzipBytes: z.number(),
      lines: z.object({ rows: z.number(), samples: z.array(rejectedLine) }),
    })
    .optional(),
  /** The rules it was scanned by; none in the records of older programs. */
  scanRules: z.number().optional(),
  /** Modification time of the file when it was found whole: any other time means that it must be read again. */
  mtimeMs: z.number(),
});

/** A source file that was read to its end and found whole. */
export type Download = z.infer<typeof download>;

/** By source name. */
export type Downloads = Record<string, Download>;

/** META_DIR/downloads.json: which files are whole. Unreadable state is no state: everything is fetched again. */
export interface DownloadState {
  read(): Promise<Downloads>;
  /** Records one file; the others stay as they are. Calls are written one after the other. */
  record(name: string, file: Download): Promise<void>;
  /** The file is not whole after all. */
  forget(name: string): Promise<void>;
}

/** Whether the file was scanned by the rules of this program. */
export function isScanned({ scanRules }: Download): boolean {
  return scanRules === SCAN_RULES;
}

/** Files in DOWNLOAD_DIR are recorded by their place in it, so that it can be moved; older records have whole paths. */
export function createDownloadState({ meta, downloads }: Pick<Folders, 'meta' | 'downloads'>): DownloadState {
  const path = join(meta, 'downloads.json');
  let writes: Promise<void> = Promise.resolve();

  async function read(): Promise<Downloads> {
    const parsed = z.record(z.string(), download).safeParse(await readJson(path));
    const files = parsed.success ? Object.entries(parsed.data) : [];
    return Object.fromEntries(files.map(([name, file]) => [name, { ...file, path: resolve(downloads, file.path) }]));
  }

  async function write(files: Downloads): Promise<void> {
    const placed = Object.entries(files).map(([name, file]) => [
      name,
      { ...file, path: placeIn(downloads, file.path) },
    ]);
    await replaceJson(path, Object.fromEntries(placed));
  }

  function change(by: (files: Downloads) => Downloads): Promise<void> {
    const written = writes.then(async () => write(by(await read())));
    writes = written.catch(() => undefined);
    return written;
  }

  return {
    read,
    record: (name, file) => change((files) => ({ ...files, [name]: file })),
    forget: (name) => change((files) => Object.fromEntries(Object.entries(files).filter(([other]) => other !== name))),
  };
}

function placeIn(folder: string, path: string): string {
  const relativePath = relative(folder, path);
  return relativePath.startsWith('..') || isAbsolute(relativePath) ? path : relativePath;
}

/** Whether the file is there as it was when it was found whole. */
export async function isAsRecorded(file: Download): Promise<boolean> {
  try {
    const { size, mtimeMs } = await stat(file.path);
    return size === file.bytes && mtimeMs === file.mtimeMs;
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}
