import { afterAll, beforeAll, expect, test } from 'vitest';

import { openGateway } from '../support/gateway.ts';
import type { Answer, TestGateway } from '../support/gateway.ts';
import { buildOf } from './source-files.ts';

/** A line of a file; the columns are as IMDb writes them. */
const row = (...columns: string[]): string => columns.join('\t');

const CREW_ID = 1_000_000;
const DIRECTORS = 528;
const WRITERS = 1393;
const crewIds = (count: number): string => Array.from({ length: count }, (_, at) => `nm${CREW_ID + at}`).join(',');

/** The files are in byte order, as IMDb's are: tt10000000 stands before tt9999999. */
const LINES = {
  'title.basics': [
    row('tt0000001', 'movie', '"Giliap"', 'The "Foo" and bar', '0', '1975', '\\N', '137', 'Crime,Drama'),
    row('tt0000002', 'movie', '5" Hero', '"', '0', '894', '\\N', '1428', 'Film-Noir'),
    row('tt0000003', 'movie', '\\N', '\\N', '0', '\\N', '\\N', '\\N', '\\N'),
    row('tt0000004', 'movie', '', '', '0', '', '', '', ''),
    row('tt0000005', 'movie', '\\N', 'Only the Original', '0', '\\N', '\\N', '\\N', '\\N'),
    row('tt0000006', 'movie', 'None', 'NULL', '0', '2115', '\\N', '0', 'Short'),
    row('tt0000007', 'tvPodcast', 'C:\\Temp\\new', 'ends with \\', '0', '2020', '\\N', '\\N', 'Anime,Drama'),
    row('tt0000008', 'movie', 'Shifted', 'Shifted', '2014', '\\N', 'Drama', '90', '\\N'),
    row('tt0000009', 'video', 'Adult', 'Adult', '1', '1999', '\\N', '\\N', 'Adult'),
    row('tt0000010', 'tvSeries', 'Numbers', "L'Été à Zürich 日本 😀", '0', '2003', '2004', '\\N', 'News'),
    row('tt0000011', 'tvEpisode', 'Pilot', 'Pilot', '0', '2003', '\\N', '\\N', '\\N'),
    row('tt0000012', 'tvEpisode', 'Daily', 'Daily', '0', '2004', '\\N', '\\N', '\\N'),
    row('tt0000013', 'tvEpisode', 'Nowhere', 'Nowhere', '0', '\\N', '\\N', '\\N', '\\N'),
    row('tt0000014', 'tvEpisode', 'Season Only', 'Season Only', '0', '\\N', '\\N', '\\N', '\\N'),
    row('tt0000015', 'tvEpisode', 'Orphan', 'Orphan', '0', '\\N', '\\N', '\\N', '\\N'),
    row('tt0000016', 'tvEpisode', 'Of a Film', 'Of a Film', '0', '\\N', '\\N', '\\N', '\\N'),
    row('tt0000017', 'tvEpisode', 'Unlisted', 'Unlisted', '0', '\\N', '\\N', '\\N', '\\N'),
    row('tt0000018', 'tvPilot', 'A Pilot by Itself', 'A Pilot by Itself', '0', '2001', '\\N', '\\N', '\\N'),
    row('tt0000019', 'tvMiniSeries', 'No Episodes', 'No Episodes', '0', '2001', '2001', '\\N', '\\N'),
    row('tt10000000', 'short', 'Eight Digits', 'Eight Digits', '0', '2019', '\\N', '3', 'Short'),
    row('tt9999999', 'videoGame', 'Seven Digits', 'Seven Digits', '0', '2019', '\\N', '\\N', '\\N'),
  ],
  'title.akas': [
    row('tt0000001', '10', 'Last', 'DE', '\\N', 'imdbDisplay', '\\N', '0'),
    row('tt0000001', '2', '"Giliap" \\ "x"', 'SE', 'sv', 'imdbDisplay\u0002working', 'short title\u0002dubbed', '0'),
    row('tt0000001', '1', 'The "Foo" and bar', '\\N', '\\N', 'original', '\\N', '1'),
    row('tt0000001', '3', '\\N', 'FR', '\\N', '\\N', '\\N', '0'),
    row('tt0000001', '4', 'Empty', '', '', '', '', '0'),
    row('tt0000001', '5', 'Null', '\\N', '\\N', '\\N', '\\N', '\\N'),
    row('tt0000001', '262', 'Newest Type', 'XWW', 'qbn', 'hologram', '\\N', '0'),
    row('tt7777777', '1', 'Of No Title', 'US', '\\N', '\\N', '\\N', '0'),
  ],
  'title.crew': [
    row('tt0000001', 'nm0000001,nm7777777,nm0000002', 'nm0000002'),
    row('tt0000002', '\\N', ''),
    row('tt0000010', crewIds(DIRECTORS), crewIds(WRITERS)),
    row('tt7777777', 'nm0000001', '\\N'),
  ],
  'title.episode': [
    row('tt0000011', 'tt0000010', '1', '0'),
    row('tt0000012', 'tt0000010', '2003', '12652'),
    row('tt0000013', 'tt0000010', '\\N', '\\N'),
    row('tt0000014', 'tt0000010', '1', '\\N'),
    row('tt0000015', 'tt7777777', '1', '1'),
    row('tt0000016', 'tt0000001', '1', '1'),
    row('tt7777778', 'tt0000010', '1', '2'),
  ],
  'title.principals': [
    row('tt0000001', '75', 'nm0000003', 'choreographer', '\\N', '\\N'),
    row('tt0000001', '2', 'nm0000001', 'actor', '\\N', '["Twin \\"A\\"","C:\\\\x"]'),
    row('tt0000001', '1', 'nm0000001', 'actor', '\\N', '["Twin B"]'),
    row('tt0000001', '4', 'nm0000001', 'director', '', ''),
    row('tt0000001', '3', 'nm7777777', 'actress', '\\N', '["Nobody"]'),
    row('tt0000001', '5', 'nm0000002', 'writer', 'based on "X" by (C:\\y)', '\\N'),
    row('tt0000001', '6', 'nm0000004', 'self', '\\N', 'no JSON'),
    row('tt0000009', '1', 'nm0000001', 'self', '\\N', '["Self"]'),
    row('tt10000000', '1', 'nm10000000', 'casting_director', '\\N', '\\N'),
    row('tt7777777', '1', 'nm0000001', 'actor', '\\N', '["Lost"]'),
  ],
  'title.ratings': [
    row('tt0000001', '7.1', '5'),
    row('tt0000011', '10.0', '2147483647'),
    row('tt7777777', '9.9', '99'),
  ],
  'name.basics': [
    row('nm0000001', '"Weird" Al', '450', '-50', 'actor,soundtrack', 'tt0000001,tt7777777,tt10000000,tt9999999'),
    row('nm0000002', 'Born Later', '1970', '1900', '', '\\N'),
    row('nm0000003', '\\N', '\\N', '\\N', '\\N', ''),
    row('nm0000004', '', '', '', '\\N', '\\N'),
    row('nm10000000', 'Eight Digits', '1990', '\\N', 'hologram_designer', 'tt9999999'),
    ...Array.from({ length: WRITERS }, (_, at) =>
      row(`nm${CREW_ID + at}`, `Crew ${at + 1}`, '\\N', '\\N', '\\N', '\\N'),
    ),
    row('nm9999999', 'None', '\\N', '\\N', '\\N', '\\N'),
  ],
};

