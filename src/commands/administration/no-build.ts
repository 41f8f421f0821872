import { resolve } from 'node:path';

import { commandOver } from '../../dataset/builds/paths.ts';
import type { Folders } from '../../dataset/builds/paths.ts';
import { DEMO_DIR, isDemoFolder } from '../../demo/stamp.ts';

/** That folders have no build, where they are, and what to do. `command` is one that takes `--data-dir`. */
export function noBuildIn(folders: Folders, command?: string): string {
  return `there is no build yet in ${folders.meta}: ${makesBuild(folders, command)}`;
}

/** What makes a build, and where a demo is, whose data whoever asks may have meant. */
export function makesBuild(folders: Folders, command?: string): string {
  if (isDemoFolder(folders)) return 'run `npm run demo`';
  const isDemoBeside = command !== undefined && isDemoFolder({ meta: resolve(DEMO_DIR) });
  const demo = isDemoBeside ? `; a demo is in ${DEMO_DIR}: \`npx marquee ${command} --data-dir ${DEMO_DIR}\`` : '';
  return `run ${commandOver(folders, 'ingest')}${demo}`;
}
