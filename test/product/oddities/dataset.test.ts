import { expect, test } from 'vitest';

import { openOddities } from './open-oddities.ts';

const ask = openOddities();

test('ids that only dangle are of nothing', async () => {
  expect(
    await ask(`{
      title(id: "tt7777777") { id } person(id: "nm7777777") { id }
      nodes(ids: ["tt7777777", "nm7777777", "tt7777778"]) { id }
      search(query: "tt7777777") { totalCount }
    }`),
  ).toMatchInlineSnapshot(`
    {
      "data": {
        "nodes": [
          null,
          null,
          null,
        ],
        "person": null,
        "search": {
          "totalCount": 0,
        },
        "title": null,
      },
    }
  `);
});

test('dataset counts every line', async () => {
  expect(await ask('{ dataset { sources { name rows } tables { name rows } } }')).toMatchInlineSnapshot(`
    {
      "data": {
        "dataset": {
          "sources": [
            {
              "name": "title.basics",
              "rows": 21,
            },
            {
              "name": "title.akas",
              "rows": 8,
            },
            {
              "name": "title.crew",
              "rows": 4,
            },
            {
              "name": "title.episode",
              "rows": 7,
            },
            {
              "name": "title.principals",
              "rows": 10,
            },
            {
              "name": "title.ratings",
              "rows": 3,
            },
            {
              "name": "name.basics",
              "rows": 1399,
            },
          ],
          "tables": [
            {
              "name": "names",
              "rows": 1399,
            },
            {
              "name": "titles",
              "rows": 21,
            },
            {
              "name": "principals",
              "rows": 10,
            },
            {
              "name": "credits_by_person",
              "rows": 10,
            },
            {
              "name": "akas",
              "rows": 8,
            },
            {
              "name": "crew",
              "rows": 4,
            },
            {
              "name": "episodes",
              "rows": 7,
            },
            {
              "name": "ratings",
              "rows": 3,
            },
            {
              "name": "ratings_before",
              "rows": 0,
            },
            {
              "name": "changes",
              "rows": 0,
            },
            {
              "name": "title_cards",
              "rows": 21,
            },
            {
              "name": "person_cards",
              "rows": 1399,
            },
            {
              "name": "episodes_by_series",
              "rows": 6,
            },
            {
              "name": "search_entities",
              "rows": 1420,
            },
            {
              "name": "search_texts",
              "rows": 1427,
            },
            {
              "name": "search_words",
              "rows": 1443,
            },
            {
              "name": "feature_counts",
              "rows": 4,
            },
            {
              "name": "similar_titles",
              "rows": 0,
            },
          ],
        },
      },
    }
  `);
});
