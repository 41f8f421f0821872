import type { Manifest } from '../../dataset/builds/manifest.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { UsageError } from '../../errors.ts';
import type { Engine, ExportedTable, LoadPlan, LoadSession } from '../engines/engine.ts';
import { openEngine } from './open-engine.ts';
import { ExportFailed } from '../export-failed.ts';
import type { ExportTable } from '../shape/export-tables.ts';
import { conditionOf, selectedTables } from '../shape/selection.ts';
import type { Selection } from '../shape/selection.ts';
import { TMDB_EXPORT_TABLES } from '../shape/tmdb-export-tables.ts';
import { openSource } from '../source/open-source.ts';
import type { Source } from '../source/open-source.ts';
import { partName, partsOf } from '../source/parts.ts';
import { fileFailure } from '../source/file-failure.ts';
import { refuseDamaged } from '../source/refuse-damaged.ts';
import { refuseUnknownTypes } from '../source/refuse-unknown-types.ts';
import { refuseWithoutTmdb, tmdbOf } from '../source/tmdb-data.ts';
import { shownTarget } from '../targets/target.ts';
import type { Target } from '../targets/target.ts';
import { compareSamples } from './compare-samples.ts';
import { countNuls } from './count-nuls.ts';
import { reportDangling } from './dangling-report.ts';
import type { ExportOutcome, ExportProgress } from './export-outcome.ts';
import { honouredKeys } from './honoured-keys.ts';
import { planOverServed } from './plan-over-served.ts';
import { createPool } from './session-pool.ts';

export interface ExportOptions {
  target: Target;
  folders: Folders;
  manifest: Manifest;
  selection: Selection;
  /** The file that names the rows which `dropDangling` leaves out. */
  danglingReport?: string | undefined;
  /** Whether tables that no export has made are replaced. */
  replace: boolean;
  /** Whether foreign keys are added where the rows honour them. */
  foreignKeys: boolean;
  /** Parts that are loaded at a time. */
  parallel: number;
  memoryLimit: string;
  threads: number;
  progress: ExportProgress;
  signal: AbortSignal;
  /** The time by which rows of TMDB's are too old or not; the present one if it is not given. */
  now?: () => Date;
}

/**
 * Loads the tables of a build into a database beside what is served there, compares them with the build, and puts them
 * in its place at once. What an interrupted run has loaded is kept in the database, and the next run goes on from it.
 */
export async function exportBuild(options: ExportOptions): Promise<ExportOutcome> {
  const { target, manifest, parallel, signal, now = () => new Date() } = options;
  try {
    refuseWithoutTmdb(manifest, { selection: options.selection, now: now() });
    const engine = await openEngine(target, { sessions: parallel });
    try {
      const { folders, memoryLimit, threads } = options;
      const selection = withServedTmdb(options.selection, await engine.exported());
      await refuseDamaged(folders, { manifest, selection, signal });
      const source = await openSource({ folders, manifest, selection, memoryLimit, threads, signal });
      try {
        await refuseUnknownTypes(source, selection);
        return await exportTo(engine, { ...options, selection, source });
      } finally {
        await source.close();
      }
    } finally {
      await engine.close();
    }
  } catch (error) {
    if (signal.aborted) return { status: 'cancelled', buildId: manifest.buildId, target: shownTarget(target) };
    const failure = fileFailure(error, `the rows on their way to ${shownTarget(target)}`);
    // A wrong option of the address, or one whose file is not there, shows when the engine is opened.
    if (!(failure instanceof ExportFailed || failure instanceof UsageError)) throw error;
    const isBusy = failure instanceof ExportFailed && failure.kind === 'BUSY';
    return { status: isBusy ? 'busy' : 'failed', reason: failure.message, target: shownTarget(target) };
  }
}

