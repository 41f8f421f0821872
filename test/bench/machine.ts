import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';
import process from 'node:process';

import { programVersion } from '../../src/process/program-version.ts';
import type { Results } from './results.ts';

/** What it ran on: figures of two machines do not compare, ratios do. */
export function describeMachine(): Pick<Results, 'machine' | 'versions'> {
  return {
    machine: { cpu: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), memoryBytes: totalmem() },
    versions: { marquee: [programVersion(), revision()].join(' ').trim(), node: process.versions.node },
  };
}

function revision(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return '';
  }
}
