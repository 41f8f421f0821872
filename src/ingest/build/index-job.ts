import type { IndexName } from '../../dataset/scans.ts';
import type { TableName } from '../../dataset/tables.ts';
import type { BuildOptions } from './build.ts';
import type { Draft } from './draft.ts';
import type { Reuse } from './reuse.ts';
import type { Job } from './run-jobs.ts';
import type { WorkConnection, WorkDatabase } from './work-database.ts';

/** What a job works with. */
export interface Parts {
  database: WorkDatabase;
  folder: string;
  options: Pick<BuildOptions, 'files' | 'log' | 'progress'>;
  reuse: Reuse;
}

export interface FileJob<T> extends Job {
  /** What the file is, once the job is done. */
  made: () => T;
}

/** The index of a lookup or of a scan. */
interface Index {
  name: IndexName;
  from: readonly TableName[];
  /** Answers with its rows, as the manifest counts them. */
  write: (connection: WorkConnection) => Promise<number>;
}

/** Writes an index, or takes the one of the build before where nothing below it has changed. */
export function indexJob(
  { name, from, write }: Index,
  { database, folder, options, reuse }: Parts,
): FileJob<Draft['lookups'][number]> {
  let rows = 0;
  return {
    name: `lookup ${name}`,
    after: from,
    made: () => ({ name, rows }),
    run: () =>
      database.use(async (connection) => {
        const same = reuse.lookup(name);
        const make = async () => ({ rows: await write(connection) });
        rows = (same ?? (await timed(options, { event: 'lookup written', lookup: name }, make))).rows;
        if (same === undefined) return;
        await reuse.take(same, folder);
        options.log.info({ event: 'lookup kept', lookup: name, rows });
      }),
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
  progress.done(`${fields.event}: ${fields.table ?? fields.lookup}, ${result.rows} rows, ${durationMs / 1000} s`);
  return result;
}
