import sql from 'sql-template-tag';
import type { Sql } from 'sql-template-tag';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { typedKeys } from '../../../src/dataset/words/writing-keys.ts';
import type { SearchFilter } from '../../../src/store/model/model.ts';
import type { Lease } from '../../../src/store/builds/store.ts';
import { candidateSetsOf } from '../../../src/store/search/candidate-sets-of.ts';
import { postingSearch } from '../../../src/store/search/engine/posting-search.ts';
import { tableSearch } from '../../../src/store/search/plain/table-search.ts';
import type { HitPosition } from '../../../src/store/search/ranking/found-rows.ts';
import type { CandidateSets } from '../../../src/store/search/terms/candidate-sets.ts';
import { readQuery, readWords } from '../../../src/store/search/terms/read-query.ts';
import type { SearchIndex } from '../../../src/store/search/terms/search-index.ts';
import { readTerms, tableTerms } from '../../../src/store/search/terms/table-terms.ts';
import type { OwnTexts, SearchMethod } from '../../../src/store/search/terms/search-method.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { openGateway } from '../../support/gateway.ts';
import type { TestGateway } from '../../support/gateway.ts';

// The judge reads all texts for each query.
vi.setConfig({ testTimeout: 240_000 });

const PAGE = 9;
const PAGES = 2;

const FILTERS: readonly SearchFilter[] = [
  { adult: 'EXCLUDE', includeAkas: true },
  { adult: 'INCLUDE', includeAkas: false },
  { adult: 'EXCLUDE', includeAkas: true, region: 'DE' },
  { adult: 'EXCLUDE', includeAkas: true, types: ['MOVIE', 'PERSON'] },
  { adult: 'EXCLUDE', includeAkas: true, types: ['EPISODE'] },
  { adult: 'ONLY', includeAkas: true },
  { adult: 'EXCLUDE', includeAkas: true, year: 2012 },
  { adult: 'INCLUDE', includeAkas: true, types: ['TITLE'], region: 'US', year: 2004 },
  { adult: 'EXCLUDE', includeAkas: true, types: ['SERIES'], region: 'XX' },
];

let gateway: TestGateway;
let lease: Lease;
let index: SearchIndex;
/** The same build, of which the tables alone are read. */
let slow: SearchIndex;
let lists: SearchMethod;
/** The same search with windows of a few postings, as a large build has. */
let narrow: SearchMethod;
/** The judge. */
let tables: SearchMethod;

beforeAll(async () => {
  gateway = await openGateway((await demoBuild(0.002)).folders);
  const acquired = gateway.store.acquire();
  if (acquired === null) throw new Error('there is no build');
  lease = acquired;
  index = lease.readers.queries;
  expect(lease.readers.warnings).toEqual([]);
  const { postings } = index;
  if (postings === undefined) throw new Error('there are no posting lists');
  lists = postingSearch(postings, index);
  narrow = postingSearch(postings, { goOn: (began) => index.goOn(began), windowPostings: 500 });
  const all = await readTerms((query) => index.rows(query), index.scope);
  const terms = { ...all, ...tableTerms(index, { scope: index.scope, list: all }) };
  slow = { ...index, postings: undefined, terms: () => Promise.resolve(terms) };
  tables = tableSearch(slow);
});

afterAll(async () => {
  lease.release();
  await gateway.close();
});

/** Beginnings, parts and words in another order of texts that the build has. */
async function someQueries(): Promise<string[]> {
  const rows = await index.rows(sql`SELECT folded FROM search_texts ORDER BY hash(folded, id), id LIMIT 18`);
  const texts = rows.map(([folded]) => folded as string);
  return texts.flatMap((text, at) => {
    const words = text.split(' ');
    const begin = words.slice(0, 1 + (at % 4)).join(' ');
    const year = 1990 + (at % 30);
    return [begin, begin.slice(0, -1 - (at % 3)), words.toReversed().slice(0, 3).join(' '), text, `${begin} ${year}`];
  });
}

const COMMON = [
  'the 1999',
  'episode 2004',
  'silence 2012',
  '2012 the',
  'the',
  'a',
  'o',
  'of the',
  'the of',
  'the the',
  'episode 1',
  '1 1',
  'la',
  'th',
  'man the o',
  'эпизод',
];

