import type { Config } from '../../config.ts';
import { DIALECTS } from '../../export/dialects/dialects.ts';
import type { DialectName } from '../../export/dialects/dialect.ts';
import { schemaFile } from '../../export/dialects/schema-file.ts';
import type { Engine } from '../../export/engines/engine.ts';
import { openEngine } from '../../export/load/open-engine.ts';
import { ExportFailed } from '../../export/export-failed.ts';
import type { Dangling } from '../../export/load/dangling-report.ts';
import { SILENT_EXPORT } from '../../export/load/export-outcome.ts';
import type { ExportOutcome, ExportProgress } from '../../export/load/export-outcome.ts';
import { EVERY_EXPORT_TABLE, isTmdbTable } from '../../export/shape/every-table.ts';
import { tmdbSentences } from '../../export/files/tmdb-notice.ts';
import type { ExportedTmdb } from '../../export/source/tmdb-data.ts';
import { shownTarget } from '../../export/targets/target.ts';
import type { Target } from '../../export/targets/target.ts';
import { openAuditLog } from '../../service/administration/audit-log.ts';
import { exportTargets } from '../../service/exports/requested-exports.ts';
import { runExport } from '../../service/exports/run-export.ts';
import { readCurrent } from '../../storage/builds/builds.ts';
import { COMMAND_LINE } from '../console/command-line-name.ts';
import { withCommandLog } from '../console/command-log.ts';
import { createProgressBars } from '../console/progress-bars.ts';
import type { Verdict } from './builds.ts';
import { selectionOf } from './export-flags.ts';
import type { ExportFlags } from './export-flags.ts';
import { withBuild } from './with-build.ts';

const BUSY = 75;

/** `marquee export`: a line for each target, one after the other. */
export async function exportToTargets(
  config: Config,
  { flags, signal }: { flags: ExportFlags; signal: AbortSignal },
): Promise<Verdict> {
  const targets = exportTargets(config, flags.to);
  const selection = selectionOf(flags, config);
  return withBuild(config, async (log) => {
    const audit = openAuditLog({ folder: config.folders.meta, log });
    const ended: ExportOutcome[] = [];
    for (const target of targets) {
      const request = {
        selection,
        danglingReport: flags.dropDangling,
        replace: flags.replace,
        foreignKeys: flags.foreignKeys,
        parallel: flags.parallel,
      };
      const progress = process.stderr.isTTY ? exportBars() : SILENT_EXPORT;
      ended.push(await runExport(config, { target, request, log, audit, progress, signal, startedBy: COMMAND_LINE }));
    }
    return { line: ended.map(sentence).join('\n'), exitCode: Math.max(...ended.map(exitCodeOf)) };
  });
}

function sentence(outcome: ExportOutcome): string {
  switch (outcome.status) {
    case 'exported': {
      const { tables, unchanged, dropped, parts, resumedParts, compared, withoutNul, dangling, target, buildId } =
        outcome;
      const before = resumedParts === 0 ? '' : `; ${resumedParts} of ${parts} parts were there from the last try`;
      const same = unchanged.length === 0 ? '' : `; not changed: ${unchanged.join(', ')}`;
      const names = dropped.join(', ');
      const gone = names === '' ? '' : `; TMDB's data was not asked for, dropped: ${names}`;
      const nul = withoutNul === 0 ? '' : `; ${withoutNul} texts lost the sign NUL, which no text can hold there`;
      if (tables.length === 0) {
        return `dropped: ${names} at ${target}, because TMDB's data was not asked for${same}${danglingWords(dangling)}`;
      }
      const rows = tables.reduce((sum, table) => sum + table.rows, 0).toLocaleString('en');
      const count = tables.length === 1 ? '1 table' : `${tables.length} tables`;
      return `exported: build ${buildId}, ${count} with ${rows} rows, to ${target}; ${compared} rows read back and compared${before}${same}${gone}${danglingWords(dangling)}${nul}${tmdbWords(outcome)}`;
    }
    case 'unchanged':
      return `unchanged: ${outcome.target} has all of build ${outcome.buildId} already${danglingWords(outcome.dangling)}${tmdbWords(outcome)}`;
    case 'cancelled':
      return `cancelled: ${outcome.target} is as it was; the next export goes on from what is loaded`;
    case 'busy':
    case 'failed':
      return `${outcome.status}: ${outcome.reason}`;
  }
}

