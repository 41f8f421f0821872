import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';

import { fieldsOf, itemIn } from '../../../src/dataset/indexes/field-kinds.ts';
import { FULL_TITLE } from '../../../src/dataset/indexes/document-fields.ts';
import { viewOf } from '../../../src/dataset/indexes/document-view.ts';
import { titleReader } from '../../../src/store/titles/titles.ts';

const EPISODE = `SELECT 7 AS tconst, 'tvEpisode' AS titleType, 'One' AS primaryTitle, 'One' AS originalTitle, true AS isAdult,
  2001 AS startYear, 2002 AS endYear, 45 AS runtimeMinutes, ['Drama', 'News'] AS genres, 8.5::DOUBLE AS averageRating,
  12 AS numVotes, 5 AS parentTconst, 2 AS seasonNumber, 3 AS episodeNumber`;

test.each([
  ['declared', Object.entries(FULL_TITLE)],
  ['any other', Object.entries(FULL_TITLE).toReversed()],
])('titleReader reads what the view of the same fields writes, in the %s order', async (_order, entries) => {
  const fields = fieldsOf(Object.fromEntries(entries) as typeof FULL_TITLE);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const values = Object.values(fields).map(({ sql }) => sql);
    const reader = await connection.runAndReadAll(viewOf('tconst', { values, from: `(${EPISODE})` }));
    const [[, item] = []] = reader.getRows();
    expect(titleReader(fields)(7, itemIn(String(item)))).toEqual({
      id: 7,
      titleType: 'tvEpisode',
      primaryTitle: 'One',
      originalTitle: 'One',
      isAdult: true,
      startYear: 2001,
      endYear: 2002,
      runtimeMinutes: 45,
      genres: ['Drama', 'News'],
      rating: { average: 8.5, votes: 12, titleId: 7 },
      position: { seriesId: 5, seasonNumber: 2, episodeNumber: 3 },
    });
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
});
