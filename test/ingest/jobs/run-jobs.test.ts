import { expect, test } from 'vitest';

import { runJobs } from '../../../src/ingest/jobs/run-jobs.ts';
import type { Job } from '../../../src/ingest/jobs/run-jobs.ts';

const settle = () => new Promise((resolve) => setImmediate(resolve));

/** Jobs that wait until they are told to end. */
function jobsOf(plan: Record<string, readonly string[]>) {
  const begun: string[] = [];
  const ends = new Map<string, PromiseWithResolvers<void>>();
  const jobs = Object.entries(plan).map(([name, after]): Job => {
    const end = Promise.withResolvers<void>();
    ends.set(name, end);
    return {
      name,
      after,
      run: () => {
        begun.push(name);
        return end.promise;
      },
    };
  });
  return {
    jobs,
    begun,
    end: async (name: string): Promise<void> => {
      ends.get(name)?.resolve();
      await settle();
    },
    fail: async (name: string, error: Error): Promise<void> => {
      ends.get(name)?.reject(error);
      await settle();
    },
  };
}

test('runJobs begins a job when those before it are done, the first in the list first, some at a time', async () => {
  const { jobs, begun, end } = jobsOf({ a: [], b: ['a'], c: [], d: ['c'], e: ['b', 'd'] });
  const done = runJobs(jobs, { atOnce: 2 });
  expect(begun).toEqual(['a', 'c']);
  await end('c');
  expect(begun).toEqual(['a', 'c', 'd']);
  await end('a');
  expect(begun).toEqual(['a', 'c', 'd', 'b']);
  await end('d');
  expect(begun).toHaveLength(4);
  await end('b');
  await end('e');
  await done;
  expect(begun).toEqual(['a', 'c', 'd', 'b', 'e']);
});

test('runJobs begins none after one has failed, and waits for the one beside it', async () => {
  const { jobs, begun, end, fail } = jobsOf({ a: [], b: [], c: [] });
  let ended = false;
  const done = runJobs(jobs, { atOnce: 2 }).finally(() => {
    ended = true;
  });
  const outcome = expect(done).rejects.toThrow('broken');
  await fail('a', new Error('broken'));
  expect(ended).toBe(false);
  await end('b');
  await outcome;
  expect(begun).toEqual(['a', 'b']);
});

test('runJobs runs a job again, alone, that may have failed because of the one beside it', async () => {
  const begun: string[] = [];
  const other = Promise.withResolvers<void>();
  let failures = 0;
  const jobs: Job[] = [
    { name: 'a', after: [], run: () => (begun.push('a'), other.promise) },
    {
      name: 'b',
      after: [],
      run: async () => {
        begun.push('b');
        if ((failures += 1) < 2) throw new Error('too little memory');
        await settle();
        begun.push('b done');
      },
    },
    { name: 'c', after: [], run: async () => void begun.push('c') },
  ];
  const done = runJobs(jobs, { atOnce: 2, mayDoAlone: (error) => String(error).includes('memory') });
  await settle();
  expect(begun).toEqual(['a', 'b']);
  other.resolve();
  await done;
  expect(begun).toEqual(['a', 'b', 'b', 'b done', 'c']);
});

test('runJobs gives up a job that fails alone', async () => {
  let runs = 0;
  const run = (): Promise<void> => {
    runs += 1;
    return Promise.reject(new Error('too little memory'));
  };
  const done = runJobs([{ name: 'a', after: [], run }], { atOnce: 2, mayDoAlone: () => true });
  await expect(done).rejects.toThrow('memory');
  expect(runs).toBe(2);
});

test('runJobs names jobs that wait for what is not there', async () => {
  const { jobs } = jobsOf({ a: ['nobody'] });
  await expect(runJobs(jobs, { atOnce: 2 })).rejects.toThrow('a');
});
