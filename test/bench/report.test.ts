import { expect, test } from 'vitest';

import type { ReadRow } from './load/reads.ts';
import { readRow, report, targetsOf } from './report.ts';
import type { Results } from './results.ts';
import { verdictOf } from './goals/targets.ts';

function row(fields: Partial<ReadRow>): ReadRow {
  const asked = { workload: 'nested', distribution: 'uniform', pace: { clients: 16 } } as const;
  const figures = { perSecond: 1000, p50Ms: 4, p95Ms: 8, p99Ms: 10, maxMs: 20, cpuMsPerRequest: 1 };
  const load = { requests: 5000, failures: 0, answerBytes: 1024, drawn: 5000, loadCpu: 0.2, memoryBytes: 2 ** 30 };
  return { name: 'marquee index', target: 'marquee', caches: 'off', ...asked, ...figures, ...load, ...fields };
}

function results(fields: Partial<Results>): Results {
  return {
    date: '2026-11-21T12:00:00Z',
    scale: 0.1,
    machine: { cpu: 'a processor', cores: 2, memoryBytes: 24 * 2 ** 30 },
    versions: { node: '24.0.0' },
    reads: [],
    ingests: [],
    steps: [],
    files: [],
    figures: {},
    notes: [],
    ...fields,
  };
}

function verdict(value: number, more: boolean) {
  const bounds = more ? { floor: 2, goal: 3 } : { floor: 3, goal: 2 };
  return verdictOf({ figure: '', unit: '', value, more, ...bounds });
}

test('a verdict is by floor and goal, whichever direction is better', () => {
  expect([3, 2.9, 1.9].map((value) => verdict(value, true))).toEqual(['goal', 'floor', '**missed**']);
  expect([2, 2.9, 3.1].map((value) => verdict(value, false))).toEqual(['goal', 'floor', '**missed**']);
  expect(verdict(Number.NaN, true)).toBe('**missed**');
});

test('reads are compared with those of the peer under the same load', () => {
  const reads = [
    row({ perSecond: 2500 }),
    row({ name: 'PostGraphile', target: 'postgraphile', pace: { clients: 64 }, perSecond: 1 }),
    row({ name: 'PostGraphile', target: 'postgraphile', p50Ms: 12 }),
    row({ caches: 'on', perSecond: 9000 }),
  ];
  const values = targetsOf(results({ reads })).map(({ figure, value }) => [figure, value]);
  expect(values).toEqual([
    ['nested, uniform, 16 clients, caches off: req/s against PostGraphile', 2.5],
    ['nested, uniform, 16 clients, caches off: p50 of PostGraphile against ours', 3],
    ['nested, uniform, 16 clients, caches off: p99 of PostGraphile against ours', 1],
  ]);
});

test('a target without its peer is left out', () => {
  expect(targetsOf(results({ reads: [row({})] }))).toEqual([]);
});

test('a failed request makes its row loud', () => {
  expect(readRow(row({})).failed).toBe('0');
  expect(readRow(row({ failures: 2, failure: 'title is null' })).failed).toBe('**2**: title is null');
});

test('the report has the goals, the rows and the notes', () => {
  const cost = { cpuSeconds: 90, peakBytes: 6 * 2 ** 30, writtenBytes: 0 };
  const ingests = [
    { name: 'whole ingest', seconds: 60, ...cost },
    { name: 'zcat of the seven files', seconds: 5, ...cost },
  ];
  const text = report(results({ reads: [row({})], ingests, notes: ['imdb-sqlite is skipped'] }));
  expect(text).toContain('# Benchmark at scale 0.1, 2026-11-21\n\na processor, 2 cores, 24 GiB; node 24.0.0.');
  expect(text).toContain('| whole ingest against zcat | 12 times | 9 times | 6 times | **missed** |');
  expect(text).toContain('| marquee index | off | nested | uniform | 16 clients | 1,000 | 4 | 8 | 10 |');
  expect(text).toContain('\n\nimdb-sqlite is skipped\n');
});