let index: TestGateway;
let parquet: TestGateway;

beforeAll(async () => {
  const folders = await buildOf(LINES, 'oddities');
  index = await openGateway(folders, { lookup: 'index' });
  parquet = await openGateway(folders, { lookup: 'parquet' });
});

afterAll(async () => {
  await index.close();
  await parquet.close();
});

/** The answer, which the two modes must agree on. */
async function ask(query: string): Promise<Answer> {
  const { extensions: _, ...answer } = await index.query(query);
  const { extensions: _other, ...other } = await parquet.query(query);
  expect(other).toEqual(answer);
  return answer;
}

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

test('person years, professions and known titles that dangle', async () => {
  expect(
    await ask(`{ peopleByIds(ids: ["nm0000001", "nm0000002", "nm0000003", "nm0000004", "nm10000000", "nm9999999", "nm7777777"]) {
      id imdbUrl primaryName birthYear deathYear primaryProfessions knownFor { id primaryTitle }
    } }`),
  ).toMatchInlineSnapshot(`
    {
      "data": {
        "peopleByIds": [
          {
            "birthYear": 450,
            "deathYear": -50,
            "id": "nm0000001",
            "imdbUrl": "https://www.imdb.com/name/nm0000001/",
            "knownFor": [
              {
                "id": "tt0000001",
                "primaryTitle": ""Giliap"",
              },
              {
                "id": "tt10000000",
                "primaryTitle": "Eight Digits",
              },
              {
                "id": "tt9999999",
                "primaryTitle": "Seven Digits",
              },
            ],
            "primaryName": ""Weird" Al",
            "primaryProfessions": [
              "actor",
              "soundtrack",
            ],
          },
          {
            "birthYear": 1970,
            "deathYear": 1900,
            "id": "nm0000002",
            "imdbUrl": "https://www.imdb.com/name/nm0000002/",
            "knownFor": [],
            "primaryName": "Born Later",
            "primaryProfessions": [],
          },
          {
            "birthYear": null,
            "deathYear": null,
            "id": "nm0000003",
            "imdbUrl": "https://www.imdb.com/name/nm0000003/",
            "knownFor": [],
            "primaryName": "nm0000003",
            "primaryProfessions": [],
          },
          {
            "birthYear": null,
            "deathYear": null,
            "id": "nm0000004",
            "imdbUrl": "https://www.imdb.com/name/nm0000004/",
            "knownFor": [],
            "primaryName": "nm0000004",
            "primaryProfessions": [],
          },
          {
            "birthYear": 1990,
            "deathYear": null,
            "id": "nm10000000",
            "imdbUrl": "https://www.imdb.com/name/nm10000000/",
            "knownFor": [
              {
                "id": "tt9999999",
                "primaryTitle": "Seven Digits",
              },
            ],
            "primaryName": "Eight Digits",
            "primaryProfessions": [
              "hologram_designer",
            ],
          },
          {
            "birthYear": null,
            "deathYear": null,
            "id": "nm9999999",
            "imdbUrl": "https://www.imdb.com/name/nm9999999/",
            "knownFor": [],
            "primaryName": "None",
            "primaryProfessions": [],
          },
          null,
        ],
      },
    }
  `);
});

