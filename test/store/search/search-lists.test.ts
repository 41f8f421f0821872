import { afterAll, beforeAll, expect, test } from 'vitest';

import type { SearchFilter } from '../../../src/store/model/model.ts';
import type { SearchIndex } from '../../../src/store/search/terms/search-index.ts';
import type { FoundRow, Place } from '../../../src/store/search/ranking/found-rows.ts';
import { listByTier } from '../../../src/store/search/matching/listed-rows.ts';
import { countHits } from '../../../src/store/search/read-forward.ts';
import { readMatches } from '../../../src/store/search/plain/read-matches.ts';
import { readQuery } from '../../../src/store/search/terms/read-query.ts';
import { stagesOf } from '../../../src/store/search/stages-of.ts';
import { suggest } from '../../../src/store/search/suggest.ts';
import type { Lease } from '../../../src/store/builds/store.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { openGateway } from '../../support/gateway.ts';
import type { TestGateway } from '../../support/gateway.ts';

const PAGE = 9;
const PAGES = 3;

const FILTERS: readonly SearchFilter[] = [
  { adult: 'EXCLUDE', includeAkas: true },
  { adult: 'INCLUDE', includeAkas: false },
  { adult: 'EXCLUDE', includeAkas: true, types: ['MOVIE', 'PERSON'] },
  { adult: 'EXCLUDE', includeAkas: true, types: ['EPISODE'] },
  { adult: 'ONLY', includeAkas: true },
  { adult: 'EXCLUDE', includeAkas: true, year: 2012 },
];

let gateway: TestGateway;
let lease: Lease;
/** The same without lists: everything is asked of DuckDB. */
let plain: SearchIndex;

beforeAll(async () => {
  gateway = await openGateway((await demoBuild(0.01)).folders);
  const acquired = gateway.store.acquire();
  if (acquired === null) throw new Error('there is no build');
  lease = acquired;
  plain = { ...lease.readers.scan, postings: undefined };
});

afterAll(async () => {
  lease.release();
  await gateway.close();
});

/** Beginnings, parts and words in another order of texts that the build has. */
async function someQueries(): Promise<string[]> {
  const rows = await plain.rows('SELECT folded FROM search_texts ORDER BY hash(folded, id), id LIMIT 60', []);
  const texts = rows.map(([folded]) => folded as string);
  return texts.flatMap((text, index) => {
    const words = text.split(' ');
    const begin = words.slice(0, 1 + (index % 4)).join(' ');
    const year = 1990 + (index % 30);
    return [
      begin,
      begin.slice(0, -1 - (index % 3)),
      words.toReversed().slice(0, 3).join(' '),
      text,
      `${begin} ${year}`,
    ];
  });
}

const COMMON = [
  'the 1999',
  'episode 2004',
  'silence 2012',
  '2012 the',
  'the',
  'a',
  'o',
  'of the',
  'the of',
  'the the',
  'episode 1',
  '1 1',
  'la',
  'th',
  'man the o',
  'эпизод',
];

/** A page as DuckDB finds it, which also says what the query may mean. */
async function joined(
  text: string,
  options: { filter: SearchFilter; limit: number; after?: Place | undefined; before?: Place | undefined },
): Promise<FoundRow[]> {
  const { words, further } = stagesOf(plain, await readQuery(plain, text));
  return readMatches(plain, { ...options, stages: [words, ...(await further())] });
}

async function listed(text: string, options: Parameters<typeof joined>[1]): Promise<FoundRow[] | null> {
  const { scan } = lease.readers;
  return listByTier(scan, { ...options, stages: stagesOf(scan, await readQuery(scan, text)) });
}

test('the lists of postings tell the same pages as DuckDB', async () => {
  expect(lease.readers.warnings).toEqual([]);
  expect(lease.readers.scan.postings).toBeDefined();
  const seen = new Set<number>();
  let declined = 0;
  for (const [index, text] of [...COMMON, ...(await someQueries())].entries()) {
    const filter = FILTERS[index % FILTERS.length] as SearchFilter;
    let after: Place | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const options = { filter, limit: PAGE, after };
      const rows = await listed(text, options);
      if (rows === null) {
        // The filter passes next to nothing.
        declined += 1;
        break;
      }
      const expected = await joined(text, options);
      expect({ text, filter, page, rows }).toEqual({ text, filter, page, rows: expected });
      for (const { tier } of expected) seen.add(tier);
      const last = expected.at(-1);
      if (last === undefined) break;
      after = [last.tier, last.rank];
    }
  }
  expect([...seen].filter((tier) => tier < 9)).toHaveLength(8);
  expect(declined).toBeLessThan(10);
});

test('a page before a place is the same', async () => {
  const filter = FILTERS[0] as SearchFilter;
  const first = await joined('the', { filter, limit: 30 });
  const [after, before] = [first[4], first[20]].map((row): Place => [row?.tier ?? 0, row?.rank ?? 0]);
  expect(await listed('the', { filter, limit: 100, after, before })).toEqual(first.slice(5, 20));
});

test('suggestions are the same', async () => {
  const { readers } = lease;
  for (const prefix of ['t', 'st', 'a', 'o', 'the s', ...(await someQueries())]) {
    const request = { prefix, limit: 10, types: undefined };
    const expected = await suggest({ ...readers, scan: plain }, request);
    expect({ prefix, hits: await suggest(readers, request) }).toEqual({ prefix, hits: expected });
  }
});

/** Parts of texts, and texts with a letter less, some of them with a year. */
async function mistypedQueries(): Promise<string[]> {
  return (await someQueries()).map((text, index) => {
    const middle = Math.floor(text.length / 2);
    const other = index % 2 === 0 ? text.slice(2, 8) : text.slice(0, middle) + text.slice(middle + 1);
    return index % 3 === 0 ? `${other} ${1995 + (index % 25)}` : other;
  });
}

test('parts of words and near spellings are the same', async () => {
  const seen = new Set<number>();
  for (const [index, text] of (await mistypedQueries()).entries()) {
    const options = { filter: FILTERS[index % FILTERS.length] as SearchFilter, limit: 60 };
    const rows = await listed(text, options);
    if (rows === null) continue;
    const expected = await joined(text, options);
    expect({ text, rows }).toEqual({ text, rows: expected });
    for (const { tier } of expected) seen.add(tier);
  }
  expect([...seen].filter((tier) => tier > 8).toSorted((one, other) => one - other)).toEqual([9, 10, 11, 12, 13, 14]);
});

test('hits are counted the same', async () => {
  const { scan } = lease.readers;
  for (const [index, text] of [...COMMON, ...(await mistypedQueries())].entries()) {
    if (index % 4 !== 0) continue;
    const [lists, sql] = [scan, plain].map(async (reader) => {
      const options = { filter: FILTERS[index % FILTERS.length] as SearchFilter, most: 2000 };
      return countHits(reader, { ...options, stages: stagesOf(reader, await readQuery(reader, text)) });
    });
    expect({ text, count: await lists }).toEqual({ text, count: await sql });
  }
});
