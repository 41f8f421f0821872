import type { Config } from '../../config.ts';
import { isDemoFolder } from '../../demo/stamp.ts';
import { UsageError } from '../../errors.ts';
import { IMDB_BASE_URL } from '../../settings.ts';

/**
 * Keeps IMDb's files out of the folder of a demo, whose builds they would replace.
 * @throws UsageError that names the folder, and what to do for the demo or for the real data.
 */
export function refuseDemoFolder(config: Config): void {
  const refusal = demoRefusal(config);
  if (refusal !== undefined) throw new UsageError(refusal);
}

/** Why IMDb's files may not be downloaded to the folder; undefined if they may. */
export function demoRefusal({ folders, ingest }: Config): string | undefined {
  if (ingest.baseUrl !== IMDB_BASE_URL || !isDemoFolder(folders)) return undefined;
  return (
    `${folders.meta} is the folder of a demo, whose films those of IMDb would replace: \`npm run demo\` serves it and ` +
    'brings it up to date. For the data of IMDb set DATA_DIR to another folder.'
  );
}
