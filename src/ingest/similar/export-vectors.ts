import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { pipeline } from 'node:stream/promises';

import { filesOfTable } from '../../dataset/builds/manifest.ts';
import type { Manifest } from '../../dataset/builds/manifest.ts';
import { denseVector, namedFeatures } from '../../dataset/similarity/dense-vector.ts';
import type { TitleVector } from '../../dataset/similarity/title-vector.ts';
import { comparedCredits, comparedTitles } from '../../dataset/tables/similar-tables.ts';
import { formatConst } from '../../dataset/words/consts.ts';
import { literal, parquetOf } from '../../duckdb/literal.ts';
import { openInstance } from '../../duckdb/open-instance.ts';
import { titleVectors } from './title-vectors.ts';

/** The tables that vectors are made of. */
const TABLES = ['title_cards', 'principals', 'crew', 'names', 'feature_counts'];

/** The lists are texts in the lines that DuckDB makes Parquet of. */
const COLUMNS = `tconst, isAdult, family, startYear, fame, string_split(features, ' ') AS features,
  string_split(weights, ' ')::FLOAT[] AS weights, string_split(vector, ' ')::FLOAT[] AS vector`;
const TYPES = `{ 'tconst': 'VARCHAR', 'isAdult': 'BOOLEAN', 'family': 'VARCHAR', 'startYear': 'INTEGER', 'fame': 'FLOAT',
  'features': 'VARCHAR', 'weights': 'VARCHAR', 'vector': 'VARCHAR' }`;

export interface ExportVectorsOptions {
  /** Of the build. */
  folder: string;
  manifest: Pick<Manifest, 'tables'>;
  /** The Parquet file to write. */
  path: string;
  /** The votes that a title needs. */
  minVotes: number;
  memoryLimit: string;
}

/**
 * Writes what titles of a build are compared by as Parquet, a row for each title. Answers with their number.
 * @throws Error where the build has no such tables, or the file cannot be written.
 */
export async function exportVectors({
  folder,
  manifest,
  path,
  minVotes,
  memoryLimit,
}: ExportVectorsOptions): Promise<number> {
  const [lines, making] = [`${path}.lines.tmp`, `${path}.tmp`];
  const instance = await openInstance({
    memoryLimit,
    threads: availableParallelism(),
    folders: [folder],
    files: [lines, making],
    spill: null,
  });
  const connections = [await instance.connect(), await instance.connect(), await instance.connect()] as const;
  try {
    for (const name of TABLES) {
      const table = manifest.tables.find((one) => one.name === name);
      if (table === undefined) throw new Error(`the build has no table ${name}: the next ingest makes one`);
      const files = filesOfTable(table).map(({ file }) => file);
      await connections[0].run(`CREATE VIEW ${name} AS SELECT * FROM ${parquetOf(folder, files)}`);
    }
    // DuckDB writes over what a killed run has left by a file of another name, which it may not make.
    await rm(making, { force: true });
    let count = 0;
    const vectors = titleVectors(connections, {
      counts: 'SELECT kind, feature, person, titles FROM feature_counts',
      titles: comparedTitles(minVotes),
      credits: comparedCredits(minVotes),
    });
    await pipeline(
      vectors,
      async function* (all: AsyncIterable<TitleVector>) {
        for await (const vector of all) {
          count += 1;
          yield lineOf(vector);
        }
      },
      createWriteStream(lines),
    );
    await connections[0]
      .run(`COPY (SELECT ${COLUMNS} FROM read_csv(${literal(lines)}, header = false, auto_detect = false,
      delim = '\t', quote = '', escape = '', columns = ${TYPES})) TO ${literal(making)} (FORMAT parquet, COMPRESSION zstd)`);
    await rename(making, path);
    return count;
  } finally {
    for (const connection of connections) connection.closeSync();
    instance.closeSync();
    for (const left of [lines, making]) await rm(left, { force: true });
  }
}

function lineOf(vector: TitleVector): string {
  const features = namedFeatures(vector);
  const { id, isAdult, family, startYear, fame } = vector;
  return `${[
    formatConst('tt', id),
    isAdult,
    family,
    startYear === null || startYear < 0 ? '' : startYear,
    fame,
    features.map(([name]) => name).join(' '),
    features.map(([, weight]) => Math.fround(weight)).join(' '),
    denseVector(features).join(' '),
  ].join('\t')}\n`;
}
