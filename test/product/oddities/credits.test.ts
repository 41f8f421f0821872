import { expect, test } from 'vitest';

import { openOddities } from './open-oddities.ts';

const ask = openOddities();

test('credits repeated people, unordered lines and dangling people', async () => {
  expect(
    await ask(`{ title(id: "tt0000001") {
      credits { totalCount nodes { billingOrder category categoryName job characters title { id } person { id primaryName } } }
      cast { totalCount nodes { billingOrder } }
      other: credits(categories: [OTHER]) { totalCount nodes { categoryName person { primaryName } } }
    } }`),
  ).toMatchInlineSnapshot(`
    {
      "data": {
        "title": {
          "cast": {
            "nodes": [
              {
                "billingOrder": 1,
              },
              {
                "billingOrder": 2,
              },
              {
                "billingOrder": 3,
              },
              {
                "billingOrder": 6,
              },
            ],
            "totalCount": 4,
          },
          "credits": {
            "nodes": [
              {
                "billingOrder": 1,
                "category": "ACTOR",
                "categoryName": "actor",
                "characters": [
                  "Twin B",
                ],
                "job": null,
                "person": {
                  "id": "nm0000001",
                  "primaryName": ""Weird" Al",
                },
                "title": {
                  "id": "tt0000001",
                },
              },
              {
                "billingOrder": 2,
                "category": "ACTOR",
                "categoryName": "actor",
                "characters": [
                  "Twin "A"",
                  "C:\\x",
                ],
                "job": null,
                "person": {
                  "id": "nm0000001",
                  "primaryName": ""Weird" Al",
                },
                "title": {
                  "id": "tt0000001",
                },
              },
              {
                "billingOrder": 3,
                "category": "ACTRESS",
                "categoryName": "actress",
                "characters": [
                  "Nobody",
                ],
                "job": null,
                "person": null,
                "title": {
                  "id": "tt0000001",
                },
              },
              {
                "billingOrder": 4,
                "category": "DIRECTOR",
                "categoryName": "director",
                "characters": null,
                "job": null,
                "person": {
                  "id": "nm0000001",
                  "primaryName": ""Weird" Al",
                },
                "title": {
                  "id": "tt0000001",
                },
              },
              {
                "billingOrder": 5,
                "category": "WRITER",
                "categoryName": "writer",
                "characters": null,
                "job": "based on "X" by (C:\\y)",
                "person": {
                  "id": "nm0000002",
                  "primaryName": "Born Later",
                },
                "title": {
                  "id": "tt0000001",
                },
              },
              {
                "billingOrder": 6,
                "category": "SELF",
                "categoryName": "self",
                "characters": [
                  "no JSON",
                ],
                "job": null,
                "person": {
                  "id": "nm0000004",
                  "primaryName": "nm0000004",
                },
                "title": {
                  "id": "tt0000001",
                },
              },
              {
                "billingOrder": 75,
                "category": "OTHER",
                "categoryName": "choreographer",
                "characters": null,
                "job": null,
                "person": {
                  "id": "nm0000003",
                  "primaryName": "nm0000003",
                },
                "title": {
                  "id": "tt0000001",
                },
              },
            ],
            "totalCount": 7,
          },
          "other": {
            "nodes": [
              {
                "categoryName": "choreographer",
                "person": {
                  "primaryName": "nm0000003",
                },
              },
            ],
            "totalCount": 1,
          },
        },
      },
    }
  `);
});
