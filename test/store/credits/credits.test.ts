import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';

import { DOCUMENT_KINDS } from '../../../src/dataset/indexes/document-kinds.ts';
import { decodeTitleCredits } from '../../../src/store/credits/credits.ts';

test('decodeTitleCredits reads characters and job as the view of credits writes them, be it one, both or neither', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`CREATE TABLE principals AS SELECT * FROM (VALUES
      (1, 1, 'actor', ['He', 'She, "they"'], NULL, NULL), (1, 2, 'producer', NULL, 'producer', 3), (1, 3, 'self', ['Self'], 'host', 3),
      (1, 4, 'editor', NULL, NULL, NULL), (1, 5, 'actor', [], NULL, NULL), (1, 6, 'writer', NULL, '["x"]', NULL)
    ) AS rows(tconst, ordering, category, characters, job, nconst)`);
    await connection.run(
      `CREATE TABLE names AS SELECT 3 AS nconst, 'Ann' AS primaryName, 1950 AS birthYear, NULL::INTEGER AS deathYear`,
    );
    const view = DOCUMENT_KINDS.find(({ name }) => name === 'title_credits')?.view ?? '';
    const reader = await connection.runAndReadAll(`SELECT item FROM (${view})`);
    const { credits } = decodeTitleCredits(1, reader.getRows().join(','));
    const ann = { id: 3, primaryName: 'Ann', birthYear: 1950, deathYear: null };
    expect(credits.map(({ characters, job, person }) => [characters, job, person])).toEqual([
      [['He', 'She, "they"'], null, null],
      [null, 'producer', ann],
      [['Self'], 'host', ann],
      [null, null, null],
      [[], null, null],
      [null, '["x"]', null],
    ]);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
});
