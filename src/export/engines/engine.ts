import type { Dialect } from '../dialects/dialect.ts';
import type { ExportTable, ExportTableName } from '../shape/export-tables.ts';
import type { ExportValue } from '../shape/values.ts';
import type { Part } from '../source/parts.ts';
import type { Source } from '../source/open-source.ts';

/** What one export does, which an engine keeps with what it has loaded so far. */
export interface LoadPlan {
  /** Equal for exports that make the same rows: build, selection, tables and the form of the tables. */
  fingerprint: string;
  buildId: string;
  tables: readonly ExportTable[];
  /** Tables of earlier exports that leave with the swap. */
  drops: readonly ExportTable[];
  /** What each table is made from: equal while its rows are. */
  contents: ReadonlyMap<ExportTableName, string>;
  /** Rows that each table must have. */
  rows: ReadonlyMap<ExportTableName, number>;
  /** Whether tables that others have made are replaced. */
  replace: boolean;
}

/** A table as the last export left it. */
export interface ExportedTable {
  name: string;
  buildId: string;
  /** As in the plan. */
  content: string;
  rows: number;
  /** ISO 8601, UTC. */
  exportedAt: string;
}

/**
 * A database that takes exports. What is being loaded stays apart from what is served, the loading, until `swap` puts
 * it in its place. All failures are `ExportFailed`, in words that name no password.
 */
export interface Engine {
  dialect: Dialect;
  /** Its name and version, `PostgreSQL 15.18`. */
  version: string;
  /** How many sessions load at a time. */
  sessions: number;
  /**
   * Takes the lock of exports and makes the loading, or finds that of the same plan; one of another plan is removed.
   * Answers with the steps that are done.
   * @throws ExportFailed `BUSY` where another export has the lock, and where a table must not be replaced.
   */
  begin(plan: LoadPlan): Promise<ReadonlySet<string>>;
  /** Opens a session that loads from a source. Each is used by one at a time. */
  openSession(source: Source): Promise<LoadSession>;
  /** Rows of the tables, as they are served or as they are loading. Null where there is no such table. */
  counts(
    tables: readonly ExportTable[],
    where: 'served' | 'loading',
  ): Promise<ReadonlyMap<ExportTableName, number | null>>;
  /** Puts the loaded tables in the place of those that are served, and drops what leaves, all at once, with the views. */
  swap(plan: LoadPlan): Promise<void>;
  /** What is served, by the record of the last exports; empty where there was none. */
  exported(): Promise<readonly ExportedTable[]>;
  /** Empties tables that exports have made. They stay an export's: the next one fills them. */
  truncate(tables: readonly ExportTable[]): Promise<void>;
  /** Adds foreign keys to the served tables. */
  addForeignKeys(keys: readonly ForeignKey[]): Promise<void>;
  /** Releases the lock and closes all sessions; what was loaded is kept for the next run. */
  close(): Promise<void>;
}

/** The names of the served tables that a swap replaces or drops. */
export function namesThatLeave({ tables, drops }: LoadPlan): ExportTableName[] {
  return [...tables, ...drops].map(({ name }) => name);
}

export interface ForeignKey {
  table: ExportTable;
  column: string;
  to: ExportTable;
}

export interface LoadSession {
  /** Loads a part of a table and notes that, both or neither. Answers with the number of rows. */
  load(part: Part, options: LoadOptions): Promise<number>;
  /** Makes indexes and comments of a loaded table, and notes that. */
  finish(table: ExportTable, step: string): Promise<void>;
  /** Loaded rows by their keys, in the order of the keys; undefined for one that is not there. */
  rowsByKey(
    table: ExportTable,
    keys: readonly (readonly ExportValue[])[],
  ): Promise<readonly (readonly ExportValue[] | undefined)[]>;
  close(): Promise<void>;
}

export interface LoadOptions {
  /** The condition on the table's rows. */
  condition: string;
  /** The name under which the part is noted. */
  step: string;
  signal: AbortSignal;
}
