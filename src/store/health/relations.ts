import { join } from 'node:path';

import type { DuckDBConnection } from '@duckdb/node-api';

import { LATER_COLUMNS, LATER_TABLES } from '../../dataset/tables/later-tables.ts';
import { scanFile, tableFile } from '../../dataset/builds/layout.ts';
import type { Manifest } from '../../dataset/builds/manifest.ts';
import { SCANS } from '../../dataset/indexes/sorted-tables.ts';
import type { ScanName } from '../../dataset/indexes/sorted-table.ts';
import { tableInputs, TABLES } from '../../dataset/tables/tables.ts';
import type { TableName } from '../../dataset/tables/tables.ts';
import type { FileChecks } from './file-checks.ts';
import { literal } from '../../duckdb/literal.ts';
import { damagedData } from './damaged-data.ts';

/**
 * What queries over one build read by name: its tables, and the scans over their indexes or over tables. DuckDB verifies
 * nothing in Parquet, so that a table has no name before its file was checked, and is read no more where the file has
 * changed since. An index that proves to be damaged is gone round: its scan becomes a view over tables.
 */
export interface Relations {
  /** What a query reads. */
  of(sql: string): ReadRelations;
  /** Grows with each name that comes to mean something else: a query that failed meanwhile may be asked again. */
  generation(): number;
  /** Reads a scan from its index, which was attached. */
  useIndex(scan: ScanName): Promise<void>;
  hasIndex(scan: ScanName): boolean;
  /** The index of a scan is damaged. */
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
  /** The file of a table. */
  file?: string;
}

/** A name where a table stands. */
const NAMED = /\b(?:FROM|JOIN)\s+(\w+)/g;

export function createRelations(
  connection: DuckDBConnection,
  { folder, manifest, files }: RelationsOptions,
): Relations {
  const inBuild = new Set<string>(manifest.tables.map(({ name }) => name));
  const relations = new Map<string, Relation>([
    ...TABLES.map((table) => [table.name, tableRelation(table.name)] as const),
    ...SCANS.map(({ name, view, from }) => [name, { view, over: from }] as const),
  ]);
  const indexes = new Map<string, ScanName>();
  const viewed = new Set<string>();
  let generation = 0;
  /** One after the other, as one connection answers them. */
  let making: Promise<unknown> = Promise.resolve();

  function tableRelation(name: string): Relation {
    const table = TABLES.find((one) => one.name === name);
    // The build is older than the table: it has what that would be made of.
    if (table !== undefined && !inBuild.has(name) && name in LATER_TABLES) {
      return { view: LATER_TABLES[name as keyof typeof LATER_TABLES], over: tableInputs(table) };
    }
    const file = tableFile(name);
    const later = LATER_COLUMNS[name as TableName];
    const columns = later !== undefined && manifest.format < later.format ? `*, ${later.select}` : '*';
    return { view: `SELECT ${columns} FROM read_parquet(${literal(join(folder, file))})`, over: [], file };
  }

  function isIndexed(name: string): boolean {
    return indexes.has(scanFile(name));
  }

  /** A relation and all below it, the lowest first. */
  function withThoseBelow(name: string): string[] {
    const relation = relations.get(name);
    if (relation === undefined) return [];
    return isIndexed(name) ? [name] : [...relation.over.flatMap(withThoseBelow), name];
  }

  function filesOf(names: readonly string[]): string[] {
    return names.flatMap((name) => relations.get(name)?.file ?? []);
  }

  function areKnownWhole(names: readonly string[]): boolean {
    return filesOf(names).every((file) => files.isKnownWhole(file));
  }

  async function make(names: readonly string[]): Promise<void> {
    for (const file of filesOf(names)) {
      const wrong = await files.check(file);
      if (wrong !== undefined) throw damagedData(file, wrong);
    }
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
    of(sql) {
      // An index may be gone round at any time: what the names stand for is looked up each time.
      const named = [...new Set([...sql.matchAll(NAMED)].map(([, name = '']) => name))];
      const names = (): string[] => [...new Set(named.flatMap(withThoseBelow))];
      return {
        ready() {
          const all = names();
          const isReady = all.every((name) => viewed.has(name)) && areKnownWhole(all);
          return isReady ? undefined : make(all);
        },
        isUnchanged: () => areKnownWhole(names()),
        async isDamaged() {
          const all = names();
          const read = [...filesOf(all), ...all.filter(isIndexed).map(scanFile)];
          const wrong = await Promise.all(read.map((file) => files.check(file, { again: true })));
          return wrong.some((reason) => reason !== undefined);
        },
      };
    },
    generation: () => generation,
    async useIndex(scan) {
      await connection.run(`CREATE OR REPLACE VIEW ${scan} AS SELECT * FROM ${scan}_index.${scan}`);
      indexes.set(scanFile(scan), scan);
      viewed.add(scan);
    },
    hasIndex: isIndexed,
    goRound(file) {
      const scan = indexes.get(file);
      if (scan === undefined) return;
      indexes.delete(file);
      viewed.delete(scan);
      generation += 1;
    },
    settle: async () => void (await making),
  };
}
