import { afterAll, beforeAll, expect, test } from 'vitest';

import { CREDIT_CATEGORIES, GENRES, TITLE_TYPES } from '../../src/dataset/words/vocabulary.ts';
import { demoBuild } from '../support/demo-build.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { openTables } from './tables.ts';
import type { Tables } from './tables.ts';

/* Words and their counts against plain SQL over the canonical tables of the demo build. */

const gateways: TestGateway[] = [];
let tables: Tables;

beforeAll(async () => {
  const { folders } = await demoBuild(0.001);
  for (const lookup of ['index', 'parquet'] as const) gateways.push(await openGateway(folders, { lookup }));
  tables = await openTables(folders);
});

afterAll(async () => {
  for (const gateway of gateways) await gateway.close();
  tables.close();
});

const akas = (word: string, adult: string): string =>
  `SELECT ${word} AS word, count(DISTINCT tconst) FROM akas JOIN titles USING (tconst)
   WHERE ${adult} AND ${word} IS NOT NULL GROUP BY word`;

const LISTS: Record<string, { sql: (adult: string) => string; vocabulary?: Record<string, string> }> = {
  genres: {
    sql: (adult) =>
      `SELECT word, count(*) FROM (SELECT unnest(genres) AS word FROM titles WHERE ${adult}) GROUP BY word`,
    vocabulary: GENRES,
  },
  titleTypes: {
    sql: (adult) => `SELECT titleType AS word, count(*) FROM titles WHERE ${adult} GROUP BY word`,
    vocabulary: TITLE_TYPES,
  },
  creditCategories: {
    sql: (adult) => `SELECT category AS word, count(*)
      FROM (SELECT category, coalesce(isAdult, false) AS isAdult FROM principals LEFT JOIN titles USING (tconst))
      WHERE ${adult} GROUP BY word`,
    vocabulary: CREDIT_CATEGORIES,
  },
  regions: { sql: (adult) => akas('region', adult) },
  languages: { sql: (adult) => akas('language', adult) },
};

const ADULTS = { EXCLUDE: 'NOT isAdult', INCLUDE: 'true', ONLY: 'isAdult' };

interface Word {
  word: string;
  value: string | null;
  count: number;
}

async function expectWords(
  field: string,
  { sql, vocabulary = {} }: { sql: string; vocabulary?: Record<string, string> },
) {
  const names = new Map(Object.entries(vocabulary).map(([name, word]) => [word, name]));
  const rows = await tables.rows<{ word: string; count: number }>(
    `SELECT word, count::INTEGER AS count FROM (${sql}) AS counted(word, count) ORDER BY count DESC, word`,
  );
  expect(rows.length).toBeGreaterThan(0);
  for (const gateway of gateways) {
    const { data, errors } = await gateway.query(`{ words: ${field} { word value count } }`);
    expect(errors).toBeUndefined();
    expect((data as { words: Word[] }).words).toEqual(
      rows.map(({ word, count }) => ({ word, value: names.get(word) ?? null, count })),
    );
  }
}

test.each(Object.keys(LISTS))('%s are those of SQL', async (name) => {
  const { sql, vocabulary } = LISTS[name] as (typeof LISTS)[string];
  await expectWords(name, { sql: sql(ADULTS.EXCLUDE), ...(vocabulary && { vocabulary }) });
  for (const [adult, where] of Object.entries(ADULTS)) {
    await expectWords(`${name}(adult: ${adult})`, { sql: sql(where), ...(vocabulary && { vocabulary }) });
  }
});

test('professions are those of SQL', async () => {
  await expectWords('professions', {
    sql: `SELECT word, count(DISTINCT nconst) FROM (SELECT nconst, unnest(primaryProfession) AS word FROM names) GROUP BY word`,
  });
});
