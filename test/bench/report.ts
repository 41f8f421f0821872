import { findTargets } from './goals/find-targets.ts';
import { ingestTargets } from './goals/ingest-targets.ts';
import { markdownTable, mebibytes, textOf } from './markdown.ts';
import { readTargets } from './goals/read-targets.ts';
import { paceText } from './load/reads.ts';
import type { ReadRow } from './load/reads.ts';
import type { IngestRow, Results } from './results.ts';
import { servingTargets } from './goals/serving-targets.ts';
import { verdictOf } from './goals/targets.ts';
import type { Target } from './goals/targets.ts';

type Row = Record<string, string | number>;

/** The results as Markdown: what is aimed at first, then what was measured. */
export function report(results: Results): string {
  const { machine, versions, scale, date } = results;
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const parts = [
    `# Benchmark at scale ${scale}, ${date.slice(0, 10)}`,
    `${machine.cpu}, ${machine.cores} cores, ${Math.round(mebibytes(machine.memoryBytes) / 1024)} GiB; ${named.join(', ')}.`,
    ...section('Goals', targetsOf(results).map(targetRow)),
    ...section('Reads', results.reads.map(readRow)),
    ...section('Ingest', results.ingests.map(ingestRow)),
    ...section(
      'Steps of the whole ingest',
      results.steps.map(({ name, seconds }) => ({ step: name, s: seconds })),
    ),
    ...section(
      'The build',
      results.files.map(({ name, bytes }) => ({ file: name, MiB: mebibytes(bytes) })),
    ),
    ...section(
      'Other figures',
      Object.entries(results.figures).map(([figure, value]) => ({ figure, value })),
    ),
    ...results.notes,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What the results are held to, as far as they have figures for it. */
export function targetsOf(results: Results): Target[] {
  return [
    ...readTargets(results.reads),
    ...ingestTargets(results.ingests),
    ...servingTargets(results),
    ...findTargets(results.reads),
  ];
}

function section(title: string, rows: readonly Row[]): string[] {
  return rows.length === 0 ? [] : [`## ${title}`, markdownTable(rows)];
}

function targetRow(target: Target): Row {
  const { figure, value, floor, goal, unit } = target;
  const written = (number: number): string => `${textOf(number)}${unit}`;
  return { figure, measured: written(value), floor: written(floor), goal: written(goal), reached: verdictOf(target) };
}

/** A failed request makes its row loud. */
export function readRow(row: ReadRow): Row {
  return {
    server: row.name,
    caches: row.caches,
    workload: row.workload,
    ids: row.distribution,
    load: paceText(row),
    'req/s': row.perSecond,
    'p50 ms': row.p50Ms,
    'p95 ms': row.p95Ms,
    'p99 ms': row.p99Ms,
    'CPU ms/req': row.cpuMsPerRequest,
    MiB: mebibytes(row.memoryBytes),
    'answer KiB': row.answerBytes / 1024,
    'load CPU': row.loadCpu,
    failed: row.failures === 0 ? '0' : `**${row.failures}**: ${row.failure ?? ''}`,
  };
}

/** For the terminal, while it goes on. */
export function readLine(row: ReadRow): string {
  return Object.entries(readRow(row))
    .map(([name, value]) => (typeof value === 'number' ? `${name} ${textOf(value)}` : value))
    .join('  ');
}

function ingestRow({ name, seconds, cpuSeconds, peakBytes, writtenBytes, sizeBytes }: IngestRow): Row {
  return {
    what: name,
    s: seconds,
    'CPU s': cpuSeconds,
    'peak MiB': mebibytes(peakBytes),
    'written MiB': mebibytes(writtenBytes),
    'on disk MiB': sizeBytes === undefined ? '' : textOf(mebibytes(sizeBytes)),
  };
}
