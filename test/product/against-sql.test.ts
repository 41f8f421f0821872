import { expect, test } from 'vitest';

import { CREDIT_CATEGORIES, TITLE_TYPES } from '../../src/dataset/words/vocabulary.ts';
import { openBothModes } from '../support/both-modes.ts';
import type { TestGateway } from '../support/gateway.ts';
import { buildOf } from './source-files.ts';
import { fold } from '../../src/dataset/words/fold.ts';
import { withReadings } from '../../src/dataset/words/readings.ts';
import { nm, tt } from './tables.ts';

/*
 * Every list against plain SQL over the canonical tables, on a small dataset full of ties, nulls and references that
 * dangle. The values come from a seeded generator.
 */

const TITLES = 70;
const PEOPLE = 30;
const PAGE = 7;

let seed = 20_261_121;
function random(below: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}
function oneOf(...values: readonly string[]): string {
  return values[random(values.length)] ?? '';
}
const row = (...columns: (string | number)[]): string => columns.join('\t');
const numbers = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

const NAMES = ['Été', 'ete', 'Eternal', 'ÉTERNEL', 'The Été', '%', "O'Neil", '日本', 'b', 'B', '\\N'];

function titleLine(id: number): string {
  return row(
    tt(id),
    id <= 6
      ? 'tvSeries'
      : id <= 30
        ? 'tvEpisode'
        : oneOf('movie', 'short', 'tvMovie', 'tvPilot', 'podcast', 'hologram', 'videoGame'),
    oneOf(...NAMES),
    oneOf(...NAMES),
    oneOf('0', '0', '0', '1'),
    oneOf('\\N', '1999', '2000', '2001'),
    '\\N',
    oneOf('\\N', '5', '90'),
    oneOf('\\N', 'Drama', 'Drama,Anime'),
  );
}

function crewList(): string {
  return (
    numbers(random(5))
      .map(() => nm(1 + random(PEOPLE + 5)))
      .join(',') || '\\N'
  );
}

function lines() {
  const titles = numbers(TITLES);
  const orderings = (ids: readonly number[], make: (id: number, ordering: number) => string) =>
    ids.flatMap((id) => numbers(random(6)).map((ordering) => make(id, ordering * (1 + random(3)) + ordering * 10)));
  const withGaps = [...titles.filter(() => random(10) > 1), 5_000_000];
  return {
    'title.basics': titles.map(titleLine),
    'title.akas': orderings(withGaps, (id, ordering) =>
      row(
        tt(id),
        ordering,
        oneOf(...NAMES),
        oneOf('DE', 'US', '\\N'),
        oneOf('de', '\\N'),
        oneOf('dvd', 'tv\u0002dvd', '\\N'),
        '\\N',
        '0',
      ),
    ),
    'title.crew': withGaps.map((id) => row(tt(id), crewList(), crewList())),
    'title.episode': numbers(24).map((at) =>
      row(tt(at + 6), tt(1 + random(7)), ...(random(4) === 0 ? ['\\N', '\\N'] : [1 + random(3), random(4) || '\\N'])),
    ),
    'title.principals': orderings(withGaps, (id, ordering) =>
      row(
        tt(id),
        ordering,
        nm(1 + random(PEOPLE + 5)),
        oneOf('actor', 'actress', 'self', 'director', 'stunts', 'choir'),
        oneOf('\\N', 'job'),
        oneOf('\\N', '["A","B \\"C\\""]'),
      ),
    ),
    'title.ratings': withGaps
      .filter(() => random(3) > 0)
      .map((id) => row(tt(id), `${5 + random(3)}.${random(2)}`, 10 * random(4))),
    'name.basics': numbers(PEOPLE).map((id) =>
      row(
        nm(id),
        oneOf(...NAMES),
        oneOf('\\N', '1950', '1960'),
        '\\N',
        '\\N',
        numbers(random(4))
          .map(() => tt(1 + random(TITLES + 5)))
          .join(',') || '\\N',
      ),
    ),
  };
}

const { index, parquet, tables } = await openBothModes(await buildOf(lines(), 'against-sql'));

interface List {
  totalCount: number;
  nodes: unknown[];
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string | null; endCursor: string | null };
}

/** The object under the alias `list`, wherever it is. */
function findList(data: unknown): List {
  if (typeof data === 'object' && data !== null) {
    if ('list' in data) return data.list as List;
    for (const value of Object.values(data)) return findList(value);
  }
  throw new Error(`no list in ${JSON.stringify(data)}`);
}

