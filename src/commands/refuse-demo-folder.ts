import type { Config } from '../config.ts';
import { isDemoFolder } from '../demo/stamp.ts';
import { UsageError } from '../errors.ts';
import { IMDB_BASE_URL } from '../settings.ts';

/**
 * Keeps IMDb's files out of the folder of a demo, whose builds they would replace.
 * @throws UsageError that names the folder, and what to do for the demo or for the real data.
 */
export function refuseDemoFolder({ folders, ingest }: Config): void {
  if (ingest.baseUrl !== IMDB_BASE_URL || !isDemoFolder(folders)) return;
  throw new UsageError(
    `${folders.meta} is the folder of a demo, whose films those of IMDb would replace: \`npm run demo\` serves it and ` +
      'brings it up to date. For the data of IMDb set DATA_DIR to another folder.',
  );
}
