import type { Manifest, RejectedLine, TableRecord } from './manifest.ts';
import type { SourceName } from '../sources/imdb.ts';
import { sourceFile } from '../sources/imdb.ts';
import { TABLES } from '../tables/tables.ts';

/** Number of invalid lines or values that is accepted in any file, however small. */
export const HANDFUL = 20;
/** Share of invalid lines above which a file is refused. */
export const MAX_REJECTED_SHARE = 0.001;
/** Share of invalid values in a column above which a file is refused. */
export const MAX_MISFIT_SHARE = 0.01;
/** Share of the limits above at which the operator is warned. */
const WARNED_SHARE = 0.1;

/** What a build did not take unchanged from a source. */
export interface OddInput {
  source: SourceName;
  /** Number of lines of the file, without the header. */
  lines: number;
  /** Number of lines left out, with the first of them in `samples`. */
  rejected: number;
  samples: readonly RejectedLine[];
  /** Number of values made null, and of values kept as text, by column; `sample` is one of them. */
  nulled: Readonly<Record<string, number>>;
  kept: Readonly<Record<string, number>>;
  sample: TableRecord['sample'];
}

/** What a build did not take unchanged, for each of its sources, including clean ones. */
export function oddInputOf({ sources, tables }: Pick<Manifest, 'sources' | 'tables'>): OddInput[] {
  return sources.map(({ name, rows }) => {
    const tableName = TABLES.find(({ from }) => from === name)?.name;
    return oddInput({ source: name, lines: rows, table: tables.find((table) => table.name === tableName) });
  });
}

export function oddInput({
  source,
  lines,
  table,
}: {
  source: SourceName;
  lines: number;
  table: Pick<TableRecord, 'rejected' | 'nulled' | 'kept' | 'sample'> | undefined;
}): OddInput {
  const { rejected, nulled = {}, kept = {}, sample } = table ?? {};
  return { source, lines, rejected: rejected?.rows ?? 0, samples: rejected?.samples ?? [], nulled, kept, sample };
}

/** The sum of counts by column. */
export function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

/** Whether all of a source was taken unchanged. */
export function isClean({ rejected, nulled, kept }: OddInput): boolean {
  return rejected + sumOf(nulled) + sumOf(kept) === 0;
}

/** Odd input in one line with samples, for the operator. */
export function describeOddInput({ lines, rejected, samples, nulled, kept, sample }: OddInput): string {
  const examples = oneOfEach(samples).map(
    (line) => `${line.line === null ? 'somewhere' : `line ${line.line}`} ${lineText(line)}`,
  );
  const text = examples.length === 0 ? '' : `, for example ${examples.join(', ')}`;
  const parts = [
    rejected === 0 ? '' : `${rejected} of ${lines} lines left out${text}`,
    sumOf(nulled) === 0 ? '' : `${sumOf(nulled)} values made null (${byColumn(nulled)})`,
    sumOf(kept) === 0 ? '' : `${sumOf(kept)} values kept as text (${byColumn(kept)})`,
    sample === undefined ? '' : `for example ${sample.column} ${JSON.stringify(sample.text)}`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** A line that was left out, with the reason. */
export function lineText({ text, reason }: Pick<RejectedLine, 'text' | 'reason'>): string {
  return `${JSON.stringify(text)} (${reason})`;
}

/** The first line of each reason, whatever numbers and ids the reasons name. */
export function oneOfEach<T extends Pick<RejectedLine, 'reason'>>(lines: readonly T[]): T[] {
  const kinds = new Map<string, T>();
  for (const line of lines) {
    const kind = line.reason.replaceAll(/[0-9]+/g, '');
    if (!kinds.has(kind)) kinds.set(kind, line);
  }
  return [...kinds.values()];
}

function byColumn(counts: Readonly<Record<string, number>>): string {
  return Object.entries(counts)
    .map(([column, count]) => `${column} ${count}`)
    .join(', ');
}

/**
 * What the operator must know of the input of a build, one sentence for each file of which a share did not fit. `status`
 * is the command that shows more, in backquotes.
 */
export function inputWarnings(manifest: Pick<Manifest, 'sources' | 'tables'>, status: string): string[] {
  return oddInputOf(manifest).flatMap(({ source, lines, rejected, nulled, kept }) => {
    const misfits = Math.max(0, ...Object.values(nulled), ...Object.values(kept));
    const parts = [
      isMany(rejected, MAX_REJECTED_SHARE * lines) ? `${rejected} of ${lines} lines do not fit and are left out` : '',
      isMany(misfits, MAX_MISFIT_SHARE * lines)
        ? `${sumOf(nulled) + sumOf(kept)} values do not fit and are null or kept as text`
        : '',
    ].filter((part) => part !== '');
    return parts.length === 0 ? [] : [`${sourceFile(source)}: ${parts.join('; ')}, see ${status}`];
  });
}

function isMany(count: number, refused: number): boolean {
  return count > Math.max(HANDFUL / 2, WARNED_SHARE * refused);
}
