import { readFile } from 'node:fs/promises';

import { createGraphqlClient } from '../load/graphql-client.ts';
import { createSampler } from '../load/key-sampler.ts';
import { WORKLOADS } from '../load/workloads.ts';
import type { Key, PoolName, Target, Workload } from '../load/workloads.ts';

/** Episodes of a series come by season here and in one list there. */
const OTHER_SHAPE = new Set(['series']);
const SAMPLES = 25;

/**
 * Asks both servers for the same ids, so that a comparison is one of equal work. Answers with a sentence for each
 * workload whose answers differ: other values, or the same in another order.
 */
export async function differingAnswers(
  urls: Record<Target, string>,
  pools: Record<PoolName, string>,
): Promise<string[]> {
  const found: string[] = [];
  for (const workload of WORKLOADS.filter(({ name, queries }) => queries.postgraphile && !OTHER_SHAPE.has(name))) {
    const pool = JSON.parse(await readFile(pools[workload.pool], 'utf8')) as Key[];
    const draw = createSampler(pool.length, { distribution: 'uniform', seed: 2, skip: 0 });
    for (let sample = 0; sample < SAMPLES; sample += 1) {
      const keys = Array.from({ length: workload.keys }, () => pool[draw()] ?? 0).toSorted(
        (a, b) => Number(a) - Number(b),
      );
      const ours = await answer(workload, { target: 'marquee', url: urls.marquee, keys });
      const theirs = await answer(workload, { target: 'postgraphile', url: urls.postgraphile, keys });
      const place = ours.findIndex((value, nth) => value !== theirs[nth]);
      if (place === -1 && ours.length === theirs.length) continue;
      const near = [ours, theirs].map((values) => values.slice(Math.max(0, place - 3), place + 4).join(' '));
      found.push(`${workload.name} of ${keys.join()} differs from PostGraphile's: ${near.join(' / ')}`);
      break;
    }
  }
  return found;
}

/** The values of an answer in their order: the queries of both name the same fields in the same order. */
async function answer(
  { queries }: Workload,
  { target, url, keys }: { target: Target; url: string; keys: readonly Key[] },
): Promise<string[]> {
  const query = queries[target];
  if (query === undefined) return [];
  const client = createGraphqlClient(url, { query, connections: 1 });
  try {
    const { data } = await client.ask(query.variables(keys));
    return leavesOf(data);
  } finally {
    client.close();
  }
}

function leavesOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leavesOf);
  // An id is a text with a prefix here and a number there.
  return [typeof value === 'string' ? value.replace(/^(tt|nm)0*(?=\d)/, '') : String(value)];
}
