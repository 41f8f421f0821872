import sql from 'sql-template-tag';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { isOnlyTmdb } from '../../../src/dataset/words/only-tmdb.ts';
import type { Lease } from '../../../src/store/builds/store.ts';
import type { SearchFilter } from '../../../src/store/model/model.ts';
import { candidateSetsOf } from '../../../src/store/search/candidate-sets-of.ts';
import { postingSearch } from '../../../src/store/search/engine/posting-search.ts';
import { tableSearch } from '../../../src/store/search/plain/table-search.ts';
import { isOfTmdbTitle } from '../../../src/store/search/tmdb-texts.ts';
import { readQuery, readWords } from '../../../src/store/search/terms/read-query.ts';
import type { SearchIndex } from '../../../src/store/search/terms/search-index.ts';
import type { SearchMethod } from '../../../src/store/search/terms/search-method.ts';
import { readTerms, tableTerms } from '../../../src/store/search/terms/table-terms.ts';
import { tmdbBuild } from '../../support/demo-build.ts';
import { openGateway } from '../../support/gateway.ts';
import type { TestGateway } from '../../support/gateway.ts';

vi.setConfig({ testTimeout: 240_000 });

const ANY = { adult: 'EXCLUDE', includeAkas: true, source: 'ANY' } as const;
const TMDB = { ...ANY, source: 'TMDB' } as const;

const FILTERS: readonly SearchFilter[] = [
  ANY,
  TMDB,
  { ...ANY, adult: 'INCLUDE', includeAkas: false },
  { ...TMDB, adult: 'INCLUDE', types: ['MOVIE', 'PERSON'] },
  { ...ANY, region: 'DE' },
  { ...TMDB, region: 'FR' },
  { ...ANY, types: ['SERIES'] },
  { ...TMDB, adult: 'ONLY' },
  { ...TMDB, adult: 'INCLUDE', types: ['TITLE'], year: 2004 },
];

let gateway: TestGateway;
let lease: Lease;
let index: SearchIndex;
/** The same, of which the tables alone are read. */
let slow: SearchIndex;
let lists: SearchMethod;
/** With windows of a few postings, as a large build has. */
let narrow: SearchMethod;
/** The judge. */
let tables: SearchMethod;
let queries: string[];

beforeAll(async () => {
  gateway = await openGateway((await tmdbBuild(0.0005)).folders);
  lease = gateway.store.acquire() ?? expect.fail();
  expect(lease.readers.warnings).toEqual([]);
  index = lease.readers.anyQueries ?? expect.fail();
  const postings = index.postings ?? expect.fail();
  lists = postingSearch(postings, index);
  narrow = postingSearch(postings, { goOn: (began) => index.goOn(began), windowPostings: 50 });
  const all = await readTerms((query) => index.rows(query), index.scope);
  const terms = { ...all, ...tableTerms(index, { scope: index.scope, list: all }) };
  slow = { ...index, postings: undefined, terms: () => Promise.resolve(terms) };
  tables = tableSearch(slow);
  queries = await someQueries();
}, 240_000);

afterAll(async () => {
  lease.release();
  await gateway.close();
});

/** Texts of TMDB's and of IMDb's: whole, their beginnings, with a letter less, in another order, with a year. */
async function someQueries(): Promise<string[]> {
  const rows = await index.rows(sql`
    (SELECT folded FROM tmdb_search_texts ORDER BY hash(folded, id), id LIMIT 16)
    UNION ALL (SELECT folded FROM search_texts ORDER BY hash(folded, id), id LIMIT 6)`);
  const texts = rows.map(([folded]) => folded as string);
  return ['the', 'a', '1999', ...texts].flatMap((text, at) => {
    const words = text.split(' ');
    const middle = Math.floor(text.length / 2);
    const begin = words.slice(0, 2).join(' ').slice(0, -1);
    const lacking = text.slice(0, middle) + text.slice(middle + 1);
    return at % 2 === 0
      ? [text, begin, lacking, text.slice(2, 8)]
      : [text, begin, `${words[0] ?? ''} ${1990 + (at % 30)}`, words.toReversed().join(' ')];
  });
}

