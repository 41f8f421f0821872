import type { Ask, ReadRow } from './reads.ts';
import type { Results } from './results.ts';
import { markdownTable, mebibytes, textOf } from './markdown.ts';

/** The results as Markdown. */
export function report(results: Results): string {
  const { machine, versions, scale, date } = results;
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const parts = [
    `# Benchmark at scale ${scale}, ${date.slice(0, 10)}`,
    `${machine.cpu}, ${machine.cores} cores, ${Math.round(mebibytes(machine.memoryBytes) / 1024)} GiB; ${named.join(', ')}.`,
    ...section('Reads', results.reads.map(readRow)),
    ...results.notes,
  ];
  return `${parts.join('\n\n')}\n`;
}

function section(title: string, rows: readonly Record<string, string | number>[]): string[] {
  return rows.length === 0 ? [] : [`## ${title}`, markdownTable(rows)];
}

export function paceText({ pace }: Pick<Ask, 'pace'>): string {
  return 'clients' in pace ? `${pace.clients} clients` : `${pace.perSecond}/s`;
}

/** A row of the table of reads. A failed request makes it loud. */
export function readRow(row: ReadRow): Record<string, string | number> {
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
    errors: row.failures === 0 ? '0' : `**${row.failures} FAILED**: ${row.failure ?? ''}`,
  };
}

export function readLine(row: ReadRow): string {
  return Object.values(readRow(row)).map(textOf).join('  ');
}
