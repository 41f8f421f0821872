import { accessSync, constants } from 'node:fs';
import { mkdir } from 'node:fs/promises';

import type { Config } from '../../config.ts';
import { UsageError } from '../../errors.ts';
import { isDiskError } from '../../process/log-files.ts';

/**
 * Creates missing folders, and checks that all are writable.
 * @throws UsageError that names the folder, its setting and the user.
 */
export async function makeFolders({ folders, logFiles }: Config): Promise<void> {
  const named = {
    DOWNLOAD_DIR: folders.downloads,
    PARQUET_DIR: folders.builds,
    META_DIR: folders.meta,
    TMP_DIR: folders.tmp,
    ...(logFiles === undefined ? {} : { LOG_DIR: logFiles.folder }),
  };
  const problems: string[] = [];
  for (const [setting, folder] of Object.entries(named)) {
    try {
      await mkdir(folder, { recursive: true });
      accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
    } catch (error) {
      // An unwritable log does not prevent the start.
      if (setting === 'LOG_DIR' && isDiskError(error)) continue;
      problems.push(
        `  ${setting} ${folder}: ${error instanceof Error ? error.message.split(',', 1)[0] : String(error)}`,
      );
    }
  }
  if (problems.length === 0) return;
  const user = process.getuid === undefined ? '' : ` (running as user ${process.getuid()})`;
  throw new UsageError([`These folders cannot be written${user}:`, ...problems].join('\n'));
}
