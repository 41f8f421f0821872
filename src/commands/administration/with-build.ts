import type { Config } from '../../config.ts';
import type { Logger } from '../../process/logger.ts';
import { readCurrent } from '../../storage/builds/builds.ts';
import { withCommandLog } from '../console/command-log.ts';
import { makeFolders } from '../console/make-folders.ts';
import type { Verdict } from './builds.ts';
import { noBuildIn } from './no-build.ts';

/** Runs an export of the build that is served. Where there is none nothing is made: no folder, no log, no entry. */
export async function withBuild(config: Config, work: (log: Logger) => Promise<Verdict>): Promise<Verdict> {
  const { folders } = config;
  if ((await readCurrent(folders)) === undefined) {
    return { line: `failed: ${noBuildIn(folders, 'export')}`, exitCode: 1 };
  }
  await makeFolders(config);
  return withCommandLog(config, work);
}