/** A query that holds the field `list: field(…)`, for given arguments and paging. */
type Query = (paging: string) => string;

async function read(gateway: TestGateway, query: string): Promise<List> {
  const { data, errors } = await gateway.query(query);
  expect(errors, query).toBeUndefined();
  return findList(data);
}

/** All nodes by small pages, checked for flags on the way. */
async function walk(query: Query, backward: boolean, page = PAGE): Promise<unknown[]> {
  const nodes: unknown[] = [];
  let cursor: string | null = null;
  for (let at = 0; ; at += 1) {
    const from: string = cursor === null ? '' : `, ${backward ? 'before' : 'after'}: "${cursor}"`;
    const list: List = await read(index, query(`${backward ? 'last' : 'first'}: ${page}${from}`));
    if (backward) nodes.unshift(...list.nodes);
    else nodes.push(...list.nodes);
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = list.pageInfo;
    expect(backward ? hasNextPage : hasPreviousPage).toBe(at > 0);
    if (!(backward ? hasPreviousPage : hasNextPage)) return nodes;
    expect(list.nodes).toHaveLength(page);
    cursor = backward ? startCursor : endCursor;
  }
}

/** A list is the expected rows: whole in both modes, and page by page in both directions. */
async function expectList(query: Query, expected: readonly unknown[], { page = PAGE } = {}): Promise<void> {
  const whole = await read(index, query('first: 100'));
  expect(whole.nodes, query('')).toEqual(expected);
  expect(whole.totalCount, query('')).toBe(expected.length);
  expect(await read(parquet, query('first: 100'))).toEqual(whole);
  if (page === 0) return;
  expect(await walk(query, false, page), query('')).toEqual(expected);
  expect(await walk(query, true, page), query('')).toEqual(expected);
}

const PAGE_INFO = 'totalCount pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';
const DIRECTIONS = ['ASC', 'DESC'] as const;
const words = (list: readonly string[]): string => list.map((word) => `'${word}'`).join(', ');
const KNOWN_TYPES = words(Object.values(TITLE_TYPES));
const KNOWN_CATEGORIES = words(Object.values(CREDIT_CATEGORIES));

const FILTERS: [string, string][] = [
  ['', 'NOT isAdult'],
  ['filter: { adult: INCLUDE }', 'true'],
  ['filter: { adult: ONLY, types: { any: [] } }', 'isAdult'],
  ['filter: { types: { any: [OTHER] } }', `NOT isAdult AND titleType NOT IN (${KNOWN_TYPES})`],
  [
    'filter: { adult: INCLUDE, types: { any: [OTHER, MOVIE, TV_PILOT], exclude: [TV_PILOT] } }',
    `(titleType = 'movie' OR titleType NOT IN (${KNOWN_TYPES}))`,
  ],
  [
    'filter: { types: { exclude: [OTHER, TV_EPISODE] } }',
    `NOT isAdult AND titleType <> 'tvEpisode' AND titleType IN (${KNOWN_TYPES})`,
  ],
];
const TITLE_FIELDS = {
  VOTES: 'numVotes',
  RATING: 'averageRating',
  YEAR: 'startYear',
  RUNTIME: 'runtimeMinutes',
  TITLE: 'coalesce(primaryTitle, originalTitle)',
};

test.each(Object.entries(TITLE_FIELDS))('titles by %s are those of SQL under every filter', async (field, column) => {
  for (const [filter, condition] of FILTERS) {
    for (const direction of DIRECTIONS) {
      const rows = await tables.rows(
        `SELECT tconst FROM titles LEFT JOIN ratings USING (tconst) WHERE ${condition}
         ORDER BY ${column} ${direction} NULLS LAST, tconst`,
      );
      expect(rows.length).toBeGreaterThan(2);
      const query: Query = (paging) =>
        `{ list: titles(${filter} orderBy: [{ field: ${field}, direction: ${direction} }], ${paging}) { nodes { id } ${PAGE_INFO} } }`;
      await expectList(
        query,
        rows.map(({ tconst }) => ({ id: tt(tconst) })),
      );
    }
  }
});

