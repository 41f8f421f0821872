import { expect, test } from 'vitest';

import { runJobs } from '../../src/ingest/build/run-jobs.ts';
import type { Job } from '../../src/ingest/build/run-jobs.ts';

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

test('runJobs names jobs that wait for what is not there', async () => {
  const { jobs } = jobsOf({ a: ['nobody'] });
  await expect(runJobs(jobs, { atOnce: 2 })).rejects.toThrow('a');
});
