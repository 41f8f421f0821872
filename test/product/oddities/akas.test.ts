import { expect, test } from 'vitest';

import { openOddities } from './open-oddities.ts';

const ask = openOddities();

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