/** What is read in several ways, or stands in texts that are; the last ones are parts of runs, and lack a space. */
const READINGS = [
  'D.W. zoradan',
  'dw zoradan 2001',
  'j t zorellin',
  'x-zoradan',
  'xzoradan',
  'e.t.',
  'vexadan & myxadan',
  'zoradan and jibellin',
  'the & of',
  'the + of 2012',
  'zoradan y 1990',
  '3:11 to zorellin',
  '1,000,000',
  '20 000',
  'Ｚｏｒａｄａｎ',
  '...',
  '$',
  '+/-',
  '&',
  '鴉羽',
  '솔숲',
  '鴉羽 物語',
  'azoradan escaped',
  '夢と鴉羽物語',
  '저겨울이야기',
  'adovadan',
  "un'idovadan di notte",
  'kdovadan lum orro',
  'lum orro and the qdovellin 1999',
];

/** What other scripts write otherwise; of every title and text. */
const OF_WRITINGS = [
  'epizod',
  'toraigano',
  'hoshi no yurikago 1961',
  'zarikleto',
  'polugreza 2',
  'ζαρικλετο',
  '龙飞凤舞记',
  '燈塔與',
  '凤舞',
  'samarkandal',
  'polugreza 1999',
  '"',
];

const ANYTHING: SearchFilter = { adult: 'INCLUDE', includeAkas: true };
const OF_ANYTHING = { ...ANYTHING, types: undefined, year: undefined, region: undefined };

async function setsOf(text: string, of = index): Promise<CandidateSets> {
  return candidateSetsOf(of, await readQuery(of, text));
}

/** Of titles that are in every demo dataset, and of night. */
const OF_FIXED_TITLES = [
  'pitiful 8',
  'salt roads episode 4',
  'old tide 4',
  'the gravelmoor ii',
  'ashmarket 3',
  'nacht',
  'quillon 5 1999',
  'the known nowhere else',
];

async function textsWith(condition: Sql, count: number): Promise<[text: string, region: string][]> {
  const rows = await index.rows(
    sql`SELECT folded, region FROM search_texts WHERE ${condition} ORDER BY hash(folded, id), id LIMIT ${count}`,
  );
  return rows as [string, string][];
}

/** Texts without their article, with another one, with numbers in other forms, and other titles, each with its region. */
async function otherwiseTyped(): Promise<(Partial<SearchFilter> & { text: string })[]> {
  const some = await textsWith(sql`matchedOn <> 'AKA' AND folded LIKE 'the % %'`, 4);
  const akas = await textsWith(sql`matchedOn = 'AKA' AND region IS NOT NULL`, 4);
  const articles = await textsWith(sql`matchedOn = 'AKA' AND regexp_matches(folded, '^(die|la) .* .')`, 16);
  const numbers = await textsWith(sql`regexp_matches(folded, '^(two|seven|twelve) | (iv|ii|vi)$|[a-z] [2-9]$')`, 4);
  const forms: Readonly<Record<string, string>> = {
    two: '2',
    seven: '7',
    twelve: '12',
    iv: '4',
    ii: 'two',
    vi: '6',
    3: 'iii',
  };
  return [
    ...[...OF_FIXED_TITLES, ...OF_WRITINGS].map((text) => Object.assign({ text }, OF_ANYTHING)),
    ...some.flatMap(([text], at) => {
      const rest = text.slice(4);
      return [rest, `a ${rest}`, `${rest} ${1995 + at}`, `the ${rest.slice(0, 5)}`].map((typed) => ({ text: typed }));
    }),
    ...articles.map(([text]) => ({ text: text.slice(text.indexOf(' ') + 1) })),
    ...numbers.flatMap(([text], at) => {
      const other = text
        .split(' ')
        .map((word) => forms[word] ?? word)
        .join(' ');
      return [other, `the ${other}`, `${other} ${1995 + at}`].map((typed) => ({ text: typed }));
    }),
    ...akas.flatMap(([text, region]) => [
      { text, region },
      { text: text.split(' ').slice(-2).join(' '), region },
      { text },
    ]),
  ];
}

