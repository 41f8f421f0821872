import { expect, test } from 'vitest';

import type { Aka } from '../../../src/store/model/model.ts';
import { displayTitle } from '../../../src/store/titles/display-title.ts';
import type { Audience } from '../../../src/store/titles/display-title.ts';

type Row = [title: string, of?: Partial<Omit<Aka, 'title' | 'ordering'>>];

const PRIMARY = 'The Trip to the Moon';
const JP = { region: 'JP' };
const SHOWN = { types: ['imdbDisplay'] };

function akasOf(rows: readonly Row[]): Aka[] {
  return rows.map(([title, of], index) => ({
    ordering: index + 1,
    title,
    region: null,
    language: null,
    types: [],
    attributes: [],
    isOriginalTitle: false,
    ...of,
  }));
}

test.each<[rule: string, audience: Audience, rows: readonly Row[], expected: string | null]>([
  ['nothing of another market', { region: 'DE' }, [['A', JP]], null],
  [
    'both the region and the language',
    { region: 'CA', language: 'fr' },
    [
      ['A', { region: 'CA', language: 'en' }],
      ['B', { region: 'FR', language: 'fr' }],
      ['C', { region: 'CA', language: 'fr' }],
    ],
    'C',
  ],
  [
    'imdbDisplay first',
    { region: 'DE' },
    [
      ['A', { region: 'DE' }],
      ['B', { region: 'DE', ...SHOWN }],
    ],
    'B',
  ],
  [
    'imdbDisplay though it is a working title, too',
    { region: 'DE' },
    [
      ['A', { region: 'DE' }],
      ['B', { region: 'DE', types: ['imdbDisplay', 'working'] }],
    ],
    'B',
  ],
  [
    'a row without a type before another',
    { region: 'DE' },
    [
      ['A', { region: 'DE', types: ['original'] }],
      ['B', { region: 'DE' }],
    ],
    'B',
  ],
  ...['working', 'dvd', 'festival', 'tv', 'video', 'alternative'].map((type): [string, Audience, Row[], string] => [
    `${type} behind a type that is not known`,
    { region: 'DE' },
    [
      ['A', { region: 'DE', types: [type] }],
      ['B', { region: 'DE', types: ['hologram'] }],
    ],
    'B',
  ]),
  ['alternative where there is no other', { region: 'DE' }, [['A', { region: 'DE', types: ['alternative'] }]], 'A'],
  [
    'no attributes before some',
    { region: 'DE' },
    [
      ['A', { region: 'DE', attributes: ['short title'] }],
      ['B', { region: 'DE' }],
    ],
    'B',
  ],
  [
    'the text of the primary title',
    { region: 'US' },
    [
      ['A', { region: 'US' }],
      [PRIMARY, { region: 'US' }],
    ],
    PRIMARY,
  ],
  [
    'the script of the language, not a transliteration',
    JP,
    [
      ['Gessekai Ryokô', { ...JP, ...SHOWN, language: 'ja' }],
      ['月世界旅行', { ...JP, ...SHOWN, language: 'ja' }],
    ],
    '月世界旅行',
  ],
  [
    'the script of the market',
    { region: 'RU' },
    [
      ['Puteshestvie', { region: 'RU' }],
      ['Путешествие', { region: 'RU' }],
    ],
    'Путешествие',
  ],
  [
    'the script of a former country',
    { region: 'SUHH' },
    [
      ['Puteshestvie', { region: 'SUHH' }],
      ['Путешествие', { region: 'SUHH' }],
    ],
    'Путешествие',
  ],
  [
    'the Latin script where the market has that',
    { region: 'US' },
    [
      ['Путешествие', { region: 'US' }],
      ['Trip', { region: 'US' }],
    ],
    'Trip',
  ],
  [
    'the script of each row that names its language',
    { region: 'IN' },
    [
      ['Chand', { region: 'IN', language: 'hi' }],
      ['நிலா', { region: 'IN', language: 'ta' }],
    ],
    'நிலா',
  ],
  [
    "the script of the market where the language is a code of IMDb's own",
    { region: 'CN' },
    [
      ['Yue qiu', { region: 'CN', language: 'qbo' }],
      ['月球', { region: 'CN', language: 'qbo' }],
    ],
    '月球',
  ],
  [
    'a row with a language',
    JP,
    [
      ['一', JP],
      ['二', { ...JP, language: 'ja' }],
    ],
    '二',
  ],
  [
    'the lowest ordering',
    { region: 'XWW' },
    [
      ['A', { region: 'XWW' }],
      ['B', { region: 'XWW' }],
    ],
    'A',
  ],
  ['codes that are no tags', { language: '??' }, [['A', { language: '??' }]], 'A'],
])('displayTitle prefers %s', (_rule, audience, rows, expected) => {
  expect(displayTitle(akasOf(rows), { audience, primaryTitle: PRIMARY })).toBe(expected);
});