test('person credits with a dangling title and an adult one', async () => {
  expect(
    await ask(`{ person(id: "nm0000001") {
      credits { totalCount nodes { billingOrder categoryName job characters title { id primaryTitle isAdult rating { average votes } } } }
      byVotes: credits(orderBy: [{ field: VOTES }]) { nodes { billingOrder title { id } } }
      onFilms: credits(titleTypes: [MOVIE]) { totalCount }
      onNew: credits(titleTypes: [OTHER]) { totalCount }
    } }`),
  ).toMatchInlineSnapshot(`
    {
      "data": {
        "person": {
          "byVotes": {
            "nodes": [
              {
                "billingOrder": 1,
                "title": {
                  "id": "tt0000001",
                },
              },
              {
                "billingOrder": 2,
                "title": {
                  "id": "tt0000001",
                },
              },
              {
                "billingOrder": 4,
                "title": {
                  "id": "tt0000001",
                },
              },
              {
                "billingOrder": 1,
                "title": {
                  "id": "tt0000009",
                },
              },
              {
                "billingOrder": 1,
                "title": null,
              },
            ],
          },
          "credits": {
            "nodes": [
              {
                "billingOrder": 1,
                "categoryName": "self",
                "characters": [
                  "Self",
                ],
                "job": null,
                "title": {
                  "id": "tt0000009",
                  "isAdult": true,
                  "primaryTitle": "Adult",
                  "rating": null,
                },
              },
              {
                "billingOrder": 1,
                "categoryName": "actor",
                "characters": [
                  "Twin B",
                ],
                "job": null,
                "title": {
                  "id": "tt0000001",
                  "isAdult": false,
                  "primaryTitle": ""Giliap"",
                  "rating": {
                    "average": 7.1,
                    "votes": 5,
                  },
                },
              },
              {
                "billingOrder": 2,
                "categoryName": "actor",
                "characters": [
                  "Twin "A"",
                  "C:\\x",
                ],
                "job": null,
                "title": {
                  "id": "tt0000001",
                  "isAdult": false,
                  "primaryTitle": ""Giliap"",
                  "rating": {
                    "average": 7.1,
                    "votes": 5,
                  },
                },
              },
              {
                "billingOrder": 4,
                "categoryName": "director",
                "characters": null,
                "job": null,
                "title": {
                  "id": "tt0000001",
                  "isAdult": false,
                  "primaryTitle": ""Giliap"",
                  "rating": {
                    "average": 7.1,
                    "votes": 5,
                  },
                },
              },
              {
                "billingOrder": 1,
                "categoryName": "actor",
                "characters": [
                  "Lost",
                ],
                "job": null,
                "title": null,
              },
            ],
            "totalCount": 5,
          },
          "onFilms": {
            "totalCount": 3,
          },
          "onNew": {
            "totalCount": 0,
          },
        },
      },
    }
  `);
});

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

