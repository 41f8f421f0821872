import { expect, test } from 'vitest';

import { openOddities } from './open-oddities.ts';

const ask = openOddities();

test('titles order by id is that of numbers', async () => {
  expect(await ask(`{ titles(orderBy: [{ field: VOTES }], first: 100) { totalCount nodes { id rating { votes } } } }`))
    .toMatchInlineSnapshot(`
    {
      "data": {
        "titles": {
          "nodes": [
            {
              "id": "tt0000011",
              "rating": {
                "votes": 2147483647,
              },
            },
            {
              "id": "tt0000001",
              "rating": {
                "votes": 5,
              },
            },
            {
              "id": "tt0000002",
              "rating": null,
            },
            {
              "id": "tt0000003",
              "rating": null,
            },
            {
              "id": "tt0000004",
              "rating": null,
            },
            {
              "id": "tt0000005",
              "rating": null,
            },
            {
              "id": "tt0000006",
              "rating": null,
            },
            {
              "id": "tt0000007",
              "rating": null,
            },
            {
              "id": "tt0000008",
              "rating": null,
            },
            {
              "id": "tt0000010",
              "rating": null,
            },
            {
              "id": "tt0000012",
              "rating": null,
            },
            {
              "id": "tt0000013",
              "rating": null,
            },
            {
              "id": "tt0000014",
              "rating": null,
            },
            {
              "id": "tt0000015",
              "rating": null,
            },
            {
              "id": "tt0000016",
              "rating": null,
            },
            {
              "id": "tt0000017",
              "rating": null,
            },
            {
              "id": "tt0000018",
              "rating": null,
            },
            {
              "id": "tt0000019",
              "rating": null,
            },
            {
              "id": "tt9999999",
              "rating": null,
            },
            {
              "id": "tt10000000",
              "rating": null,
            },
          ],
          "totalCount": 20,
        },
      },
    }
  `);
});

test('titles type OTHER finds what the vocabulary does not know', async () => {
  expect(
    await ask(`{
      new: titles(filter: { types: { any: [OTHER] } }) { totalCount nodes { __typename id titleType titleTypeName } }
      newAndGame: titles(filter: { types: { any: [OTHER, VIDEO_GAME] } }) { totalCount nodes { id } }
      known: titles(filter: { types: { exclude: [OTHER, MOVIE, TV_EPISODE] } }) { totalCount nodes { id titleTypeName } }
      pilots: titles(filter: { types: { any: [TV_PILOT] } }) { totalCount nodes { __typename titleType } }
    }`),
  ).toMatchInlineSnapshot(`
    {
      "data": {
        "known": {
          "nodes": [
            {
              "id": "tt0000010",
              "titleTypeName": "tvSeries",
            },
            {
              "id": "tt0000018",
              "titleTypeName": "tvPilot",
            },
            {
              "id": "tt0000019",
              "titleTypeName": "tvMiniSeries",
            },
            {
              "id": "tt9999999",
              "titleTypeName": "videoGame",
            },
            {
              "id": "tt10000000",
              "titleTypeName": "short",
            },
          ],
          "totalCount": 5,
        },
        "new": {
          "nodes": [
            {
              "__typename": "OtherTitle",
              "id": "tt0000007",
              "titleType": "OTHER",
              "titleTypeName": "tvPodcast",
            },
          ],
          "totalCount": 1,
        },
        "newAndGame": {
          "nodes": [
            {
              "id": "tt0000007",
            },
            {
              "id": "tt9999999",
            },
          ],
          "totalCount": 2,
        },
        "pilots": {
          "nodes": [
            {
              "__typename": "OtherTitle",
              "titleType": "TV_PILOT",
            },
          ],
          "totalCount": 1,
        },
      },
    }
  `);
});