test('posting lists and tables find the same pages', async () => {
  const seen = new Set<number>();
  const typed = [...COMMON, ...READINGS, ...(await someQueries())].map((text) => ({ text }));
  for (const [at, { text, ...own }] of [...typed, ...(await otherwiseTyped())].entries()) {
    const filter = { ...FILTERS[at % FILTERS.length], ...own } as SearchFilter;
    const sets = await setsOf(text);
    let after: HitPosition | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const request = { sets, filter, limit: PAGE, after };
      const rows = await tables.page(request);
      expect({ text, filter, page, rows: await lists.page(request) }).toEqual({ text, filter, page, rows });
      for (const { bucket } of rows) seen.add(bucket);
      const last = rows.at(-1);
      if (last === undefined) break;
      after = [last.bucket, last.docId];
    }
  }
  const least = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 20, 23, 24, 25];
  expect([...seen]).toEqual(expect.arrayContaining(least));
});

test('windows of a few postings make the same pages, forward and backward, and the same counts', async () => {
  for (const [at, text] of [...COMMON, ...READINGS, ...(await someQueries()).slice(0, 60)].entries()) {
    const filter = FILTERS[at % FILTERS.length] as SearchFilter;
    const sets = await setsOf(text);
    for (const backward of [false, true]) {
      const request = { sets, filter, limit: 40, backward };
      expect({ text, filter, backward, rows: await narrow.page(request) }).toEqual({
        text,
        filter,
        backward,
        rows: await lists.page(request),
      });
    }
    const request = { sets, filter, most: 5000 };
    expect({ text, count: await narrow.count(request) }).toEqual({ text, count: await lists.count(request) });
  }
});

test.each(['the', 'of the 2004', 'midnigth'])('pages of %s before and between places are the same', async (text) => {
  for (const filter of FILTERS.filter((_, at) => at % 3 === 2)) {
    const sets = await setsOf(text);
    const all = await tables.page({ sets, filter, limit: 60 });
    for (const [first, last] of [
      [4, 20],
      [0, 59],
      [7, undefined],
      [undefined, 33],
      [undefined, undefined],
    ]) {
      const [after, before] = [first, last].map((at): HitPosition | undefined => {
        const row = at === undefined ? undefined : all[at];
        return row && [row.bucket, row.docId];
      });
      for (const backward of [false, true]) {
        const request = { sets, filter, limit: 12, after, before, backward };
        const rows = await tables.page(request);
        expect({ filter, request, rows: await lists.page(request) }).toEqual({ filter, request, rows });
      }
    }
  }
});

test('the most popular are the same', async () => {
  for (const [at, text] of ['t', 'st', 'a', 'o', 'the s', ...READINGS, ...(await someQueries())].entries()) {
    const { typed } = await setsOf(text);
    const set = { ...typed, interpretations: typed.interpretations.map(({ words }) => ({ words, hinted: null })) };
    const request = { set, filter: FILTERS[at % FILTERS.length] as SearchFilter, limit: 10 };
    expect({ text, rows: await lists.popular(request) }).toEqual({ text, rows: await tables.popular(request) });
  }
});

/** Parts of texts, and texts with a letter less, some of them with a year. */
async function mistypedQueries(): Promise<string[]> {
  return (await someQueries()).map((text, at) => {
    const middle = Math.floor(text.length / 2);
    const other = at % 2 === 0 ? text.slice(2, 8) : text.slice(0, middle) + text.slice(middle + 1);
    return at % 3 === 0 ? `${other} ${1995 + (at % 25)}` : other;
  });
}

