import { expect } from 'vitest';

import { documentKindInputs, DOCUMENT_KINDS } from '../../src/dataset/indexes/document-kinds.ts';
import type { DocumentKindName } from '../../src/dataset/indexes/document-kinds.ts';
import { SORTED_TABLES } from '../../src/dataset/indexes/sorted-tables.ts';
import { TABLES } from '../../src/dataset/tables/tables.ts';
import { CLIENT_ERROR_STATUS, ClientError } from '../../src/errors.ts';
import type { BuildReaders } from '../../src/store/builds/build-readers.ts';
import type { DocumentReader } from '../../src/store/documents/table-reader.ts';
import type { PersonCredits } from '../../src/store/credits/person-credits.ts';
import type { TestGateway } from '../support/gateway.ts';

interface Question {
  text: string;
  /** Lookups, scans and tables that it reads. */
  of: readonly string[];
}

/** Questions that reach every index of a build of the demo, and every table that is read where there are indexes. */
const QUESTIONS: Record<string, Question> = {
  title: {
    of: ['rated_titles', 'title', 'person', 'title_credits', 'title_crew', 'title_akas', 'person_credits'],
    text: `{ title(id: "tt0900001") {
      primaryTitle originalTitle genres startYear rating { average votes } displayTitle(region: "DE")
      credits(first: 50) { totalCount nodes { billingOrder category job characters person { primaryName birthYear
        credits(first: 5, orderBy: [{ field: VOTES }]) { totalCount nodes { title { id primaryTitle rating { votes } } } }
      } } }
      directors { nodes { id primaryName knownFor { id primaryTitle } } }
      writers { nodes { id } }
      akas { totalCount nodes { title region language types } }
    } }`,
  },
  series: {
    of: ['title', 'series_episodes'],
    text: `{ title(id: "tt0900100") { primaryTitle ... on Series {
      seasonCount seasons { number episodes(first: 5) { totalCount nodes { id primaryTitle } } }
      best: episodes(orderBy: [{ field: RATING }], first: 3) { nodes { id rating { average } } }
    } } }`,
  },
  people: {
    of: ['person_list', 'person'],
    text: `{ people(filter: { birthYear: { min: 1950 } }, first: 5) {
      totalCount nodes { id primaryName primaryProfessions } facets { profession { value count } }
    } }`,
  },
  titles: {
    of: ['title_list', 'aka_regions', 'title'],
    text: `{ titles(filter: { genres: { any: [DRAMA] }, rating: { min: 5 } }, orderBy: [{ field: RATING }], first: 5) {
      totalCount nodes { id primaryTitle } facets { decade { label count } akaRegion { value count } }
    } }`,
  },
  languages: {
    of: ['title_list', 'aka_languages'],
    text: '{ titles(filter: { akaLanguages: { any: ["de"] } }, first: 3) { totalCount nodes { id } } }',
  },
  sizes: {
    of: ['title_list', 'series_sizes'],
    text: '{ titles(filter: { types: { any: [TV_SERIES] } }, orderBy: [{ field: EPISODES }], first: 3) { nodes { id } } }',
  },
  words: {
    of: ['title_list', 'search_lists', 'search_terms'],
    text: '{ titles(filter: { primaryTitle: { words: "the" } }, first: 3) { totalCount nodes { id primaryTitle } } }',
  },
  credited: {
    of: ['title_list', 'credits_by_person'],
    text: '{ titles(filter: { credits: { any: [{ personId: "nm0900001" }] } }, first: 5) { totalCount nodes { id } } }',
  },
  person: {
    of: ['title_list', 'person_list', 'credits_by_person'],
    text: '{ titles(filter: { person: { matches: "^mar" } }, first: 5) { totalCount nodes { id } } }',
  },
  chart: {
    of: ['title_list', 'ratings_before'],
    text: `{ chart(kind: TOP_RATED_MOVIES, minVotes: 5, first: 5) {
      meanRating totalCount nodes { rank previousRank weightedRating title { id } }
    } }`,
  },
  changes: {
    of: ['changes', 'title'],
    text: `{ changes(kinds: [RATING_MOVED], first: 5) {
      totalCount nodes { kind id ratingBefore { average votes } ratingAfter { history { average } } title { id } }
    } }`,
  },
  path: {
    of: ['credit_graph', 'principals', 'credits_by_person'],
    text: `{ path(from: "nm0900001", to: "nm0900010") { degrees steps { title { id } next { id } } }
      person(id: "nm0900001") { degrees { reachable } } }`,
  },
  similar: {
    of: ['similar_titles', 'feature_counts'],
    text: `{ title(id: "tt0900001") { similar(first: 3) { nodes { score title { id } reasons { kind detail } } } }
      compare(a: "tt0900001", b: "tt0900002") { similarity { score reasons { kind weight } } } }`,
  },
  careers: {
    of: ['careers', 'person'],
    text: '{ careers(category: DIRECTOR, first: 3) { nodes { person { id } titles votes } } }',
  },
  enumerations: {
    of: ['title_list', 'credit_categories', 'aka_regions', 'aka_languages', 'person_list'],
    text: `{ genres { word count } creditCategories { word count } regions { word count } languages { word count }
      professions { word count } }`,
  },
  search: {
    of: ['search_lists', 'search_terms', 'title', 'title_akas'],
    text: `{ search(query: "midnight at the", first: 5) {
      totalCount nodes { score matchedText node { ... on Node { id } } }
    } }`,
  },
  market: {
    of: ['search_lists', 'search_terms', 'aka_regions'],
    text: '{ search(query: "mitternacht im", region: "DE", first: 3) { totalCount nodes { matchedText } } }',
  },
  mistyped: {
    of: ['search_terms', 'search_lists'],
    text: '{ search(query: "midnigth at the orpheum", first: 3) { correctedQuery nodes { matchedText } } }',
  },
  inside: {
    of: ['search_terms', 'search_lists'],
    text: '{ search(query: "idnigh", first: 3) { totalCount nodes { matchedText } } }',
  },
};

