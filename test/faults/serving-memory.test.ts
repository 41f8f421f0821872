import { expect, onTestFinished, test } from 'vitest';

import { createLogger } from '../../src/process/logger.ts';
import { demoBuild } from '../support/demo-build.ts';
import { openGateway } from '../support/gateway.ts';

/* What a server does whose DuckDB runs out of memory. */

const KEPT = { max: 1, ttlMs: 1 };
/** Enough for a page of a list, and too little for facets. */
const LITTLE = '6MiB';
const CARD = '{ title(id: "tt0900001") { primaryTitle credits(first: 100) { nodes { person { primaryName } } } } }';
const LIST = '{ titles(first: 5, orderBy: [{ field: TITLE }]) { totalCount nodes { id primaryTitle } } }';
const FACETS = `{ titles(first: 1, filter: { primaryTitle: { contains: "e" } }) {
  totalCount facets { genre { value count } decade { label count } } } }`;

test.each(['index', 'parquet'] as const)(
  'serving with LOOKUP=%s and too little memory: what needs more is refused, all else is right and goes on',
  async (lookup) => {
    const { folders } = await demoBuild(0.001);
    const lines: Record<string, unknown>[] = [];
    const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
    const log = createLogger({ level: 'info', pretty: false, destination });
    const caches = { titles: KEPT, people: KEPT, search: KEPT };
    const gateway = await openGateway(folders, { compare: false, lookup, caches, log, memoryLimit: LITTLE });
    onTestFinished(() => gateway.close());
    const roomy = await openGateway(folders, { compare: false, lookup, caches });
    onTestFinished(() => roomy.close());
    const right = new Map<string, unknown>();
    for (const query of [CARD, LIST, FACETS]) {
      const answer = await roomy.query(query);
      expect(answer.errors).toBeUndefined();
      right.set(query, answer.data);
    }
    const { errors = [] } = await gateway.query(FACETS);
    expect(errors.length).toBeGreaterThan(0);
    for (const { message, extensions } of errors) {
      expect([message, extensions?.['code']]).toEqual([
        'This needs more memory than the server has for it now: try again in a moment, or ask for less, by a filter.',
        'OVERLOADED',
      ]);
    }
    // Beside what is refused, which takes the memory of others for a moment.
    for (let round = 0; round < 5; round += 1) {
      const asked = [FACETS, CARD, LIST, FACETS, CARD, LIST].map(async (query) => {
        const answer = await gateway.query(query);
        const codes = (answer.errors ?? []).map(({ extensions }) => extensions?.['code']);
        expect(codes.filter((code) => code !== 'OVERLOADED')).toEqual([]);
        if (codes.length === 0) expect(answer.data).toEqual(right.get(query));
      });
      await Promise.all(asked);
      for (const query of [CARD, LIST]) expect(await gateway.query(query)).toMatchObject({ data: right.get(query) });
    }
    expect(lines.filter(({ event }) => event === 'memory short').length).toBeGreaterThan(0);
    expect(lines.filter(({ event }) => event === 'database lost')).toEqual([]);
    expect([(await gateway.fetch('/readyz')).status, gateway.store.state().problems]).toEqual([200, []]);
  },
);