test('titles by several fields are those of SQL, by offset too', async () => {
  const rows = await tables.rows(
    `SELECT tconst FROM titles LEFT JOIN ratings USING (tconst) WHERE NOT isAdult
     ORDER BY averageRating DESC NULLS LAST, startYear ASC NULLS LAST,
       coalesce(primaryTitle, originalTitle) DESC NULLS LAST, tconst`,
  );
  const expected = rows.map(({ tconst }) => ({ id: tt(tconst) }));
  const order = 'orderBy: [{ field: RATING }, { field: YEAR, direction: ASC }, { field: TITLE }]';
  await expectList((paging) => `{ list: titles(${order}, ${paging}) { nodes { id } ${PAGE_INFO} } }`, expected, {
    page: 1,
  });
  for (let offset = 0; offset <= expected.length; offset += 5) {
    const list = await read(
      index,
      `{ list: titles(${order}, first: 5, offset: ${offset}) { nodes { id } ${PAGE_INFO} } }`,
    );
    expect(list.nodes).toEqual(expected.slice(offset, offset + 5));
    expect(list.pageInfo).toMatchObject({ hasPreviousPage: offset > 0, hasNextPage: offset + 5 < expected.length });
  }
});

test('titles between two cursors are those between', async () => {
  const { data } = await index.query('{ titles(first: 20) { edges { cursor node { id } } } }');
  const { edges } = (data as { titles: { edges: { cursor: string; node: { id: string } }[] } }).titles;
  const between = `after: "${edges[2]?.cursor}", before: "${edges[10]?.cursor}"`;
  for (const [paging, from, to] of [
    ['first: 5', 3, 8],
    ['last: 5', 5, 10],
    ['first: 50', 3, 10],
    ['last: 50', 3, 10],
  ] as const) {
    const list = await read(index, `{ list: titles(${between}, ${paging}) { nodes { id } ${PAGE_INFO} } }`);
    expect(list.nodes).toEqual(edges.slice(from, to).map(({ node }) => node));
    expect(list.pageInfo).toMatchObject({ hasPreviousPage: true, hasNextPage: true });
  }
});

test('people in every order are those of SQL', async () => {
  const columns = { CREDITS: 'credits', NAME: 'primaryName', BIRTH_YEAR: 'birthYear' };
  const chosen = [3, 7, 29, 34];
  for (const [field, column] of Object.entries(columns)) {
    for (const direction of DIRECTIONS) {
      for (const [filter, condition] of [
        ['', 'true'],
        [`filter: { ids: ${JSON.stringify([...chosen, 3].map(nm))} }`, `nconst IN (${chosen.join()})`],
      ]) {
        const rows = await tables.rows(
          `SELECT names.nconst AS nconst, count(principals.nconst) AS credits FROM names LEFT JOIN principals USING (nconst)
           WHERE ${condition} GROUP BY names.nconst, primaryName, birthYear
           ORDER BY ${column} ${direction} NULLS LAST, names.nconst`,
        );
        await expectList(
          (paging) =>
            `{ list: people(${filter} orderBy: [{ field: ${field}, direction: ${direction} }], ${paging}) { nodes { id } ${PAGE_INFO} } }`,
          rows.map(({ nconst }) => ({ id: nm(nconst) })),
        );
      }
    }
  }
});

test('credits of every title are those of SQL', async () => {
  for (const id of [...numbers(TITLES), 5_000_000].filter((_, at) => at % 3 === 0 && at < TITLES)) {
    for (const [filter, condition] of [
      ['', 'true'],
      ['categories: [OTHER, ACTOR],', `(category = 'actor' OR category NOT IN (${KNOWN_CATEGORIES}))`],
    ]) {
      const rows = await tables.rows(
        `SELECT ordering, category, job, characters, names.nconst AS nconst, primaryName, birthYear
         FROM principals LEFT JOIN names USING (nconst) WHERE tconst = ${id} AND ${condition} ORDER BY ordering`,
      );
      await expectList(
        (paging) => `{ title(id: "${tt(id)}") { list: credits(${filter} ${paging}) {
          nodes { billingOrder categoryName job characters person { id birthYear } } ${PAGE_INFO} } } }`,
        rows.map(({ ordering, category, job, characters, nconst, birthYear }) => ({
          billingOrder: ordering,
          categoryName: category,
          job,
          characters,
          person: nconst === null ? null : { id: nm(nconst), birthYear },
        })),
        { page: 2 },
      );
    }
  }
});

