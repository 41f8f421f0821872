import { expect, test } from 'vitest';

import { openOddities } from './open-oddities.ts';

const ask = openOddities();

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
