import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import { newFolder } from './folders.ts';

/** A folder on a disk of its own of that size and for so many files, or undefined where mounting is not allowed. */
export function mountDisk(kibibytes: number, { files = 1000 } = {}): string | undefined {
  const folder = join(newFolder('disk'), 'mounted');
  mkdirSync(folder);
  const mounted = spawnSync('mount', [
    '-t',
    'tmpfs',
    '-o',
    `size=${kibibytes}k,nr_inodes=${files + 1}`,
    'tmpfs',
    folder,
  ]);
  if (mounted.status !== 0) {
    if (process.env['REQUIRE_ALL'] === '1') throw new Error(`mount: ${String(mounted.stderr)}`);
    console.log('skipped: mounting a small disk is not allowed here');
    return undefined;
  }
  onTestFinished(() => void spawnSync('umount', ['--lazy', folder]));
  return folder;
}
