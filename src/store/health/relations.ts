import type { DuckDBConnection } from '@duckdb/node-api';

import { NEWER_COLUMNS, NEWER_TABLES } from '../../dataset/tables/newer-tables.ts';
import { sortedTableFile, tableFile } from '../../dataset/builds/paths.ts';
import { filesOfTable } from '../../dataset/builds/manifest.ts';
import type { Manifest, TableRecord } from '../../dataset/builds/manifest.ts';
import { SORTED_TABLES } from '../../dataset/indexes/sorted-tables.ts';
import type { SortedTableName } from '../../dataset/indexes/sorted-table.ts';
import { tableInputs, TABLES } from '../../dataset/tables/tables.ts';
import type { Table } from '../../dataset/tables/tables.ts';
import { TMDB_TABLES } from '../../dataset/tables/tmdb-tables.ts';
import type { FileChecks } from './file-checks.ts';
import { parquetOf } from '../../duckdb/literal.ts';
import { damagedData } from './damaged-data.ts';

/**
 * What queries over one build read by name: its tables, and the sorted tables, from their indexes or as views. DuckDB verifies
 * nothing in Parquet, so that a table has no name before its file was checked, and is read no more where the file has
 * changed since. An index that proves to be damaged is gone round: its sorted table becomes a view over tables.
 */
export interface Relations {
  /** What a query reads: what its SQL names, or files of tables. */
  of(reads: string | readonly string[]): ReadRelations;
  /** Grows with each name that comes to mean something else: a query that failed meanwhile may be asked again. */
  generation(): number;
  /** Reads a sorted table from its index, which was attached. */
  useIndex(sortedTable: SortedTableName): Promise<void>;
  hasIndex(sortedTable: SortedTableName): boolean;
  /** The index of a sorted table is damaged. */
  goRound(file: string): void;
  /** Waits until the connection does nothing. */
  settle(): Promise<void>;
}

/** The relations that one query reads. */
export interface ReadRelations {
  /**
   * Makes them readable; undefined where they are.
   * @throws ClientError `DATASET_UNAVAILABLE` where a table among them is damaged.
   */
  ready(): Promise<void> | undefined;
  /** Whether all tables among them are as they were when they were checked. */
  isUnchanged(): boolean;
  /** Whether a file of theirs proves to be damaged, now that something has failed. */
  isDamaged(): Promise<boolean>;
}

export interface RelationsOptions {
  folder: string;
  manifest: Pick<Manifest, 'tables' | 'format'>;
  files: FileChecks;
}

/** A name, and what it is made of. */
interface Relation {
  view: string;
  /** Relations that the view names. */
  over: readonly string[];
  /** The files of a table. */
  files: readonly string[];
}

/** A name where a table stands. */
const NAMED = /\b(?:FROM|JOIN)\s+(\w+)/g;

export function createRelations(
  connection: DuckDBConnection,
  { folder, manifest, files }: RelationsOptions,
): Relations {
  const inBuild = new Map<string, TableRecord>(manifest.tables.map((table) => [table.name, table]));
  const relations = new Map<string, Relation>([
    ...[...TABLES, ...TMDB_TABLES].map((table) => [table.name, tableRelation(table)] as const),
    ...SORTED_TABLES.map(({ name, view, from }) => [name, { view, over: from, files: [] }] as const),
  ]);
  const indexes = new Map<string, SortedTableName>();
  const viewed = new Set<string>();
  let generation = 0;
  /** One after the other, as one connection answers them. */
  let making: Promise<unknown> = Promise.resolve();

  function tableRelation(table: Table): Relation {
    const { name } = table;
    // The build is older than the table: it has what that would be made of.
    const record = inBuild.get(name);
    if (record === undefined && name in NEWER_TABLES) {
      return { view: NEWER_TABLES[name as keyof typeof NEWER_TABLES], over: tableInputs(table), files: [] };
    }
    const read = record === undefined ? [tableFile(name)] : filesOfTable(record).map(({ file }) => file);
    const newer = NEWER_COLUMNS[name];
    const columns = newer !== undefined && manifest.format < newer.format ? `*, ${newer.select}` : '*';
    return { view: `SELECT ${columns} FROM ${parquetOf(folder, read)}`, over: [], files: read };
  }

  function isIndexed(name: string): boolean {
    return indexes.has(sortedTableFile(name));
  }

  /** A relation and all below it, the lowest first. */
  function withThoseBelow(name: string): string[] {
    const relation = relations.get(name);
    if (relation === undefined) return [];
    return isIndexed(name) ? [name] : [...relation.over.flatMap(withThoseBelow), name];
  }

  function filesOf(names: readonly string[]): string[] {
    return names.flatMap((name) => relations.get(name)?.files ?? []);
  }

  function areKnownIntact(read: readonly string[]): boolean {
    return read.every((file) => files.isKnownIntact(file));
  }

  async function check(read: readonly string[]): Promise<void> {
    for (const file of read) {
      const wrong = await files.check(file);
      if (wrong !== undefined) throw damagedData(file, wrong);
    }
  }

  async function isDamaged(read: readonly string[]): Promise<boolean> {
    const wrong = await Promise.all(read.map((file) => files.check(file, { again: true })));
    return wrong.some((reason) => reason !== undefined);
  }

  async function make(names: readonly string[]): Promise<void> {
    await check(filesOf(names));
    const made = making.then(() => nameAll(names));
    making = made.catch(() => undefined);
    await made;
  }

  async function nameAll(names: readonly string[]): Promise<void> {
    for (const name of names) {
      if (viewed.has(name)) continue;
      await connection.run(`CREATE OR REPLACE VIEW ${name} AS ${relations.get(name)?.view ?? ''}`);
      viewed.add(name);
      generation += 1;
    }
  }

  return {
    of(reads) {
      if (typeof reads !== 'string') {
        return {
          ready: () => (areKnownIntact(reads) ? undefined : check(reads)),
          isUnchanged: () => areKnownIntact(reads),
          isDamaged: () => isDamaged(reads),
        };
      }
      // An index may be gone round at any time: what the names stand for is looked up each time.
      const named = [...new Set([...reads.matchAll(NAMED)].map(([, name = '']) => name))];
      const names = (): string[] => [...new Set(named.flatMap(withThoseBelow))];
      return {
        ready() {
          const all = names();
          const isReady = all.every((name) => viewed.has(name)) && areKnownIntact(filesOf(all));
          return isReady ? undefined : make(all);
        },
        isUnchanged: () => areKnownIntact(filesOf(names())),
        isDamaged() {
          const all = names();
          return isDamaged([...filesOf(all), ...all.filter(isIndexed).map(sortedTableFile)]);
        },
      };
    },
    generation: () => generation,
    async useIndex(sortedTable) {
      await connection.run(
        `CREATE OR REPLACE VIEW ${sortedTable} AS SELECT * FROM ${sortedTable}_index.${sortedTable}`,
      );
      indexes.set(sortedTableFile(sortedTable), sortedTable);
      viewed.add(sortedTable);
    },
    hasIndex: isIndexed,
    goRound(file) {
      const sortedTable = indexes.get(file);
      if (sortedTable === undefined) return;
      indexes.delete(file);
      viewed.delete(sortedTable);
      generation += 1;
    },
    settle: async () => void (await making),
  };
}
