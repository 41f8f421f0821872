import { expect, test } from 'vitest';

import { openOddities } from './open-oddities.ts';

const ask = openOddities();

test('crew lists of 528 and 1393 people', async () => {
  expect(
    await ask(`{ title(id: "tt0000010") {
      directors(first: 2) { totalCount nodes { id primaryName } pageInfo { hasNextPage } }
      lastWriters: writers(last: 2) { totalCount nodes { id primaryName } pageInfo { hasPreviousPage hasNextPage } }
    } }`),
  ).toMatchInlineSnapshot(`
    {
      "data": {
        "title": {
          "directors": {
            "nodes": [
              {
                "id": "nm1000000",
                "primaryName": "Crew 1",
              },
              {
                "id": "nm1000001",
                "primaryName": "Crew 2",
              },
            ],
            "pageInfo": {
              "hasNextPage": true,
            },
            "totalCount": 528,
          },
          "lastWriters": {
            "nodes": [
              {
                "id": "nm1001391",
                "primaryName": "Crew 1392",
              },
              {
                "id": "nm1001392",
                "primaryName": "Crew 1393",
              },
            ],
            "pageInfo": {
              "hasNextPage": false,
              "hasPreviousPage": true,
            },
            "totalCount": 1393,
          },
        },
      },
    }
  `);
});

test('crew people who dangle are left out, no crew is an empty list', async () => {
  expect(
    await ask(`{ titlesByIds(ids: ["tt0000001", "tt0000002", "tt0000003"]) {
      id directors { totalCount nodes { id } } writers { totalCount nodes { id } }
    } }`),
  ).toMatchInlineSnapshot(`
    {
      "data": {
        "titlesByIds": [
          {
            "directors": {
              "nodes": [
                {
                  "id": "nm0000001",
                },
                {
                  "id": "nm0000002",
                },
              ],
              "totalCount": 2,
            },
            "id": "tt0000001",
            "writers": {
              "nodes": [
                {
                  "id": "nm0000002",
                },
              ],
              "totalCount": 1,
            },
          },
          {
            "directors": {
              "nodes": [],
              "totalCount": 0,
            },
            "id": "tt0000002",
            "writers": {
              "nodes": [],
              "totalCount": 0,
            },
          },
          {
            "directors": {
              "nodes": [],
              "totalCount": 0,
            },
            "id": "tt0000003",
            "writers": {
              "nodes": [],
              "totalCount": 0,
            },
          },
        ],
      },
    }
  `);
});