/** Asked whatever is damaged. */
const DATASET = '{ dataset { buildId builtAt sources { name rows } tables { name rows } } }';

/** Enough of those that read what comes from a file: it is read from end to end besides. */
const ASKED = 2;

function questionsOf(file: string | undefined): [name: string, text: string][] {
  const all = Object.entries(QUESTIONS).map(([name, { text, of }]) => ({ name, text, of }));
  const from = file === undefined ? undefined : comesFrom(file);
  const asked = from === undefined ? all : all.filter(({ of }) => of.some((one) => from.has(one))).slice(0, ASKED);
  return [...asked.map(({ name, text }) => [name, text] as [string, string]), ['dataset', DATASET]];
}

/** A file's own relation, and the lookups and scans that are made of it where they have no index. */
function comesFrom(file: string): Set<string> {
  const own = file.replaceAll(/^.*\/|\..*$/g, '');
  return new Set([
    own,
    ...DOCUMENT_KINDS.filter((lookup) => documentKindInputs(lookup).includes(own as never)).map(({ name }) => name),
    ...SORTED_TABLES.filter(({ from }) => from.includes(own as never)).map(({ name }) => name),
  ]);
}

/** What was answered, by question: text without errors, or the codes of these. */
export type Answers = Record<string, { build: string; text: string } | { codes: string[] }>;

/** Keys of documents. */
export type Keys = Record<'tconst' | 'nconst', readonly number[]>;

/** Answers to questions that read a file, and all that comes from it; or to all questions, and all there is. */
export async function askAll(gateway: TestGateway, { keys, file }: { keys: Keys; file?: string }): Promise<Answers> {
  const asked = questionsOf(file).map(async ([name, question]) => {
    const { data, errors, extensions } = await gateway.query(question);
    if (errors !== undefined) return [name, { codes: errors.map(codeOf) }] as const;
    const { dataset } = extensions as { dataset: { buildId: string } };
    return [name, { build: dataset.buildId, text: JSON.stringify(data) }] as const;
  });
  const answers: Answers = Object.fromEntries(await Promise.all(asked));
  return { ...answers, ...(await sweep(gateway, { keys, file })) };
}

function codeOf({ message, extensions }: { message: string; extensions?: Record<string, unknown> }): string {
  const code = String(extensions?.['code']);
  expect(Object.keys(CLIENT_ERROR_STATUS)).toContain(code);
  expect([code, message]).not.toContain('Unexpected error.');
  expect(message.length).toBeGreaterThan(20);
  return code;
}

/** All documents and all rows that come from a file, each as one text. */
async function sweep(
  { store }: TestGateway,
  { keys, file }: { keys: Keys; file?: string | undefined },
): Promise<Answers> {
  const lease = store.acquire();
  if (lease === null) return {};
  const { readers } = lease;
  const build = readers.manifest.buildId;
  const from = file === undefined ? undefined : comesFrom(file);
  const answers: Answers = {};
  const add = async (what: string, read: () => Promise<unknown>): Promise<void> => {
    answers[what] = await read().then(
      (found) => ({ build, text: JSON.stringify(found, plainCredits) }),
      (error: unknown) => {
        if (!(error instanceof ClientError)) throw error;
        return { codes: [error.code] };
      },
    );
  };
  for (const { name: lookup, key } of DOCUMENT_KINDS) {
    if (from?.has(lookup) === false) continue;
    const ids = key === 'nconst' ? keys.nconst : keys.tconst;
    await add(`all of ${lookup}`, () => readerOf(readers, lookup).many(ids));
  }
  for (const { name: relation } of [...SORTED_TABLES, ...TABLES]) {
    if (from?.has(relation) === false) continue;
    const sql = `SELECT count(*), bit_xor(hash(rows)) FROM ${relation} rows`;
    await add(`all of ${relation}`, async () => (await readers.pool.rows(sql, [])).map(String));
  }
  lease.release();
  return answers;
}

function readerOf(readers: BuildReaders, name: DocumentKindName): DocumentReader<object> {
  const byName = {
    title: readers.titles,
    person: readers.people,
    title_credits: readers.titleCredits,
    title_crew: readers.crew,
    title_akas: readers.akas,
    person_credits: readers.personCredits,
    series_episodes: readers.episodes,
    similar_titles: readers.similarTitles,
  };
  return byName[name];
}

/** Credits of a person are in no order, and name words by places of their own. */
function plainCredits(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('categories' in value)) return value;
  const { values, categories, types } = value as PersonCredits;
  const rows = Array.from({ length: values.length / 5 }, (_, row) => [...values.subarray(5 * row, 5 * row + 5)]);
  return rows
    .map(([id, billing, category = 0, type = 0, year]) => [id, billing, categories[category], types[type], year].join())
    .sort();
}
