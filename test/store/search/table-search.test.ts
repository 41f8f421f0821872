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

/** Buckets of the words as they are typed: own titles and names, and other titles. */
const LEVELS = [
  [1, 3],
  [2, 4],
  [7, 11],
  [10, 12],
] as const;
/** Of the same with numbers in other forms, other titles beginning with them not told from those that have them. */
const NUMBER_LEVELS = [
  [5, 5],
  [6, 6],
  [8, 13],
  [13, 13],
] as const;
const OTHER_YEAR = 13;

const bucketOf = (text: string, levels: typeof LEVELS | typeof NUMBER_LEVELS = LEVELS): string => {
  const article = `(split_part(folded, ' ', 1) = 'the' OR matchedOn <> 'NAME' AND split_part(folded, ' ', 1) IN
    ('a', 'an', 'le', 'la', 'les', 'der', 'die', 'das', 'el', 'los', 'las', 'il', 'lo', 'gli', 'i', 'o', 'os', 'as', 'de', 'het'))`;
  const conditions = [
    `folded = '${text}'`,
    `ends_with(folded, ' ${text}') AND length(split_part(folded, ' ', 1)) = length(folded) - ${text.length + 1} AND ${article}`,
    // A number goes on no more: what is a beginning are whole words.
    `starts_with(${levels === LEVELS ? 'folded' : "folded || ' '"}, '${text}${levels === LEVELS ? '' : ' '}')`,
    'true',
  ];
  const cases = conditions.map(
    (condition, at) =>
      `WHEN ${condition} THEN CASE WHEN matchedOn = 'AKA' THEN ${levels[at]?.[1]} ELSE ${levels[at]?.[0]} END`,
  );
  return `CASE ${cases.join(' ')} END`;
};

/** The buckets by the text itself, best first. */
async function bucketsBySql(
  words: readonly string[],
  { year, others }: { year: string | undefined; others: readonly string[] },
): Promise<unknown[]> {
  const text = words.join(' ');
  const wanted = words.filter((word) => word !== year);
  const without = bucketOf(wanted.join(' '));
  const bucket =
    year === undefined
      ? bucketOf(text)
      : `CASE WHEN ${all(words)} THEN ${bucketOf(text)} WHEN startYear = ${year} THEN ${without} ELSE ${without} + ${OTHER_YEAR} END`;
  const found = [
    `SELECT *, ${bucket} AS bucket FROM search_texts JOIN search_entities USING (person, id) WHERE ${all(wanted)}`,
    ...others.map(
      (other) => `SELECT *, ${bucketOf(other, NUMBER_LEVELS)} AS bucket
        FROM search_texts JOIN search_entities USING (person, id) WHERE ${all([...other.split(' '), ''])}`,
    ),
  ];
  const rows = await build.rows(`
    SELECT min(bucket) AS bucket, rank FROM (${found.join(' UNION ALL BY NAME ')})
    WHERE isAdult IS NOT TRUE GROUP BY rank ORDER BY 1, 2 LIMIT ${MOST}`);
  return rows.map((row) => [Number(row['bucket']), Number(row['rank'])]);
}

test.each<[text: string, year?: string, numbers?: string[]]>([
  ['the'],
  ['the of'],
  ['of the'],
  ['the the'],
  ['the the the'],
  ['of the of the'],
  ['episode 1', undefined, ['episode one', 'episode i']],
  ['episode two', undefined, ['episode 2', 'episode ii']],
  ['twelve', undefined, ['12']],
  ['1 episode', undefined, ['one episode']],
  ['the last t'],
  ['the th'],
  ['of the s'],
  ['the silence of the'],
  ['episode 2004', '2004'],
  ['2004 the', '2004'],
  ['the 2012 s', '2012'],
  ['silence 2012', '2012'],
])('every text that has %s gets the bucket that SQL gives it', async (text, year, others = []) => {
  const lease = gateway.store.acquire();
  if (lease === null) throw new Error('there is no build');
  const { queries } = lease.readers;
  const query = await readQuery(queries, text);
  expect(query.hinted?.year.toString()).toBe(year);
  const { typed } = await candidateSetsOf(queries, query);
  const rows = await tableSearch(queries).page({
    sets: { typed, further: () => Promise.resolve([]), isFound: () => Promise.resolve(true) },
    filter: { adult: 'EXCLUDE', includeAkas: true },
    limit: MOST,
  });
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map(({ bucket, docId }) => [bucket, docId])).toEqual(
    await bucketsBySql(text.split(' '), { year, others }),
  );
  lease.release();
});