test('credits of every person in every order are those of SQL', async () => {
  const columns = { YEAR: 'startYear', VOTES: 'numVotes', RATING: 'averageRating', BILLING: 'ordering' };
  for (const id of numbers(PEOPLE).filter((at) => at % 4 === 0)) {
    for (const [field, column] of Object.entries(columns)) {
      for (const direction of DIRECTIONS) {
        for (const [filter, condition] of [
          ['', 'true'],
          [
            'categories: [OTHER], titleTypes: [OTHER, TV_EPISODE],',
            `category NOT IN (${KNOWN_CATEGORIES}) AND (titleType = 'tvEpisode' OR titleType NOT IN (${KNOWN_TYPES}))`,
          ],
        ]) {
          const rows = await tables.rows(
            `SELECT principals.tconst AS tconst, ordering, titleType FROM principals
             LEFT JOIN (SELECT * FROM titles LEFT JOIN ratings USING (tconst)) USING (tconst) WHERE nconst = ${id} AND ${condition}
             ORDER BY ${column} ${direction} NULLS LAST, principals.tconst, ordering`,
          );
          await expectList(
            (
              paging,
            ) => `{ person(id: "${nm(id)}") { list: credits(${filter} orderBy: [{ field: ${field}, direction: ${direction} }], ${paging}) {
              nodes { billingOrder title { id } } ${PAGE_INFO} } } }`,
            rows.map(({ tconst, ordering, titleType }) => ({
              billingOrder: ordering,
              title: titleType === null ? null : { id: tt(tconst) },
            })),
            { page: id % 8 === 0 ? 3 : 0 },
          );
        }
      }
    }
  }
});

test('episodes of every series in every order are those of SQL', async () => {
  const columns = {
    NUMBER: ['seasonNumber', 'episodeNumber'],
    RATING: ['averageRating'],
    VOTES: ['numVotes'],
    YEAR: ['startYear'],
  };
  for (const id of numbers(6)) {
    for (const [field, names] of Object.entries(columns)) {
      for (const direction of DIRECTIONS) {
        for (const season of [undefined, 1]) {
          const rows = await tables.rows(
            `SELECT tconst, seasonNumber, episodeNumber, averageRating, numVotes
             FROM episodes JOIN titles USING (tconst) LEFT JOIN ratings USING (tconst)
             WHERE parentTconst = ${id} ${season === undefined ? '' : `AND seasonNumber = ${season}`}
             ORDER BY ${names.map((name) => `${name} ${direction} NULLS LAST`).join(', ')}, tconst`,
          );
          await expectList(
            (
              paging,
            ) => `{ title(id: "${tt(id)}") { ... on Series { list: episodes(${season === undefined ? '' : `season: ${season},`}
              orderBy: [{ field: ${field}, direction: ${direction} }], ${paging}) {
              nodes { id seasonNumber episodeNumber rating { average votes } } ${PAGE_INFO} } } } }`,
            rows.map(({ tconst, seasonNumber, episodeNumber, averageRating, numVotes }) => ({
              id: tt(tconst),
              seasonNumber,
              episodeNumber,
              rating: averageRating === null ? null : { average: averageRating, votes: numVotes },
            })),
            { page: 2 },
          );
        }
      }
    }
  }
});

test('akas and crew of every title are those of SQL', async () => {
  for (const id of numbers(TITLES).filter((at) => at % 3 === 0)) {
    for (const [filter, condition] of [
      ['', 'true'],
      ['region: "de",', "region = 'DE'"],
      ['type: "dvd", language: "DE",', "list_contains(types, 'dvd') AND language = 'de'"],
    ]) {
      const rows = await tables.rows(
        `SELECT ordering, title, region, coalesce(types, []) AS types FROM akas WHERE tconst = ${id} AND title IS NOT NULL AND ${condition} ORDER BY ordering`,
      );
      await expectList(
        (paging) =>
          `{ title(id: "${tt(id)}") { list: akas(${filter} ${paging}) { nodes { ordering title region types } ${PAGE_INFO} } } }`,
        rows,
        { page: 2 },
      );
    }
    for (const role of ['directors', 'writers']) {
      const rows = await tables.rows(
        `SELECT nconst FROM (SELECT unnest(${role}) AS nconst, generate_subscripts(${role}, 1) AS position FROM crew WHERE tconst = ${id})
         JOIN names USING (nconst) ORDER BY position`,
      );
      await expectList(
        (paging) => `{ title(id: "${tt(id)}") { list: ${role}(${paging}) { nodes { id } ${PAGE_INFO} } } }`,
        rows.map(({ nconst }) => ({ id: nm(nconst) })),
        { page: 2 },
      );
    }
  }
});

