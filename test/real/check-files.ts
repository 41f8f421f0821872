import { join } from 'node:path';

import pMap from 'p-map';

import { sourceFile, SOURCES } from '../../src/dataset/sources/imdb.ts';
import type { Source, SourceName } from '../../src/dataset/sources/imdb.ts';
import type { Ask } from './ask.ts';
import { FILE_CHECKS, learn } from './files.ts';
import type { FileCheck, Known } from './files.ts';
import { createIdSet } from './id-set.ts';
import { oddityOf, ODDITY_NAMES } from './odd.ts';
import { createSample } from './sample.ts';
import type { SampledLine } from './sample.ts';
import { sourceLines } from './source-lines.ts';

export interface CheckOptions {
  /** The folder with the seven files. */
  folder: string;
  /** Lines of each file that are picked at random, and those of each kind of oddity besides. */
  sample: number;
  odd: number;
  seed: number;
  /** Called for each file that was read to its end. */
  onRead?: (name: SourceName, lines: number) => void;
}

/** What has come of one file. */
export interface FileResult {
  file: string;
  /** Without the header. */
  lines: number;
  rows: number;
  odd: number;
  fields: number;
  /** Rows of which no answer can tell, because they refer to a title that the files do not have. */
  unreachable: number;
  differences: Difference[];
}

/** A field that is answered otherwise than the file says. */
export interface Difference {
  file: string;
  line: number;
  column: string;
  /** Of the cell in the file. */
  text: string;
  expected: unknown;
  answer: unknown;
}

/** The lines of a file that are compared. */
interface Picked {
  source: Source;
  lines: number;
  sampled: SampledLine[];
  odd: number;
}

const AT_ONCE = 8;

/** Compares every field of a sample of each file with what a server answers that has a build of these files. */
export async function checkFiles(ask: Ask, options: CheckOptions): Promise<FileResult[]> {
  const known: Known = { titles: createIdSet(), episodes: createIdSet(), series: createIdSet(), names: createIdSet() };
  const picked: Picked[] = [];
  for (const source of SOURCES) {
    picked.push(await pickLines(source, { ...options, known }));
    options.onRead?.(source.name, picked.at(-1)?.lines ?? 0);
  }
  const results: FileResult[] = [];
  for (const file of picked) results.push(await compareFile(file, { ask, known }));
  return results;
}

async function pickLines(
  source: Source,
  { folder, sample, odd, seed, known }: CheckOptions & { known: Known },
): Promise<Picked> {
  const { name, columns } = source;
  const check: FileCheck = FILE_CHECKS[name];
  const bySeed = createSample(sample, seed);
  const byOddity = new Map(ODDITY_NAMES.map((oddity) => [oddity, createSample(odd, seed)]));
  let count = 0;
  for await (const { first, texts } of sourceLines(join(folder, sourceFile(name)))) {
    for (const [at, text] of texts.entries()) {
      if (first + at === 1 || text === '') continue;
      count += 1;
      const cells = text.split('\t');
      // Such lines are left out, as is one that is not UTF-8.
      if (cells.length !== columns.length || text.includes('\r') || text.includes('\ufffd')) continue;
      const row = Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? '']));
      if (!check.fits(row)) continue;
      if (name === 'title.basics' || name === 'name.basics') learn(known, row);
      const key = cells.slice(0, check.keys).join('\t');
      const line = (): SampledLine => ({ number: first + at, row });
      bySeed.offer(key, line);
      const oddity = oddityOf(cells);
      if (oddity !== undefined) byOddity.get(oddity)?.offer(key, line);
    }
  }
  const random = bySeed.lines();
  const oddLines = [...byOddity.values()].flatMap((lines) => lines.lines());
  const byNumber = new Map([...random, ...oddLines].map((line) => [line.number, line]));
  return {
    source,
    lines: count,
    sampled: [...byNumber.values()],
    odd: new Set(oddLines.map((line) => line.number)).size,
  };
}

async function compareFile(
  { source, lines, sampled, odd }: Picked,
  { ask, known }: { ask: Ask; known: Known },
): Promise<FileResult> {
  const file = sourceFile(source.name);
  const check: FileCheck = FILE_CHECKS[source.name];
  const reachable = sampled.filter(({ row }) => check.isReachable(row, known));
  const differences = await pMap(
    reachable,
    async ({ number, row }) => {
      const answered = await check.answered(row, ask);
      const fields = Object.entries(check.expected(row, known)).map(([column, expected]): Difference => {
        const answer = answered === undefined ? 'no such row' : answered[column];
        return { file, line: number, column, text: row[column] ?? '', expected, answer };
      });
      return fields.filter(({ expected, answer }) => JSON.stringify(expected) !== JSON.stringify(answer));
    },
    { concurrency: AT_ONCE },
  );
  const rows = reachable.length;
  const fields = rows * source.columns.length;
  return { file, lines, odd, rows, fields, unreachable: sampled.length - rows, differences: differences.flat() };
}