/** A selection with all tables of TMDB's that the target has: none of them grows old beside those that are renewed. */
function withServedTmdb(selection: Selection, served: readonly ExportedTable[]): Selection {
  const { only, tmdb } = selection;
  if (only === undefined || tmdb !== true) return selection;
  const renewed = TMDB_EXPORT_TABLES.map(({ name }) => name).filter((name) => served.some((one) => one.name === name));
  return { ...selection, only: [...new Set([...only, ...renewed])] };
}

async function exportTo(engine: Engine, options: ExportOptions & { source: Source }): Promise<ExportOutcome> {
  const { source, selection, danglingReport, replace, target, progress } = options;
  const plan = await planOverServed(engine, { source, selection, replace });
  const { buildId, tables, drops, rows, unchanged } = plan;
  const dangling =
    selection.dropDangling === true
      ? await reportDangling(source, { tables: selectedTables(selection), selection, report: danglingReport })
      : undefined;
  const tmdb = tmdbOf(source.manifest, selection);
  const done = { buildId, target: shownTarget(target), unchanged: unchanged.map(({ name }) => name), dangling, tmdb };
  if (tables.length === 0 && drops.length === 0) return { status: 'unchanged', ...done };
  const steps = await engine.begin(plan);
  const withoutNul = engine.dialect.losesNul === true ? await countNuls(source, { tables, selection }) : 0;
  const total = [...rows.values()].reduce((sum, count) => sum + count, 0);
  progress.begin({ rows: total, tables: tables.length });
  const loaded = await loadTables(engine, { ...options, plan, steps });
  await compareCounts(engine, plan);
  const foreignKeys = options.foreignKeys
    ? await honouredKeys(source, { selection, tables: [...tables, ...unchanged] })
    : [];
  // The last moment at which the old tables can stay.
  options.signal.throwIfAborted();
  await engine.swap(plan);
  await engine.addForeignKeys(foreignKeys);
  return {
    status: 'exported',
    ...done,
    tables: tables.map(({ name }) => ({ name, rows: rows.get(name) ?? 0 })),
    dropped: drops.map(({ name }) => name),
    ...loaded,
    withoutNul,
  };
}

/** Loads what is not loaded yet, all tables at a time, in as many sessions as the engine has. */
async function loadTables(
  engine: Engine,
  {
    plan,
    steps,
    source,
    selection,
    folders,
    progress,
    signal,
  }: ExportOptions & { source: Source; plan: LoadPlan; steps: ReadonlySet<string> },
): Promise<{ parts: number; resumedParts: number; compared: number }> {
  const pool = createPool<LoadSession>({ open: () => engine.openSession(source), most: engine.sessions, signal });
  const counted = { parts: 0, resumedParts: 0, compared: 0 };

  async function loadTable(table: ExportTable): Promise<void> {
    const condition = conditionOf(table, selection);
    const parts = await partsOf(source, { table, folders });
    await Promise.all(
      parts.map(async (part) => {
        const step = partName(part);
        counted.parts += 1;
        if (steps.has(step)) {
          counted.resumedParts += 1;
          progress.loaded(table.name, 0);
          return;
        }
        const rows = await pool.use((session) => session.load(part, { condition, step, signal }));
        progress.loaded(table.name, rows);
      }),
    );
    await pool.use(async (session) => {
      const step = `${table.name} indexes`;
      if (!steps.has(step)) await session.finish(table, step);
      const compared = await compareSamples(session, { source, table, selection, dialect: engine.dialect });
      counted.compared += compared;
      progress.finished(table.name);
    });
  }

  try {
    await Promise.all(plan.tables.map(loadTable));
    return counted;
  } finally {
    // Also after the first failure: the others end before their connections do.
    await pool.close();
  }
}

async function compareCounts(engine: Engine, { tables, rows }: LoadPlan): Promise<void> {
  const counts = await engine.counts(tables, 'loading');
  for (const { name } of tables) {
    if (counts.get(name) !== rows.get(name)) {
      const words = `${String(counts.get(name))} rows after the load, and the build ${String(rows.get(name))}`;
      throw new ExportFailed('DIFFERENT', `${name} has ${words}`);
    }
  }
}
