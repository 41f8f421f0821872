import { expect, test } from 'vitest';

import { openOddities } from './open-oddities.ts';

const ask = openOddities();

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
          "nodes": [
            {
              "matchedOn": "ORIGINAL",
              "matchedText": """,
              "score": 1,
            },
          ],
          "totalCount": 1,
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
              "score": 0.96,
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
