import { afterAll, beforeAll, expect, test } from 'vitest';

import { hasArticleSql } from '../../src/dataset/words/articles.ts';
import { fold } from '../../src/dataset/words/fold.ts';
import { TRANSLITERATED } from '../../src/demo/fixed/other-writings.ts';
import { WRITINGS } from '../../src/demo/fixed/writings.ts';
import { demoBuild } from '../support/demo-build.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { judgedQueries } from './judged-queries.ts';
import type { JudgedQuery, Kind, Target } from './judged-queries.ts';
import { openTables } from './tables.ts';

/** Kinds of which as many queries find what is meant at the first place. */
const AT_ONCE: ReadonlySet<Kind> = new Set(['noArticle', 'otherTitle', 'titleOfRegion'] as const);

/** The least share of queries that find what is meant among the first five. */
const LEAST_AT_5: Record<Kind, number> = {
  asItIs: 1,
  oneError: 0.95,
  twoErrors: 0.9,
  noAccents: 1,
  noApostrophes: 1,
  otherOrder: 0.95,
  abbreviated: 0.95,
  translated: 0.95,
  noArticle: 0.95,
  otherArticle: 0.9,
  otherNumber: 0.9,
  otherTitle: 0.95,
  titleOfRegion: 0.95,
  withYear: 0.95,
  otherForms: 0.95,
  initialsTogether: 0.95,
  initialsApart: 0.95,
  joined: 0.95,
  thousands: 0.95,
  andWord: 0.95,
  andOfOthers: 0.95,
  andSign: 0.95,
  insideRun: 0.9,
  signs: 0.95,
  someJoined: 0.95,
  noElision: 0.95,
  runWithout: 0.9,
  otherWriting: 0.9,
  spaceMissing: 0.9,
};

const MOST_TARGETS = 6000;

let gateway: TestGateway;
let judged: (JudgedQuery & { place: number })[];

beforeAll(async () => {
  const { folders } = await demoBuild(0.001);
  gateway = await openGateway(folders, { compare: false });
  const spaced = `contains(folded, ' ') AND NOT starts_with(folded, 'episode ')`;
  const queries = judgedQueries(
    await readTargets(folders, `${spaced} AND NOT ${IS_WRITING}`),
    await readTargets(folders, IS_WRITING),
  );
  judged = [];
  for (const query of queries) judged.push({ ...query, place: await placeOf(query) });
});

afterAll(() => gateway.close());

/** Whether an id is one of the texts that people type otherwise. */
const IS_WRITING = `id[3:]::INTEGER BETWEEN ${WRITINGS.first} AND ${WRITINGS.last}`;

/** Texts of one title or person alone, in no order of theirs, those with accents and apostrophes among them. */
async function readTargets(folders: Parameters<typeof openTables>[0], where: string): Promise<Target[]> {
  const tables = await openTables(folders);
  try {
    const rows = await tables.rows(`
      WITH texts AS (
        SELECT format('tt{:07d}', tconst) AS id, primaryTitle AS text, 'PRIMARY' AS matchedOn, NULL AS region, startYear AS year
        FROM titles WHERE NOT isAdult
        UNION ALL BY NAME
        SELECT format('tt{:07d}', tconst) AS id, title AS text, 'AKA' AS matchedOn, region, startYear AS year
        FROM akas JOIN titles USING (tconst) WHERE NOT isAdult
        UNION ALL BY NAME
        SELECT format('nm{:07d}', nconst) AS id, primaryName AS text, 'NAME' AS matchedOn FROM names
      ), folded_texts AS (SELECT *, ${fold('text')} AS folded FROM texts),
      bare_texts AS (
        SELECT *, CASE WHEN ${hasArticleSql('folded')} THEN substr(folded, length(split_part(folded, ' ', 1)) + 2) END AS rest
        FROM folded_texts
      ),
      lone AS (
        SELECT coalesce(rest, folded) AS lone FROM bare_texts GROUP BY coalesce(rest, folded) HAVING count(DISTINCT id) = 1
      )
      SELECT folded, min(id) AS id, min(text) AS text, max(matchedOn) AS matchedOn, min(region) AS region,
        min(year)::INTEGER AS year, min(CASE WHEN lone IS NOT NULL THEN rest END) AS bare
      FROM bare_texts LEFT JOIN lone ON rest = lone WHERE ${where}
      GROUP BY folded HAVING count(DISTINCT id) = 1
      ORDER BY min(id) NOT LIKE 'tt09008%', md5(folded) LIMIT ${MOST_TARGETS}`);
    return rows as unknown as Target[];
  } finally {
    tables.close();
  }
}

test('a market has its title in its own script where another is in Latin letters', async () => {
  const ids = TRANSLITERATED.map((_, at) => `tt0${WRITINGS.first + at}`);
  for (const [at, [, text, region]] of TRANSLITERATED.entries()) {
    const { data } = await gateway.query(
      'query ($ids: [ID!]!, $region: String) { titlesByIds(ids: $ids) { displayTitle(region: $region) } }',
      { ids: ids.slice(at, at + 1), region },
    );
    expect(data).toEqual({ titlesByIds: [{ displayTitle: text }] });
  }
});

/** From 1; Infinity where the first ten have it not. */
async function placeOf({ query, region, id }: JudgedQuery): Promise<number> {
  const { data, errors } = await gateway.query(
    `query ($query: String!, $region: String) {
      search(query: $query, region: $region, first: 10) { nodes { node { ... on Title { id } ... on Person { id } } } }
    }`,
    { query, region },
  );
  expect(errors).toBeUndefined();
  const { nodes } = (data as { search: { nodes: { node: { id: string } }[] } }).search;
  const at = nodes.findIndex(({ node }) => node.id === id);
  return at === -1 ? Infinity : at + 1;
}

function recall(kind: Kind, most: number): number {
  const own = judged.filter((one) => one.kind === kind);
  return own.filter(({ place }) => place <= most).length / own.length;
}

test('the judged list has sixty queries of each kind', () => {
  expect(judged).toHaveLength(60 * Object.keys(LEAST_AT_5).length);
  console.table(
    Object.fromEntries(
      (Object.keys(LEAST_AT_5) as Kind[]).map((kind) => [
        kind,
        {
          queries: judged.filter((one) => one.kind === kind).length,
          'recall at 1': recall(kind, 1),
          'recall at 5': recall(kind, 5),
          'recall at 10': recall(kind, 10),
        },
      ]),
    ),
  );
});

test.each(Object.entries(LEAST_AT_5) as [Kind, number][])('%s finds what is meant', (kind, least) => {
  expect(judged.filter((one) => one.kind === kind).length).toBe(60);
  expect(recall(kind, 5)).toBeGreaterThanOrEqual(least);
  if (AT_ONCE.has(kind)) expect(recall(kind, 1)).toBeGreaterThanOrEqual(least);
});