test('akas joined lists, missing texts and titles without any', async () => {
  expect(
    await ask(`{ titlesByIds(ids: ["tt0000001", "tt0000002"]) {
      akas { totalCount nodes { ordering title region language types attributes isOriginalTitle } }
      working: akas(type: "working") { totalCount }
      swedish: displayTitle(language: "sv")
      french: displayTitle(region: "fr")
    } }`),
  ).toMatchInlineSnapshot(`
    {
      "data": {
        "titlesByIds": [
          {
            "akas": {
              "nodes": [
                {
                  "attributes": [],
                  "isOriginalTitle": true,
                  "language": null,
                  "ordering": 1,
                  "region": null,
                  "title": "The "Foo" and bar",
                  "types": [
                    "original",
                  ],
                },
                {
                  "attributes": [
                    "short title",
                    "dubbed",
                  ],
                  "isOriginalTitle": false,
                  "language": "sv",
                  "ordering": 2,
                  "region": "SE",
                  "title": ""Giliap" \\ "x"",
                  "types": [
                    "imdbDisplay",
                    "working",
                  ],
                },
                {
                  "attributes": [],
                  "isOriginalTitle": false,
                  "language": null,
                  "ordering": 4,
                  "region": null,
                  "title": "Empty",
                  "types": [],
                },
                {
                  "attributes": [],
                  "isOriginalTitle": false,
                  "language": null,
                  "ordering": 5,
                  "region": null,
                  "title": "Null",
                  "types": [],
                },
                {
                  "attributes": [],
                  "isOriginalTitle": false,
                  "language": null,
                  "ordering": 10,
                  "region": "DE",
                  "title": "Last",
                  "types": [
                    "imdbDisplay",
                  ],
                },
                {
                  "attributes": [],
                  "isOriginalTitle": false,
                  "language": "qbn",
                  "ordering": 262,
                  "region": "XWW",
                  "title": "Newest Type",
                  "types": [
                    "hologram",
                  ],
                },
              ],
              "totalCount": 6,
            },
            "french": ""Giliap"",
            "swedish": ""Giliap" \\ "x"",
            "working": {
              "totalCount": 1,
            },
          },
          {
            "akas": {
              "nodes": [],
              "totalCount": 0,
            },
            "french": "5" Hero",
            "swedish": "5" Hero",
            "working": {
              "totalCount": 0,
            },
          },
        ],
      },
    }
  `);
});

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

