import { basename } from 'node:path';

import type { RejectedLine } from '../../../dataset/builds/manifest.ts';
import { HANDFUL, lineText as withReason, MAX_REJECTED_SHARE, oneOfEach } from '../../../dataset/builds/odd-input.ts';
import { Rejected } from '../../outcomes/outcome.ts';
import { MAX_SAMPLE_CHARACTERS, MAX_SAMPLES } from '../../sources/imdb/text-counter.ts';
import { countRejected } from '../parsing/count-misfits.ts';
import { looksLike } from './looks-like.ts';
import { fits, LEFT_OUT, linesOf, lineText } from '../parsing/source-rows.ts';
import type { Reading } from '../parsing/source-rows.ts';
import type { WorkConnection } from '../../jobs/work-database.ts';

/** DuckDB has a handful of them, and one for each number of columns. */
const MOST_REASONS = 20;

/** Lines that were left out, with the first of them as samples, one of each reason among them. */
export interface RejectedLines {
  rows: number;
  samples: RejectedLine[];
  /** A required value that is malformed in one of the samples. */
  malformed?: string | undefined;
}

/** The lines that DuckDB could not part into columns, and those that lack a required value. */
export async function rejectedLines(database: WorkConnection, reading: Reading): Promise<RejectedLines> {
  const { table } = reading;
  // A line with several errors stands in the table several times, and empty lines before it are in its text.
  const unread = `SELECT line, first(error_message) AS reason, ltrim(first(csv_line), chr(10)) AS text,
    NULL AS malformed
    FROM ${table.name}_rejects GROUP BY line`;
  const [count] = await database.rows(`SELECT count(*) AS rows FROM (${unread})`);
  const unfit = await countRejected(database, table);
  const samples = await database.rows(
    `SELECT line, reason, left(text, ${MAX_SAMPLE_CHARACTERS}) AS text, left(malformed, ${MAX_SAMPLE_CHARACTERS}) AS malformed
     FROM (${[unread, ...(unfit === 0 ? [] : [unfitLines(reading)])].join(' UNION ALL ')})
     QUALIFY row_number() OVER (PARTITION BY split_part(reason, chr(10), 1) ORDER BY line, text) <= ${MAX_SAMPLES}
     ORDER BY line, text LIMIT ${MOST_REASONS * MAX_SAMPLES}`,
  );
  return {
    rows: Number(count?.rows) + unfit,
    samples: samples.map(({ line, reason, text }) => ({
      line: line === null ? null : Number(line),
      reason: String(reason).split('\n', 1).join(),
      text: String(text),
    })),
    malformed: samples.map(({ malformed }) => malformed as string | null).find((value) => value !== null) ?? undefined,
  };
}

/** They are few, and mostly none, so that only who has to show some reads the file again. */
function unfitLines(reading: Reading): string {
  const { source, columns } = reading;
  const malformed = columns.flatMap(({ value, required, from }) =>
    required ? [`CASE WHEN (${value}) IS NULL THEN ${from} END`] : [],
  );
  return `SELECT NULL, 'an id or another required value is missing or malformed', ${lineText(source)},
      coalesce(${malformed.join(', ')}, NULL)
    FROM ${linesOf(reading, LEFT_OUT)} WHERE NOT (${fits(columns)})`;
}

/** Lines left out for several reasons: those whose number is known first, and of each reason one. */
export function together(...all: readonly RejectedLines[]): RejectedLines {
  const found = all.flatMap((lines) => lines.samples).toSorted((a, b) => placeOf(a) - placeOf(b));
  const samples = [...new Set([...oneOfEach(found), ...found])].slice(0, MAX_SAMPLES);
  return {
    rows: all.reduce((sum, { rows }) => sum + rows, 0),
    samples: samples.toSorted((a, b) => placeOf(a) - placeOf(b)).slice(0, MAX_SAMPLES),
    malformed: all.find(({ malformed }) => malformed !== undefined)?.malformed,
  };
}

function placeOf({ line }: RejectedLine): number {
  return line ?? Number.MAX_SAFE_INTEGER;
}

/**
 * Refuses a file of which too many lines were left out: it is not what we take it for.
 * @throws Rejected that names the file, with one of the lines and what such a file looks like.
 */
export function refuseTooMany(
  rejected: RejectedLines,
  { rows, path, force }: { rows: number; path: string; force: boolean },
): void {
  const lines = rows + rejected.rows;
  const isFew = rejected.rows <= Math.max(HANDFUL, lines * MAX_REJECTED_SHARE);
  if (rows > 0 && (isFew || force)) return;
  const [sample] = rejected.samples;
  const example = sample === undefined ? '' : `, for example ${withReason(sample)}`;
  const like = rejected.malformed === undefined ? undefined : looksLike(rejected.malformed);
  const advice = rows > 0 ? ' (--force accepts it)' : '';
  throw new Rejected(
    `${basename(path)}: ${rejected.rows} of ${lines} lines do not fit${example}${like === undefined ? '' : `: ${like}`}${advice}`,
  );
}