test('posting lists and tables of both sources find the same pages, forward, backward and in small windows, and count the same', async () => {
  const seen = { imdb: 0, only: 0, texts: 0 };
  for (const [at, text] of queries.entries()) {
    const filter = FILTERS[at % FILTERS.length] ?? ANY;
    const sets = await candidateSetsOf(index, await readQuery(index, text));
    const others = await candidateSetsOf(slow, await readQuery(slow, text));
    expect({ text, sets: await sets.further() }).toEqual({ text, sets: await others.further() });
    for (const backward of [false, true]) {
      const request = { filter, limit: 30, backward };
      const rows = await tables.page({ sets: others, ...request });
      for (const method of [lists, narrow])
        expect({ text, request, rows: await method.page({ sets, ...request }) }).toEqual({ text, request, rows });
      for (const row of rows) {
        seen[isOnlyTmdb(row.id) ? 'only' : 'imdb'] += 1;
        if (isOfTmdbTitle(row)) seen.texts += 1;
      }
      if (filter.source === 'TMDB') expect(rows.filter(({ id }) => !isOnlyTmdb(id))).toEqual([]);
    }
    const counted = { filter, most: 2000 };
    const count = await tables.count({ sets: others, ...counted });
    for (const method of [lists, narrow])
      expect({ text, filter, count: await method.count({ sets, ...counted }) }).toEqual({ text, filter, count });
  }
  expect(Math.min(seen.imdb, seen.only, seen.texts)).toBeGreaterThan(50);
});

async function idsOf(method: SearchMethod, text: string): Promise<unknown[]> {
  const kinds = [{ kind: 'ORIGINAL' }, { kind: 'PRIMARY', isOnly: true }, { kind: 'NAME' }] as const;
  const select = await method.having(await readWords(index, text), kinds);
  return (await index.rows(sql`SELECT id FROM (${select}) AS ids(id) ORDER BY id`)).flat();
}

test('the same documents of both sources have all words in a text of a kind', async () => {
  let only = 0;
  for (const text of queries) {
    const ids = await idsOf(tables, text);
    expect({ text, ids: await idsOf(lists, text) }).toEqual({ text, ids });
    only += ids.filter((id) => isOnlyTmdb(Number(id))).length;
  }
  expect(only).toBeGreaterThan(10);
});

test('a search of both has all hits of IMDb’s alone, in the order and by the texts that these have there', async () => {
  const { queries: imdb } = lease.readers;
  const alone = postingSearch(imdb.postings ?? expect.fail(), imdb);
  const filter = { adult: 'INCLUDE', includeAkas: true } as const;
  let found = 0;
  for (const text of queries) {
    const { typed } = await candidateSetsOf(imdb, await readQuery(imdb, text));
    const both = await candidateSetsOf(index, await readQuery(index, text));
    const typedAlone = { typed, further: async () => [], isFound: async () => true };
    const rows = await alone.page({ sets: typedAlone, filter, limit: 1000 });
    const wider = await lists.page({
      sets: { ...typedAlone, typed: both.typed },
      filter: { ...filter, source: 'ANY' },
      limit: 2000,
    });
    const known = new Map(wider.map((row) => [row.docId, row]));
    for (const row of rows) {
      const other = known.get(row.docId) ?? expect.fail(`${text} does not find ${row.id}`);
      expect([text, other.id, other.person]).toEqual([text, row.id, row.person]);
      // Another text of TMDB's may be better, and none is worse.
      expect(other.bucket).toBeLessThanOrEqual(row.bucket);
      if (!isOfTmdbTitle(other)) expect(other).toEqual(row);
    }
    found += rows.length;
  }
  expect(found).toBeGreaterThan(200);
});
