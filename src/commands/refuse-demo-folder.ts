import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Config } from '../config.ts';
import { originFolder, STAMP_FILE } from '../demo/stamp.ts';
import { UsageError } from '../errors.ts';
import { IMDB_BASE_URL } from '../settings.ts';

/**
 * Keeps IMDb's files out of the folder of a demo, whose builds they would replace.
 * @throws UsageError that names the folder, and what to do for the demo or for the real data.
 */
export function refuseDemoFolder({ folders, ingest }: Config): void {
  if (ingest.baseUrl !== IMDB_BASE_URL || !existsSync(join(originFolder(folders), STAMP_FILE))) return;
  throw new UsageError(
    `${folders.meta} is the folder of a demo, whose films those of IMDb would replace: \`npm run demo\` serves it and ` +
      'brings it up to date. For the data of IMDb set DATA_DIR to another folder.',
  );
}
