import type { TableRecord } from '../../../dataset/builds/manifest.ts';
import { describeOddInput, isClean, oddInput, oneOfEach, sumOf } from '../../../dataset/builds/odd-input.ts';
import { sourceFile } from '../../../dataset/sources/imdb.ts';
import type { SourceName } from '../../../dataset/sources/imdb.ts';
import type { BuildOptions } from '../../jobs/build-options.ts';

/** Says of one source what its table did not take as it stands: one warning with counts and samples, or nothing. */
export function reportOddInput(
  table: Pick<TableRecord, 'rows' | 'rejected' | 'nulled' | 'kept' | 'sample'>,
  {
    source,
    log,
    progress,
    isMadeUp = false,
  }: { source: SourceName } & Pick<BuildOptions, 'log' | 'progress' | 'isMadeUp'>,
): void {
  const lines = table.rows + (table.rejected?.rows ?? 0);
  const odd = oddInput({ source, lines, table });
  if (isClean(odd)) return;
  const { rejected, nulled, kept, samples, sample } = odd;
  const file = sourceFile(source);
  const counts = { lines, rejected, nulled: sumOf(nulled), kept: sumOf(kept) };
  const columns = { ...(counts.nulled > 0 && { nulledBy: nulled }), ...(counts.kept > 0 && { keptBy: kept }) };
  const [line, ...others] = oneOfEach(samples);
  const further = others.length > 0 && { further: others };
  const examples = { ...(line && { line }), ...further, ...(sample && { value: sample }) };
  log[isMadeUp ? 'info' : 'warn']({ event: 'odd input', file, ...counts, ...columns, ...examples });
  progress.done(`${file}: ${describeOddInput(odd)}`);
}
