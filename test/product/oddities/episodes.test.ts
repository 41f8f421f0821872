import { expect, test } from 'vitest';

import { openOddities } from './open-oddities.ts';

const ask = openOddities();

test('episodes numbers from 0 to 12652, seasons that are years, and none', async () => {
  expect(
    await ask(`{ title(id: "tt0000010") { ... on Series {
      originalTitle seasonCount
      seasons { number episodes { totalCount nodes { id } } }
      episodes { totalCount nodes {
        id seasonNumber episodeNumber rating { average votes } series { id }
        previousEpisode { id } nextEpisode { id }
      } }
    } } }`),
  ).toMatchInlineSnapshot(`
    {
      "data": {
        "title": {
          "episodes": {
            "nodes": [
              {
                "episodeNumber": 0,
                "id": "tt0000011",
                "nextEpisode": {
                  "id": "tt0000014",
                },
                "previousEpisode": null,
                "rating": {
                  "average": 10,
                  "votes": 2147483647,
                },
                "seasonNumber": 1,
                "series": {
                  "id": "tt0000010",
                },
              },
              {
                "episodeNumber": null,
                "id": "tt0000014",
                "nextEpisode": {
                  "id": "tt0000012",
                },
                "previousEpisode": {
                  "id": "tt0000011",
                },
                "rating": null,
                "seasonNumber": 1,
                "series": {
                  "id": "tt0000010",
                },
              },
              {
                "episodeNumber": 12652,
                "id": "tt0000012",
                "nextEpisode": {
                  "id": "tt0000013",
                },
                "previousEpisode": {
                  "id": "tt0000014",
                },
                "rating": null,
                "seasonNumber": 2003,
                "series": {
                  "id": "tt0000010",
                },
              },
              {
                "episodeNumber": null,
                "id": "tt0000013",
                "nextEpisode": null,
                "previousEpisode": {
                  "id": "tt0000012",
                },
                "rating": null,
                "seasonNumber": null,
                "series": {
                  "id": "tt0000010",
                },
              },
            ],
            "totalCount": 4,
          },
          "originalTitle": "L'Été à Zürich 日本 😀",
          "seasonCount": 2,
          "seasons": [
            {
              "episodes": {
                "nodes": [
                  {
                    "id": "tt0000011",
                  },
                  {
                    "id": "tt0000014",
                  },
                ],
                "totalCount": 2,
              },
              "number": 1,
            },
            {
              "episodes": {
                "nodes": [
                  {
                    "id": "tt0000012",
                  },
                ],
                "totalCount": 1,
              },
              "number": 2003,
            },
            {
              "episodes": {
                "nodes": [
                  {
                    "id": "tt0000013",
                  },
                ],
                "totalCount": 1,
              },
              "number": null,
            },
          ],
        },
      },
    }
  `);
});

test('episode without a series, of a film, and without a line', async () => {
  expect(
    await ask(`{ titlesByIds(ids: ["tt0000015", "tt0000016", "tt0000017"]) { id ... on Episode {
      series { id } seasonNumber episodeNumber previousEpisode { id } nextEpisode { id }
    } } }`),
  ).toMatchInlineSnapshot(`
    {
      "data": {
        "titlesByIds": [
          {
            "episodeNumber": 1,
            "id": "tt0000015",
            "nextEpisode": null,
            "previousEpisode": null,
            "seasonNumber": 1,
            "series": null,
          },
          {
            "episodeNumber": 1,
            "id": "tt0000016",
            "nextEpisode": null,
            "previousEpisode": null,
            "seasonNumber": 1,
            "series": null,
          },
          {
            "episodeNumber": null,
            "id": "tt0000017",
            "nextEpisode": null,
            "previousEpisode": null,
            "seasonNumber": null,
            "series": null,
          },
        ],
      },
    }
  `);
});

test('series without episodes has empty lists', async () => {
  expect(
    await ask(`{ title(id: "tt0000019") { ... on Series {
      seasonCount seasons { number } episodes { totalCount nodes { id } pageInfo { hasNextPage endCursor } }
    } } }`),
  ).toMatchInlineSnapshot(`
    {
      "data": {
        "title": {
          "episodes": {
            "nodes": [],
            "pageInfo": {
              "endCursor": null,
              "hasNextPage": false,
            },
            "totalCount": 0,
          },
          "seasonCount": 0,
          "seasons": [],
        },
      },
    }
  `);
});