/** Every reading of every text of titles and people, folded, with what search filters and orders by; made once, as folding is slow. */
await tables.rows(
  `CREATE TABLE texts AS ${withReadings(`SELECT *, ${fold('text')} AS folded FROM (
    SELECT 0 AS person, tconst AS id, titleType, isAdult, startYear AS year, numVotes AS votes, averageRating AS rating,
      unnest([primaryTitle, originalTitle]) AS text, false AS aka, NULL AS region
    FROM titles LEFT JOIN ratings USING (tconst)
    UNION ALL
    SELECT 0, tconst, titleType, isAdult, startYear, numVotes, averageRating, title, true, region
    FROM akas JOIN titles USING (tconst) LEFT JOIN ratings USING (tconst)
    UNION ALL
    SELECT 1, nconst, NULL, NULL, NULL,
      (SELECT max(numVotes) FROM titles JOIN ratings USING (tconst) WHERE list_contains(knownForTitles, tconst)), NULL,
      primaryName, false, NULL
    FROM names
  )`)}`,
);

const ARTICLES = ['the', 'a', 'an', 'le', 'la', 'les', 'un', 'une', 'der', 'die', 'das', 'ein', 'el', 'los', 'il', 'o'];

/** Scores as they are described: by words, by parts of the only one, and by other spellings of that. */
function scoreSql(query: string, near: readonly string[], inRegion: boolean): string {
  const all = query
    .split(' ')
    .map((word, at, { length }) =>
      at === length - 1 ? `contains(' ' || folded, ' ${word}')` : `contains(' ' || folded || ' ', ' ${word} ')`,
    );
  const withArticle = `folded IN ('${ARTICLES.map((article) => `${article} ${query}`).join("', '")}')
    AND (person = 0 OR starts_with(folded, 'the '))`;
  const [first = '', ...others] = query.split(' ');
  const withoutArticle = ARTICLES.includes(first) && others.length > 0 ? others.join(' ') : undefined;
  const inside = `contains(folded, '${query}') AND length('${query}') >= 3 AND NOT contains('${query}', ' ')`;
  const isNear = near.map((word) => `contains(' ' || folded ${word.length < 5 ? "|| ' '" : ''}, ' ${word}')`);
  return `CASE
    WHEN ${all.join(' AND ')} THEN
      CASE WHEN folded = '${query}' THEN CASE WHEN aka AND NOT ${inRegion} THEN 0.96 ELSE 1 END
        WHEN ${withArticle} THEN CASE WHEN aka AND NOT ${inRegion} THEN 0.95 ELSE 0.98 END
        WHEN starts_with(folded, '${query}') THEN CASE WHEN aka THEN 0.75 ELSE 0.9 END
        WHEN aka THEN 0.7 ELSE 0.8 END
    WHEN ${withoutArticle === undefined ? 'false' : `folded = '${withoutArticle}'`} THEN 0.85
    WHEN ${inside} THEN 0.3
    WHEN ${near.map((word) => `folded = '${word}'`).join(' OR ') || 'false'} THEN 0.2
    WHEN ${isNear.join(' OR ') || 'false'} THEN 0.15 END::DOUBLE`;
}

async function searchBySql(text: string, condition: string) {
  const [asked] = await tables.rows(`SELECT ${fold('$1')} AS folded`, [text]);
  const query = asked?.folded as string;
  if (query === '') return [];
  const find = (near: readonly string[], where: string) =>
    tables.rows(`
      SELECT person, id, max(score) AS score FROM (SELECT *, ${scoreSql(query, near, condition.includes('region'))} AS score FROM texts)
      WHERE score IS NOT NULL AND ${where} GROUP BY person, id, votes, rating, year
      ORDER BY max(score) DESC, votes DESC NULLS LAST, rating DESC NULLS LAST, year DESC NULLS LAST, person, id`);
  // Whatever the filter.
  const whole = (await find([], 'true')).filter(({ score }) => Number(score) > 0.3);
  const near = query.includes(' ') || whole.length >= 10 ? [] : await nearWords(query);
  return find(near, `isAdult IS NOT TRUE AND ${condition}`);
}

