import { request } from 'node:http';

import { expect, onTestFinished, test } from 'vitest';

import { seeded } from '../product/random-filters.ts';
import { demoBuild } from '../support/demo-build.ts';
import { openGateway } from '../support/gateway.ts';

/* What a server does whose queries are interrupted: by their deadline, and as clients leave. */

const KEPT = { max: 1, ttlMs: 1 };
/** Queries that DuckDB runs, for which nothing is kept. */
const listSince = (year: number): string => `{ titles(first: 5, filter: { year: { min: ${year} } },
  orderBy: [{ field: TITLE }]) { totalCount nodes { id primaryTitle } facets { genre { value count } } } }`;
const CARDS =
  '{ titlesByIds(ids: ["tt0900001", "tt0900002"]) { id primaryTitle credits(first: 5) { nodes { category } } } }';

test.each(['index', 'parquet'] as const)(
  'serving with LOOKUP=%s: clients that leave interrupt nobody else, and no answer is short',
  async (lookup) => {
    const { folders } = await demoBuild(0.001);
    const caches = { titles: KEPT, people: KEPT, search: KEPT };
    const gateway = await openGateway(folders, { compare: false, lookup, caches });
    onTestFinished(() => gateway.close());
    const years = [1900, 1950, 1980, 2000];
    const right = new Map<string, unknown>();
    for (const query of [...years.map(listSince), CARDS]) {
      const { data, errors } = await gateway.query(query);
      expect(errors).toBeUndefined();
      right.set(query, data);
    }
    const random = seeded(5);
    for (let round = 0; round < 10; round += 1) {
      // Those who leave ask for the same and for what nobody else asks for.
      const leaving = Array.from({ length: 12 }, (_, at) =>
        leave(gateway.url, listSince(at % 2 === 0 ? 1900 + random(100) : (years[at % 4] ?? 0)), random(30)),
      );
      const staying = [...right].map(async ([query, data]) =>
        expect(await gateway.query(query)).toMatchObject({ data }),
      );
      await Promise.all([...leaving, ...staying]);
    }
    expect((await gateway.fetch('/readyz')).status).toBe(200);
    expect(gateway.store.isLost()).toBe(false);
  },
);

test.each(['index', 'parquet'] as const)(
  'serving with LOOKUP=%s: a query that is over its deadline is refused, and the next one on its connection is whole',
  async (lookup) => {
    const { folders } = await demoBuild(0.001);
    const caches = { titles: KEPT, people: KEPT, search: KEPT };
    const gateway = await openGateway(folders, { compare: false, lookup, caches });
    onTestFinished(() => gateway.close());
    const lease = gateway.store.acquire() ?? expect.fail();
    onTestFinished(() => lease.release());
    const { pool } = lease.readers;
    const endless = 'SELECT count(*) FROM range(10000000000) a, range(1000) b WHERE a.range * b.range = 7';
    const count = 'SELECT count(*) FROM titles';
    const whole = await pool.rows(count, []);
    for (let round = 0; round < 3; round += 1) {
      // On all connections for queries at once.
      const over = await Promise.allSettled([1, 2].map(() => pool.rows(endless, [], { timeoutMs: 50 })));
      expect(over).toMatchObject([1, 2].map(() => ({ status: 'rejected', reason: { code: 'QUERY_TIMEOUT' } })));
      expect(await Promise.all([pool.rows(count, []), pool.rows(count, [])])).toEqual([whole, whole]);
    }
    expect((await gateway.query(listSince(1900))).errors).toBeUndefined();
  },
);

function leave(url: string, query: string, afterMs: number): Promise<void> {
  return new Promise((resolve) => {
    const headers = { 'content-type': 'application/json' };
    const sent = request(`${url}/graphql`, { agent: false, method: 'POST', headers });
    sent.on('response', (response) => response.resume());
    sent.on('error', () => undefined);
    sent.on('close', resolve);
    sent.end(JSON.stringify({ query }));
    setTimeout(() => sent.destroy(), afterMs);
  });
}
