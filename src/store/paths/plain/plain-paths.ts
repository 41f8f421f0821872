import { LRUCache } from 'lru-cache';

import { ALL_EDGE_CATEGORIES } from '../../../dataset/indexes/credit-graph.ts';
import type { ConnectionPool } from '../../../duckdb/connection-pool.ts';
import { tooLong } from '../../../duckdb/too-long.ts';
import type { KeySet } from '../../../formats/adjacency/key-set.ts';
import { boundOf } from '../../query/queries.ts';
import { sharedWork } from '../../query/shared-work.ts';
import type { GraphClient } from '../graph/graph-client.ts';
import type { Answers, Questions } from '../graph/graph-messages.ts';
import { plainChains } from './chains.ts';
import { creditedOf, creditEdges } from './credit-edges.ts';
import type { AskTables } from './credit-edges.ts';
import { Levels } from './levels.ts';

/** People whose reach stays in memory: some megabytes each at the size of IMDb. */
const MOST_REACHED = 4;

/**
 * Answers what the graph of credits does by queries over the tables, level by level: the same, and slower. All credits of
 * IMDb are read for each level of many people, so that degrees at that size end as `QUERY_TIMEOUT`.
 */
export function createPlainPaths({
  pool,
  timeoutMs,
}: {
  pool: Pick<ConnectionPool, 'rows'>;
  timeoutMs: number;
}): Pick<GraphClient, 'ask'> {
  const chains = sharedWork<Answers['chains']>();
  const reaching = sharedWork<readonly KeySet[]>();
  const reached = new LRUCache<number, readonly KeySet[]>({ max: MOST_REACHED });

  /** All queries of a question share its time. */
  function askWithin(signal: AbortSignal): AskTables {
    const endMs = performance.now() + timeoutMs;
    return async (query) => {
      const leftMs = Math.ceil(endMs - performance.now());
      if (leftMs <= 0) throw tooLong();
      const { text, values } = boundOf(query);
      return pool.rows(text, values, { timeoutMs: leftMs, signal });
    };
  }

  async function chainsBetween(input: Questions['chains'], signal: AbortSignal): Promise<Answers['chains']> {
    const { from, to, categories } = input;
    const ask = askWithin(signal);
    const credited = await creditedOf(ask, [from, to]);
    const hasCredits: [boolean, boolean] = [credited.has(from), credited.has(to)];
    if (hasCredits.includes(false)) return { hasCredits, chains: [] };
    return { hasCredits, chains: await plainChains(creditEdges(ask, categories), input) };
  }

  /** The people at 1, 2, 3 … steps. */
  async function reach(person: number, signal: AbortSignal): Promise<readonly KeySet[]> {
    const levels = new Levels(creditEdges(askWithin(signal), ALL_EDGE_CATEGORIES), { person });
    const found: KeySet[] = [];
    for (;;) {
      if ((await levels.expand()).size === 0) break;
      const people = await levels.expand();
      if (people.size === 0) break;
      found.push(people);
    }
    reached.set(person, found);
    return found;
  }

  const answers: { [K in keyof Questions]: (input: Questions[K], options: Asked) => Promise<Answers[K]> } = {
    chains: (input, { key, signal }) => chains(key, (stop) => chainsBetween(input, stop), signal),
    async degrees({ person }, { signal }) {
      return (await reachOf(person, signal)).map(({ size }) => size);
    },
    async atDegree({ person, degree, limit, after }, { signal }) {
      const ids = (await reachOf(person, signal))[degree - 1]?.keys() ?? new Int32Array();
      const first = ids.findIndex((id) => id > after);
      const from = first === -1 ? ids.length : first;
      const page = [...ids.subarray(from, from + limit)];
      return { ids: page, hasNextPage: from + limit < ids.length, hasPreviousPage: from > 0 };
    },
  };

  async function reachOf(person: number, signal: AbortSignal | undefined): Promise<readonly KeySet[]> {
    return reached.get(person) ?? reaching(String(person), (stop) => reach(person, stop), signal);
  }

  return { ask: (kind, input, options) => answers[kind](input, options) };
}

type Asked = Parameters<GraphClient['ask']>[2];