/** Ends a line with the rows that were left out. */
export function danglingWords(dangling: Dangling | undefined): string {
  if (dangling === undefined) return '';
  const { rows, report } = dangling;
  return `; ${rows.toLocaleString('en')} dangling rows left out${report === undefined ? '' : `, listed in ${report}`}`;
}

/** The lines about the data of TMDB in an export. */
export function tmdbWords({ tmdb }: { tmdb?: ExportedTmdb | undefined }): string {
  if (tmdb === undefined) return '';
  return tmdbSentences(tmdb)
    .map((line) => `\nwarning: ${line}`)
    .join('');
}

export function exitCodeOf({ status }: Pick<ExportOutcome, 'status'>): number {
  if (status === 'exported' || status === 'unchanged') return 0;
  return status === 'busy' ? BUSY : 1;
}

/** One bar of all rows. */
function exportBars(): ExportProgress {
  const bars = createProgressBars({ lines: true });
  let bar: ReturnType<typeof bars.begin> | undefined;
  let left = 0;
  return {
    begin({ rows, tables }) {
      left = tables;
      bar = bars.begin('rows', { total: rows, unit: 'rows' });
    },
    loaded: (_, rows) => bar?.advance(rows),
    finished(table) {
      bars.done(`${table} is loaded and indexed`);
      left -= 1;
      if (left > 0) return;
      bar?.done();
      bars.stop();
    },
  };
}

/** `marquee export test`. */
export async function testTargets(config: Config, { to }: ExportFlags): Promise<Verdict> {
  return withEngines(config, to, async (engine, target) => {
    const exported = await engine.exported();
    const [first] = exported;
    const there = first === undefined ? 'nothing exported yet' : `${exported.length} tables of build ${first.buildId}`;
    return `${shownTarget(target)}: ${engine.version}, ${there}`;
  });
}

/** `marquee export counts`. */
export async function countExported(config: Config, { to }: ExportFlags): Promise<Verdict> {
  const manifest = await readCurrent(config.folders);
  return withEngines(config, to, async (engine, target) => {
    const counts = await engine.counts(EVERY_EXPORT_TABLE, 'served');
    const shown = EVERY_EXPORT_TABLE.filter(({ name }) => !isTmdbTable(name) || counts.get(name) !== null);
    const lines = shown.map(({ name, from }) => {
      const there = counts.get(name);
      const build = manifest?.tables.find((table) => table.name === from)?.rows;
      return `  ${name.padEnd(23)} ${(there === null ? 'not there' : String(there)).padStart(12)}  of ${build ?? '?'}`;
    });
    return [shownTarget(target), ...lines].join('\n');
  });
}

/** `marquee export truncate`. It stands in the audit log. */
export async function emptyTargets(config: Config, { to }: ExportFlags): Promise<Verdict> {
  return withCommandLog(config, (log) => {
    const audit = openAuditLog({ folder: config.folders.meta, log });
    return withEngines(config, to, async (engine, target) => {
      const where = shownTarget(target);
      const ours = new Set((await engine.exported()).map(({ name }) => name));
      const tables = EVERY_EXPORT_TABLE.filter(({ name }) => ours.has(name));
      if (tables.length === 0) return `${where}: there is nothing that an export has made`;
      await engine.truncate(tables);
      const names = tables.map(({ name }) => name);
      const given = JSON.stringify({ target: where, tables: names });
      await audit.write({ who: COMMAND_LINE, action: 'emptyExport', arguments: given, outcome: 'EMPTIED' });
      return `emptied: ${names.join(', ')} at ${where}`;
    });
  });
}

/** `marquee export schema`. */
export function printSchema(dialect: DialectName, options: { tmdb?: boolean } = {}): string {
  return schemaFile(DIALECTS[dialect], options);
}

async function withEngines(
  config: Config,
  to: string | undefined,
  work: (engine: Engine, target: Target) => Promise<string>,
): Promise<Verdict> {
  const lines: string[] = [];
  let exitCode = 0;
  for (const target of exportTargets(config, to)) {
    try {
      const engine = await openEngine(target, { sessions: 1 });
      try {
        lines.push(await work(engine, target));
      } finally {
        await engine.close();
      }
    } catch (error) {
      if (!(error instanceof ExportFailed)) throw error;
      lines.push(`failed: ${error.message}`);
      exitCode = 1;
    }
  }
  return { line: lines.join('\n'), exitCode };
}