/** Words of four letters and more that are a typing error away. */
async function nearWords(query: string): Promise<string[]> {
  const rows = await tables.rows(`
    SELECT DISTINCT word FROM (SELECT unnest(string_split(folded, ' ')) AS word FROM texts)
    WHERE length(word) BETWEEN 4 AND 20 AND damerau_levenshtein(word, '${query}') = 1 AND length('${query}') >= 3`);
  return rows.map(({ word }) => word as string);
}

test.each([
  'été',
  'ETE',
  'e',
  'the',
  '%',
  "o'neil",
  "O'",
  '日',
  'b',
  'eternel',
  'x',
  'n',
  ' été ',
  'film a',
  'a film',
  'ilm',
])('search %s finds what SQL finds', async (text) => {
  for (const [args, condition] of [
    ['', 'true'],
    ['types: [TITLE],', 'person = 0'],
    ['types: [PERSON],', 'person = 1'],
    ['types: [MOVIE, SERIES],', "titleType IN ('movie', 'tvMovie', 'tvSeries', 'tvMiniSeries')"],
    ['types: [EPISODE, PERSON],', "(person = 1 OR titleType = 'tvEpisode')"],
    ['includeAkas: false,', 'NOT aka'],
    ['region: "de",', "(NOT aka OR region = 'DE')"],
    ['year: 2000,', 'year = 2000'],
  ]) {
    const rows = await searchBySql(text, condition ?? '');
    await expectList(
      (paging) => `{ list: search(query: ${JSON.stringify(text)}, ${args} ${paging}) {
          nodes { score node { ... on Title { id } ... on Person { id } } } ${PAGE_INFO} } }`,
      rows.map(({ person, id, score }) => ({ score, node: { id: person === 1 ? nm(id) : tt(id) } })),
    );
  }
});

async function findById(query: string, types = ''): Promise<unknown> {
  const { data } = await index.query(
    `query ($q: String!) { search(query: $q ${types}) { nodes { matchedOn matchedText node { ... on Title { id } ... on Person { id } } } } }`,
    { q: query },
  );
  return (data as { search: { nodes: unknown } }).search.nodes;
}

test('search by id and address finds its own, among the types', async () => {
  const title = [{ matchedOn: 'ID', matchedText: 'tt0000001', node: { id: 'tt0000001' } }];
  const person = [{ matchedOn: 'ID', matchedText: 'nm0000002', node: { id: 'nm0000002' } }];
  for (const query of [
    'tt0000001',
    ' TT0000001 ',
    'https://www.imdb.com/title/tt0000001/',
    'https://www.imdb.com/title/tt0000001',
    'https://www.imdb.com/title/tt0000001/?ref_=fn_al_tt_1',
    'https://www.imdb.com/title/tt0000001?ref_=x',
    'http://m.imdb.com/de/title/tt0000001/fullcredits#cast',
    'www.imdb.com/title/tt0000001/',
    'imdb.com/title/tt0000001',
  ]) {
    expect(await findById(query), query).toEqual(title);
  }
  expect(await findById('https://www.imdb.com/name/nm0000002/?ref_=tt_ov')).toEqual(person);
  expect(await findById('tt0000001', ', types: [SERIES]')).toEqual(title);
  expect(await findById('tt0000001', ', types: [PERSON, MOVIE]')).toEqual([]);
  expect(await findById('nm0000002', ', types: [TITLE]')).toEqual([]);
  for (const query of ['tt000001', 'tt0000001x', 'xtt0000001', 'tt0000001 tt0000002', 'tt9999999', 'tt00000001']) {
    expect(await findById(query), query).toEqual([]);
  }
});

test('searched names of adult titles are left out, their ids are found', async () => {
  const [adult] = await tables.rows(
    'SELECT tconst, primaryTitle FROM titles WHERE isAdult AND primaryTitle IS NOT NULL',
  );
  const id = tt(adult?.['tconst']);
  const byName = await read(
    index,
    `{ list: search(query: ${JSON.stringify(adult?.['primaryTitle'])}, first: 100) { nodes { node { ... on Title { id } } } } }`,
  );
  expect(byName.nodes).not.toContainEqual({ node: { id } });
  const byId = await read(index, `{ list: search(query: "${id}") { nodes { node { ... on Title { id } } } } }`);
  expect(byId.nodes).toEqual([{ node: { id } }]);
});