test('parts of words and near spellings are the same, forward and backward', async () => {
  const seen = new Set<number>();
  const all = [...READINGS, ...(await mistypedQueries()), ...OF_WRITINGS];
  for (const [at, text] of all.entries()) {
    const filter = OF_WRITINGS.includes(text) ? ANYTHING : (FILTERS[at % FILTERS.length] as SearchFilter);
    const request = { filter, limit: 60, backward: at % 5 === 0 };
    const [sets, others] = [await setsOf(text), await setsOf(text, slow)];
    expect({ text, sets: await sets.further() }).toEqual({ text, sets: await others.further() });
    const rows = await tables.page({ sets: others, ...request });
    expect({ text, rows: await lists.page({ sets, ...request }) }).toEqual({ text, rows });
    for (const { bucket } of rows) seen.add(bucket);
  }
  expect([...seen]).toEqual(expect.arrayContaining([27, 28, 29, 30, 31, 32, 33, 34, 36]));
});

test('words of a letter or two less or more, or two wrong, are near to the same terms', async () => {
  const [terms, others] = [await index.terms(), await slow.terms()];
  let found = 0;
  for (const text of [
    ...(await mistypedQueries()).slice(0, 40),
    'epidose',
    'midnigth',
    'orphuem',
    'silece',
    'epizod',
  ]) {
    for (const word of text.split(' ').filter(({ length }) => length > 3)) {
      for (const letters of [1, 2] as const) {
        const near = new Set(await terms.alike(word, letters));
        const wanted = await others.alike(word, letters);
        found += wanted.length;
        expect({ word, letters, missing: wanted.filter((term) => !near.has(term)) }).toMatchObject({ missing: [] });
      }
      for (const key of typedKeys(word))
        expect([key, await terms.writtenAs(key)]).toEqual([key, await others.writtenAs(key)]);
      const part = word.slice(1, 5);
      expect([part, await terms.containing(part, 50)]).toEqual([part, await others.containing(part, 50)]);
    }
  }
  expect(found).toBeGreaterThan(100);
});

test('no search asks DuckDB', async () => {
  const alone: SearchIndex = {
    ...index,
    rows: ({ text }) => Promise.reject(new Error(`it was asked: ${text}`)),
    found: ({ text }) => Promise.reject(new Error(`it was asked: ${text}`)),
  };
  for (const [at, text] of [...COMMON, ...READINGS, ...(await someQueries()), ...(await mistypedQueries())].entries()) {
    const filter = FILTERS[at % FILTERS.length] as SearchFilter;
    const sets = await setsOf(text, alone);
    await lists.page({ sets, filter, limit: PAGE });
    await lists.count({ sets, filter, most: 2000 });
    await readWords(alone, text);
  }
});

test('hits are counted the same', async () => {
  const mistyped = [...COMMON, ...READINGS, ...(await mistypedQueries())].map((text) => ({ text }));
  for (const [at, { text, ...own }] of [...mistyped, ...(await otherwiseTyped())].entries()) {
    const filter = { ...FILTERS[at % FILTERS.length], ...own } as SearchFilter;
    const request = { sets: await setsOf(text), filter, most: 2000 };
    expect({ text, count: await lists.count(request) }).toEqual({ text, count: await tables.count(request) });
    const { typed } = request.sets;
    expect({ text, count: await lists.countAny(typed, 10) }).toEqual({ text, count: await tables.countAny(typed, 10) });
  }
});

const TEXTS: readonly (readonly OwnTexts[])[] = [
  [{ kind: 'NAME' }],
  [{ kind: 'PRIMARY' }],
  [{ kind: 'ORIGINAL' }],
  [{ kind: 'ORIGINAL', isOnly: true }],
  [{ kind: 'ORIGINAL' }, { kind: 'PRIMARY', isOnly: true }],
];

async function idsOf(method: SearchMethod, words: string, texts: readonly OwnTexts[]): Promise<unknown[]> {
  const ids = await method.having(await readWords(index, words), texts);
  const rows = await index.rows(sql`SELECT id FROM (${ids}) AS ids(id) ORDER BY id`);
  return rows.flat();
}

test('the same documents have all words in a text of a kind', async () => {
  let found = 0;
  for (const text of [...COMMON, ...READINGS, ...(await someQueries()).slice(0, 40)]) {
    for (const texts of TEXTS) {
      const ids = await idsOf(tables, text, texts);
      expect({ text, texts, ids: await idsOf(lists, text, texts) }).toEqual({ text, texts, ids });
      found += ids.length;
    }
  }
  expect(found).toBeGreaterThan(100);
});