test('search finds names with quotes, backslashes, accents and other scripts', async () => {
  const texts = [
    '"giliap"',
    '5" hero',
    'C:\\temp',
    '"',
    "l'ete a zurich 日本 😀",
    'none',
    'null',
    '"weird" al',
    'adult',
    'of no title',
  ];
  const fields = texts.map(
    (text, at) => `q${at}: search(query: ${JSON.stringify(text)}) { totalCount nodes { matchedOn matchedText score } }`,
  );
  expect(await ask(`{ ${fields.join('\n')} }`)).toMatchInlineSnapshot(`
    {
      "data": {
        "q0": {
          "nodes": [
            {
              "matchedOn": "PRIMARY",
              "matchedText": ""Giliap"",
              "score": 1,
            },
          ],
          "totalCount": 1,
        },
        "q1": {
          "nodes": [
            {
              "matchedOn": "PRIMARY",
              "matchedText": "5" Hero",
              "score": 1,
            },
          ],
          "totalCount": 1,
        },
        "q2": {
          "nodes": [
            {
              "matchedOn": "PRIMARY",
              "matchedText": "C:\\Temp\\new",
              "score": 0.9,
            },
          ],
          "totalCount": 1,
        },
        "q3": {
          "nodes": [],
          "totalCount": 0,
        },
        "q4": {
          "nodes": [
            {
              "matchedOn": "ORIGINAL",
              "matchedText": "L'Été à Zürich 日本 😀",
              "score": 1,
            },
          ],
          "totalCount": 1,
        },
        "q5": {
          "nodes": [
            {
              "matchedOn": "PRIMARY",
              "matchedText": "None",
              "score": 1,
            },
            {
              "matchedOn": "NAME",
              "matchedText": "None",
              "score": 1,
            },
          ],
          "totalCount": 2,
        },
        "q6": {
          "nodes": [
            {
              "matchedOn": "ORIGINAL",
              "matchedText": "NULL",
              "score": 1,
            },
            {
              "matchedOn": "AKA",
              "matchedText": "Null",
              "score": 0.7,
            },
          ],
          "totalCount": 2,
        },
        "q7": {
          "nodes": [
            {
              "matchedOn": "NAME",
              "matchedText": ""Weird" Al",
              "score": 1,
            },
          ],
          "totalCount": 1,
        },
        "q8": {
          "nodes": [],
          "totalCount": 0,
        },
        "q9": {
          "nodes": [],
          "totalCount": 0,
        },
      },
    }
  `);
});

test('people names that are null come last', async () => {
  expect(
    await ask(`{
      credits: people(first: 5) { totalCount nodes { id primaryName } }
      first: people(orderBy: [{ field: NAME, direction: ASC }], first: 2) { nodes { id } }
      last: people(orderBy: [{ field: NAME, direction: DESC }], last: 3) { nodes { id primaryName } }
      born: people(orderBy: [{ field: BIRTH_YEAR, direction: ASC }], first: 4) { nodes { id birthYear } }
    }`),
  ).toMatchInlineSnapshot(`
    {
      "data": {
        "born": {
          "nodes": [
            {
              "birthYear": 450,
              "id": "nm0000001",
            },
            {
              "birthYear": 1970,
              "id": "nm0000002",
            },
            {
              "birthYear": 1990,
              "id": "nm10000000",
            },
            {
              "birthYear": null,
              "id": "nm0000003",
            },
          ],
        },
        "credits": {
          "nodes": [
            {
              "id": "nm0000001",
              "primaryName": ""Weird" Al",
            },
            {
              "id": "nm0000002",
              "primaryName": "Born Later",
            },
            {
              "id": "nm0000003",
              "primaryName": "nm0000003",
            },
            {
              "id": "nm0000004",
              "primaryName": "nm0000004",
            },
            {
              "id": "nm10000000",
              "primaryName": "Eight Digits",
            },
          ],
          "totalCount": 1399,
        },
        "first": {
          "nodes": [
            {
              "id": "nm0000001",
            },
            {
              "id": "nm0000002",
            },
          ],
        },
        "last": {
          "nodes": [
            {
              "id": "nm0000001",
              "primaryName": ""Weird" Al",
            },
            {
              "id": "nm0000003",
              "primaryName": "nm0000003",
            },
            {
              "id": "nm0000004",
              "primaryName": "nm0000004",
            },
          ],
        },
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
              "rows": 1425,
            },
            {
              "name": "search_words",
              "rows": 1440,
            },
          ],
        },
      },
    }
  `);
});
