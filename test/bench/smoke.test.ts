import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { DOCUMENT_KINDS } from '../../src/dataset/indexes/document-kinds.ts';
import { newFolder } from '../support/folders.ts';
import type { Results } from './results.ts';

const BENCH = fileURLToPath(new URL('bench.ts', import.meta.url));

test('bench makes data and a build, measures a real server and reports', () => {
  const data = newFolder('bench');
  const json = join(data, 'out.json');
  const flags = [
    '--scale',
    '0.0005',
    '--data',
    data,
    '--json',
    json,
    '--only',
    'reads,documents',
    '--workloads',
    'card',
  ];
  const brief = ['--clients', '4', '--seconds', '0.3', '--warmup-seconds', '0.1'];
  const { status, stdout, stderr } = spawnSync(process.execPath, [BENCH, ...flags, ...brief], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  const { reads, steps, figures } = JSON.parse(readFileSync(json, 'utf8')) as Results;
  expect(new Set(reads.map(({ name, caches }) => `${name} ${caches}`))).toEqual(
    new Set(['marquee index off', 'marquee index on', 'marquee parquet off', 'constant Yoga off']),
  );
  for (const row of reads) {
    expect(row, row.failure).toMatchObject({ workload: 'card', failures: 0 });
    expect(row.requests).toBeGreaterThan(0);
    expect(row.p50Ms).toBeLessThanOrEqual(row.p99Ms);
    expect(row.cpuMsPerRequest).toBeGreaterThan(0);
    expect(row.answerBytes).toBeGreaterThan(100);
  }
  expect(Object.keys(figures)).toEqual(expect.arrayContaining(DOCUMENT_KINDS.map(({ name }) => `${name} document µs`)));
  expect(steps.map(({ name }) => name)).toContain('table written titles');
  expect(stdout).toContain('| marquee index | off | card | uniform | 4 clients |');
  // The build goes, unless --keep.
  expect(existsSync(join(data, 'scale-0.0005', 'data'))).toBe(false);
});
