import { expect, test } from 'vitest';

import { openOddities } from './open-oddities.ts';

const ask = openOddities();

const TITLE = `
  __typename id imdbUrl titleType titleTypeName primaryTitle originalTitle isAdult startYear endYear runtimeMinutes
  genres genreNames rating { average votes }`;

test('title quotes and backslashes stay as they are', async () => {
  expect(await ask(`{ titlesByIds(ids: ["tt0000001", "tt0000002", "tt0000007"]) { ${TITLE} } }`))
    .toMatchInlineSnapshot(`
    {
      "data": {
        "titlesByIds": [
          {
            "__typename": "Movie",
            "endYear": null,
            "genreNames": [
              "Crime",
              "Drama",
            ],
            "genres": [
              "CRIME",
              "DRAMA",
            ],
            "id": "tt0000001",
            "imdbUrl": "https://www.imdb.com/title/tt0000001/",
            "isAdult": false,
            "originalTitle": "The "Foo" and bar",
            "primaryTitle": ""Giliap"",
            "rating": {
              "average": 7.1,
              "votes": 5,
            },
            "runtimeMinutes": 137,
            "startYear": 1975,
            "titleType": "MOVIE",
            "titleTypeName": "movie",
          },
          {
            "__typename": "Movie",
            "endYear": null,
            "genreNames": [
              "Film-Noir",
            ],
            "genres": [
              "FILM_NOIR",
            ],
            "id": "tt0000002",
            "imdbUrl": "https://www.imdb.com/title/tt0000002/",
            "isAdult": false,
            "originalTitle": """,
            "primaryTitle": "5" Hero",
            "rating": null,
            "runtimeMinutes": 1428,
            "startYear": 894,
            "titleType": "MOVIE",
            "titleTypeName": "movie",
          },
          {
            "__typename": "OtherTitle",
            "endYear": null,
            "genreNames": [
              "Anime",
              "Drama",
            ],
            "genres": [
              "OTHER",
              "DRAMA",
            ],
            "id": "tt0000007",
            "imdbUrl": "https://www.imdb.com/title/tt0000007/",
            "isAdult": false,
            "originalTitle": "ends with \\",
            "primaryTitle": "C:\\Temp\\new",
            "rating": null,
            "runtimeMinutes": null,
            "startYear": 2020,
            "titleType": "OTHER",
            "titleTypeName": "tvPodcast",
          },
        ],
      },
    }
  `);
});

test('title null and empty columns are null', async () => {
  expect(await ask(`{ titlesByIds(ids: ["tt0000003", "tt0000004", "tt0000005"]) { ${TITLE} } }`))
    .toMatchInlineSnapshot(`
    {
      "data": {
        "titlesByIds": [
          {
            "__typename": "Movie",
            "endYear": null,
            "genreNames": [],
            "genres": [],
            "id": "tt0000003",
            "imdbUrl": "https://www.imdb.com/title/tt0000003/",
            "isAdult": false,
            "originalTitle": null,
            "primaryTitle": "tt0000003",
            "rating": null,
            "runtimeMinutes": null,
            "startYear": null,
            "titleType": "MOVIE",
            "titleTypeName": "movie",
          },
          {
            "__typename": "Movie",
            "endYear": null,
            "genreNames": [],
            "genres": [],
            "id": "tt0000004",
            "imdbUrl": "https://www.imdb.com/title/tt0000004/",
            "isAdult": false,
            "originalTitle": null,
            "primaryTitle": "tt0000004",
            "rating": null,
            "runtimeMinutes": null,
            "startYear": null,
            "titleType": "MOVIE",
            "titleTypeName": "movie",
          },
          {
            "__typename": "Movie",
            "endYear": null,
            "genreNames": [],
            "genres": [],
            "id": "tt0000005",
            "imdbUrl": "https://www.imdb.com/title/tt0000005/",
            "isAdult": false,
            "originalTitle": "Only the Original",
            "primaryTitle": "Only the Original",
            "rating": null,
            "runtimeMinutes": null,
            "startYear": null,
            "titleType": "MOVIE",
            "titleTypeName": "movie",
          },
        ],
      },
    }
  `);
});

test('title named None and NULL keeps its names', async () => {
  expect(await ask(`{ title(id: "tt0000006") { ${TITLE} } }`)).toMatchInlineSnapshot(`
    {
      "data": {
        "title": {
          "__typename": "Movie",
          "endYear": null,
          "genreNames": [
            "Short",
          ],
          "genres": [
            "SHORT",
          ],
          "id": "tt0000006",
          "imdbUrl": "https://www.imdb.com/title/tt0000006/",
          "isAdult": false,
          "originalTitle": "NULL",
          "primaryTitle": "None",
          "rating": null,
          "runtimeMinutes": 0,
          "startYear": 2115,
          "titleType": "MOVIE",
          "titleTypeName": "movie",
        },
      },
    }
  `);
});

test('title shifted columns become null and not adult', async () => {
  expect(await ask(`{ titlesByIds(ids: ["tt0000008", "tt0000009"]) { ${TITLE} } }`)).toMatchInlineSnapshot(`
    {
      "data": {
        "titlesByIds": [
          {
            "__typename": "Movie",
            "endYear": null,
            "genreNames": [],
            "genres": [],
            "id": "tt0000008",
            "imdbUrl": "https://www.imdb.com/title/tt0000008/",
            "isAdult": false,
            "originalTitle": "Shifted",
            "primaryTitle": "Shifted",
            "rating": null,
            "runtimeMinutes": 90,
            "startYear": null,
            "titleType": "MOVIE",
            "titleTypeName": "movie",
          },
          {
            "__typename": "Video",
            "endYear": null,
            "genreNames": [
              "Adult",
            ],
            "genres": [
              "ADULT",
            ],
            "id": "tt0000009",
            "imdbUrl": "https://www.imdb.com/title/tt0000009/",
            "isAdult": true,
            "originalTitle": "Adult",
            "primaryTitle": "Adult",
            "rating": null,
            "runtimeMinutes": null,
            "startYear": 1999,
            "titleType": "VIDEO",
            "titleTypeName": "video",
          },
        ],
      },
    }
  `);
});

test('title ids of seven and eight digits', async () => {
  expect(
    await ask(
      `{ titlesByIds(ids: ["tt10000000", "tt9999999", "tt1000000", "tt010000000"]) { __typename id imdbUrl primaryTitle } }`,
    ),
  ).toMatchInlineSnapshot(`
    {
      "data": {
        "titlesByIds": [
          {
            "__typename": "Short",
            "id": "tt10000000",
            "imdbUrl": "https://www.imdb.com/title/tt10000000/",
            "primaryTitle": "Eight Digits",
          },
          {
            "__typename": "VideoGame",
            "id": "tt9999999",
            "imdbUrl": "https://www.imdb.com/title/tt9999999/",
            "primaryTitle": "Seven Digits",
          },
          null,
          null,
        ],
      },
    }
  `);
});
