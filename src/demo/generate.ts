import { mkdir, open, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SOURCES, sourceFile, type SourceName } from '../dataset/sources/imdb.ts';
import { UsageError } from '../errors.ts';
import { fixedEntityRows } from './fixed/fixed-entities.ts';
import { byteOrder } from './world/id-space.ts';
import { writeNames, writeTitles, type Writers } from './rows/write-tables.ts';
import { shortenedRows } from './fixed/shortened-titles.ts';
import { oddityRows } from './fixed/oddities.ts';
import { writingRows } from './fixed/writings.ts';
import { createPeople } from './world/people.ts';
import { GENERATOR_VERSION, STAMP_FILE, type DemoStamp } from './stamp.ts';
import { openTsv } from './rows/tsv-writer.ts';
import { createWorld } from './world/world.ts';
import type { FixedRows } from './fixed/fixed-rows.ts';

export const SMALLEST_SCALE = 0.0005;
export const LARGEST_SCALE = 1;

export interface DemoOptions {
  /** Folder for the seven files; created if missing. */
  folder: string;
  /** Size relative to IMDb's own files, from 0.0005 to 1: at 1, 12.3 million titles and 98 million principals. */
  scale: number;
  /** A whole number. The same seed and scale give the same bytes. */
  seed: number;
  onProgress?: (progress: DemoProgress) => void;
}

export interface DemoProgress {
  /** Number of titles and names written so far; `total` is that of all. */
  done: number;
  total: number;
}

/**
 * Writes seven files of made-up data in IMDb's format, and `demo.json` beside them. Memory does not grow with the
 * scale. The files are renamed to their names when all of them are complete.
 * @throws UsageError if the scale or the seed is out of range.
 */
export async function generateDemo(options: DemoOptions): Promise<DemoStamp> {
  const { folder, scale, seed } = options;
  if (!(scale >= SMALLEST_SCALE && scale <= LARGEST_SCALE)) {
    throw new UsageError(
      `The scale of the demo data must be from ${SMALLEST_SCALE} to ${LARGEST_SCALE}, not ${scale}.`,
    );
  }
  if (!Number.isSafeInteger(seed))
    throw new UsageError(`The seed of the demo data must be a whole number, not ${seed}.`);
  const world = createWorld({ scale, seed });
  const people = createPeople(world);
  const someone = (nth: number): string => world.names.text(people.indexOf((people.pooled + nth) % people.credited));
  const fixed = mergeFixed([fixedEntityRows(), oddityRows(someone), shortenedRows(), writingRows()]);

  await mkdir(folder, { recursive: true });
  const temporary = (name: SourceName): string => join(folder, `.tmp-${sourceFile(name)}`);
  const writers = Object.fromEntries(
    SOURCES.map(({ name, columns }) => [name, openTsv(temporary(name), columns)]),
  ) as Writers;
  try {
    const total = world.titles.size + world.names.size;
    const report = (done: number): void => options.onProgress?.({ done, total });
    await writeTitles(world, { people, fixed, writers, report });
    await writeNames(world, { people, fixed, writers, report: (done) => report(world.titles.size + done) });
    await Promise.all(SOURCES.map(({ name }) => writers[name].close()));
    report(total);
  } catch (error) {
    for (const { name } of SOURCES) writers[name].abort();
    await Promise.all(SOURCES.map(({ name }) => rm(temporary(name), { force: true, recursive: true })));
    throw error;
  }
  const sizes = await Promise.all(SOURCES.map(async ({ name }) => [name, (await stat(temporary(name))).size] as const));
  const stamp: DemoStamp = {
    scale,
    seed,
    generatorVersion: GENERATOR_VERSION,
    counts: Object.fromEntries(SOURCES.map(({ name }) => [name, writers[name].rows()])) as DemoStamp['counts'],
    bytes: Object.fromEntries(sizes) as DemoStamp['bytes'],
  };
  // The old stamp goes first, so that a folder with some new files does not pass for one of the old data.
  await rm(join(folder, STAMP_FILE), { force: true });
  await Promise.all(SOURCES.map(({ name }) => rename(temporary(name), join(folder, sourceFile(name)))));
  await writeFile(join(folder, `.tmp-${STAMP_FILE}`), `${JSON.stringify(stamp, null, 2)}\n`, { flush: true });
  await rename(join(folder, `.tmp-${STAMP_FILE}`), join(folder, STAMP_FILE));
  await syncFolder(folder);
  return stamp;
}

/** Sorts the fixed rows of each file in the order of the file; rows of one id keep their order. */
function mergeFixed(parts: readonly FixedRows[]): FixedRows {
  const sorted = SOURCES.map(({ name }) => {
    const rows = parts.flatMap((part) => part[name]);
    return [name, rows.sort((a, b) => keyOf(a) - keyOf(b))] as const;
  });
  return Object.fromEntries(sorted) as FixedRows;
}

function keyOf(row: readonly string[]): number {
  return byteOrder(Number(row[0]?.slice(2)));
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
