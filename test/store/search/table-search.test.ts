import { afterAll, beforeAll, expect, test } from 'vitest';

import { candidateSetsOf } from '../../../src/store/search/candidate-sets-of.ts';
import { tableSearch } from '../../../src/store/search/plain/table-search.ts';
import { readQuery } from '../../../src/store/search/terms/read-query.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { openGateway } from '../../support/gateway.ts';
import type { TestGateway } from '../../support/gateway.ts';
import { openBuild } from '../../ingest/read-build.ts';

const MOST = 5000;

let gateway: TestGateway;
let build: Awaited<ReturnType<typeof openBuild>>;

beforeAll(async () => {
  const { folders } = await demoBuild(0.001);
  gateway = await openGateway(folders);
  build = await openBuild(folders);
});

afterAll(async () => {
  await gateway.close();
  await build.close();
});

const there = (word: string, isLast: boolean): string =>
  isLast ? `contains(' ' || folded, ' ${word}')` : `contains(' ' || folded || ' ', ' ${word} ')`;

const all = (words: readonly string[]): string =>
  words.map((word, at) => there(word, at === words.length - 1)).join(' AND ');

const bucketOf = (text: string): string =>
  `CASE WHEN matchedOn = 'AKA' THEN 4 WHEN folded = '${text}' THEN 1 WHEN starts_with(folded, '${text}') THEN 2 ELSE 3 END`;

/** The buckets by the text itself, best first. */
async function bucketsBySql(words: readonly string[], year: string | undefined): Promise<unknown[]> {
  const text = words.join(' ');
  const wanted = words.filter((word) => word !== year);
  const without = bucketOf(wanted.join(' '));
  const bucket =
    year === undefined
      ? bucketOf(text)
      : `CASE WHEN ${all(words)} THEN ${bucketOf(text)} WHEN startYear = ${year} THEN ${without} ELSE ${without} + 4 END`;
  const rows = await build.rows(`
    SELECT min(${bucket}) AS bucket, rank FROM search_texts JOIN search_entities USING (person, id)
    WHERE ${all(wanted)} AND isAdult IS NOT TRUE GROUP BY rank ORDER BY 1, 2 LIMIT ${MOST}`);
  return rows.map((row) => [Number(row['bucket']), Number(row['rank'])]);
}

test.each<[string, string?]>([
  ['the'],
  ['the of'],
  ['of the'],
  ['the the'],
  ['the the the'],
  ['of the of the'],
  ['episode 1'],
  ['1 episode'],
  ['the last t'],
  ['the th'],
  ['of the s'],
  ['the silence of the'],
  ['episode 2004', '2004'],
  ['2004 the', '2004'],
  ['the 2012 s', '2012'],
  ['silence 2012', '2012'],
])('every text that has %s gets the bucket that SQL gives it', async (text, year) => {
  const lease = gateway.store.acquire();
  if (lease === null) throw new Error('there is no build');
  const { queries } = lease.readers;
  const query = await readQuery(queries, text);
  expect(query.hinted?.year.toString()).toBe(year);
  const { typed } = candidateSetsOf(queries, query);
  const rows = await tableSearch(queries).page({
    sets: { typed, further: () => Promise.resolve([]), isFound: () => Promise.resolve(true) },
    filter: { adult: 'EXCLUDE', includeAkas: true },
    limit: MOST,
  });
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map(({ bucket, docId }) => [bucket, docId])).toEqual(await bucketsBySql(text.split(' '), year));
  lease.release();
});
