import { afterAll, beforeAll, expect, test } from 'vitest';

import { readMatches } from '../../../src/store/search/plain/read-matches.ts';
import { stagesOf } from '../../../src/store/search/stages-of.ts';
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

const tierOf = (text: string): string =>
  `CASE WHEN matchedOn = 'AKA' THEN 4 WHEN folded = '${text}' THEN 1 WHEN starts_with(folded, '${text}') THEN 2 ELSE 3 END`;

/** The tiers by the text itself, best first. */
async function tiersBySql(words: readonly string[], year: string | undefined): Promise<unknown[]> {
  const text = words.join(' ');
  const wanted = words.filter((word) => word !== year);
  const without = tierOf(wanted.join(' '));
  const tier =
    year === undefined
      ? tierOf(text)
      : `CASE WHEN ${all(words)} THEN ${tierOf(text)} WHEN startYear = ${year} THEN ${without} ELSE ${without} + 4 END`;
  const rows = await build.rows(`
    SELECT min(${tier}) AS tier, rank FROM search_texts JOIN search_entities USING (person, id)
    WHERE ${all(wanted)} AND isAdult IS NOT TRUE GROUP BY rank ORDER BY 1, 2 LIMIT ${MOST}`);
  return rows.map((row) => [Number(row['tier']), Number(row['rank'])]);
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
])('every text that has %s gets the tier that SQL gives it', async (text, year) => {
  const lease = gateway.store.acquire();
  if (lease === null) throw new Error('there is no build');
  const { scan } = lease.readers;
  const query = await readQuery(scan, text);
  expect(query.hinted?.year.toString()).toBe(year);
  const rows = await readMatches(scan, {
    stages: [stagesOf(scan, query).words],
    filter: { adult: 'EXCLUDE', includeAkas: true },
    limit: MOST,
  });
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map(({ tier, rank }) => [tier, rank])).toEqual(await tiersBySql(text.split(' '), year));
  lease.release();
});
