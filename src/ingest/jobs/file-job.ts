import type { IndexName } from '../../dataset/indexes/sorted-table.ts';
import type { TableName } from '../../dataset/tables/table-names.ts';
import type { IndexRecord } from '../../dataset/builds/manifest.ts';
import type { BuildOptions } from './build-options.ts';
import { fileRecord } from './file-record.ts';
import type { Reuse } from './reuse.ts';
import type { Job } from './run-jobs.ts';
import type { WorkConnection, WorkDatabase } from './work-database.ts';

/** What a job works with. */
export interface Parts {
  database: WorkDatabase;
  folder: string;
  options: Pick<
    BuildOptions,
    | 'files'
    | 'folders'
    | 'force'
    | 'log'
    | 'progress'
    | 'isMadeUp'
    | 'earlier'
    | 'keepBuilds'
    | 'similarMinVotes'
    | 'tmdbSimilarity'
    | 'signal'
  > & { threads: number };
  reuse: Reuse;
}

export interface FileJob<T> extends Job {
  /** What the file is, once the job is done. */
  made: () => T;
}

/** The index of a document kind or a sorted table, or the files of search. */
interface Index {
  name: IndexName;
  from: readonly TableName[];
  /** Jobs that have to be done before, besides those of the tables. */
  after?: readonly string[];
  /** Path inside the build's folder. */
  file: string;
  /** Answers with its rows, as the manifest counts them. */
  write: (connection: WorkConnection) => Promise<number>;
}

/** Writes an index, or takes the one of the build before where nothing below it has changed. */
export function indexJob({ name, from, after = [], file, write }: Index, parts: Parts): FileJob<IndexRecord> {
  const { database, folder, options, reuse } = parts;
  return fileJob<IndexRecord>({
    name: `lookup ${name}`,
    after: [...from, ...after],
    async run() {
      const same = reuse.lookup(name);
      if (same !== undefined && (await reuse.take(same, folder))) {
        options.log.info({ event: 'lookup kept', lookup: name, rows: same.rows });
        return same;
      }
      const { rows } = await timed(options, { event: 'lookup written', lookup: name }, async () => ({
        rows: await database.use(write),
      }));
      return { name, rows, ...(await fileRecord(file, { folder, signal: options.signal })) };
    },
  });
}

/** A job that keeps what it has made. */
export function fileJob<T>({ name, after, run }: Omit<Job, 'run'> & { run: () => Promise<T> }): FileJob<T> {
  let result: T | undefined;
  return {
    name,
    after,
    made() {
      if (result === undefined) throw new Error(`${name} is not made`);
      return result;
    },
    async run() {
      result = await run();
    },
  };
}

/** Tells the log and the operator how long a piece of work took. */
export async function timed<T extends { rows: number }>(
  { log, progress }: Pick<BuildOptions, 'log' | 'progress'>,
  fields: { event: string; table?: string; lookup?: string },
  work: () => Promise<T>,
): Promise<T> {
  const started = performance.now();
  const result = await work();
  const durationMs = Math.round(performance.now() - started);
  log.info({ ...fields, rows: result.rows, durationMs });
  const { rows } = result;
  progress.done(`${fields.event}: ${fields.table ?? fields.lookup}, ${rows} rows, ${durationMs / 1000} s`, { rows });
  return result;
}
