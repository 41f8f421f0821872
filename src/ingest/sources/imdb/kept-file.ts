import { sourceFile } from '../../../dataset/sources/imdb.ts';
import type { Source } from '../../../dataset/sources/imdb.ts';
import type { Logger } from '../../../process/logger.ts';
import { isAsRecorded, isScanned, SCAN_RULES } from './download-state.ts';
import type { Download, DownloadState } from './download-state.ts';
import { reasonOf, Rejected } from '../../outcomes/outcome.ts';
import { scanFile } from './scan-file.ts';

interface KeptFileOptions {
  state: DownloadState;
  signal?: AbortSignal | undefined;
}

/**
 * The file that is recorded as whole, if it is there as it was; scanned once more where an older program had found it
 * whole, which looked for less.
 * @throws Rejected where that finds what refuses it.
 */
export async function keptFile(source: Source, { state, signal }: KeptFileOptions): Promise<Download | undefined> {
  const known = (await state.read())[source.name];
  if (known === undefined || !(await isAsRecorded(known))) return undefined;
  if (isScanned(known)) return known;
  const file: Download = { ...known, ...(await scanFile(known.path, { source, signal })), scanRules: SCAN_RULES };
  await state.record(source.name, file);
  return file;
}

/** As keptFile, but a file that does not do by today's rules is none. */
export async function usableFile(
  source: Source,
  options: KeptFileOptions & { log: Logger },
): Promise<Download | undefined> {
  try {
    return await keptFile(source, options);
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    options.log.warn({ event: 'download doubted', file: sourceFile(source.name), reason: reasonOf(error) });
    return undefined;
  }
}
