import { afterAll, beforeAll, expect, test } from 'vitest';

import type { DialectName } from '../../src/export/dialects/dialect.ts';
import { questionSql } from '../../src/export/questions/question.ts';
import { QUESTIONS } from '../../src/export/questions/questions.ts';
import { demoBuild } from '../support/demo-build.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';

type Values = Record<string, string | number>;
/** The id of a row, and what else the graph says of it, by the place of the statement's column. */
type Wanted = readonly [id: string, ...rest: (number | string | null)[]];

interface Case {
  question: string;
  values: Values;
  /** Columns of the statement that are compared. */
  columns: readonly number[];
  query: string;
  /** The rows in the answer. */
  rows: (data: never) => Wanted[];
}

interface Rated {
  id: string;
  rating: { average: number; votes: number } | null;
}
interface Credited {
  nodes: { billingOrder: number; category: string; person: { id: string } }[];
}

const RATED = (data: { titles: { nodes: Rated[] } }): Wanted[] =>
  data.titles.nodes.map(({ id, rating }) => [id, rating?.average ?? null, rating?.votes ?? null]);

const CASES: Case[] = [
  {
    question: 'movies_of_a_year',
    values: { year: 1999, rows: 20 },
    columns: [0, 2, 3],
    query: `{ titles(filter: { types: { any: [MOVIE] }, year: { min: 1999, max: 1999 }, hasRating: true },
      orderBy: [{ field: RATING }, { field: VOTES }], first: 20) { nodes { id rating { average votes } } } }`,
    rows: RATED,
  },
  {
    question: 'top_rated',
    values: { votes: 50, rows: 25 },
    columns: [0, 2, 3],
    query: `{ titles(filter: { types: { any: [MOVIE] }, votes: { min: 50 } },
      orderBy: [{ field: RATING }, { field: VOTES }], first: 25) { nodes { id rating { average votes } } } }`,
    rows: RATED,
  },
  {
    question: 'episodes_in_order',
    values: { series: 'tt0900100' },
    columns: [0, 2, 3],
    query: `{ title(id: "tt0900100") { ... on Series { episodes(first: 500) { nodes { id seasonNumber episodeNumber } } } } }`,
    rows: (data: {
      title: { episodes: { nodes: { id: string; seasonNumber: number | null; episodeNumber: number | null }[] } };
    }) => data.title.episodes.nodes.map(({ id, seasonNumber, episodeNumber }) => [id, seasonNumber, episodeNumber]),
  },
  {
    question: 'cast_by_billing',
    values: { title: 'tt0900001' },
    columns: [0, 2],
    query: `{ title(id: "tt0900001") { cast(first: 500) { nodes { billingOrder category person { id } } } } }`,
    rows: (data: { title: { cast: Credited } }) =>
      data.title.cast.nodes.map(({ billingOrder, person }) => [person.id, billingOrder]),
  },
  {
    question: 'films_of_a_director',
    values: { person: 'nm0900002' },
    columns: [0, 2],
    query: `{ person(id: "nm0900002") { credits(categories: [DIRECTOR], titleTypes: [MOVIE], first: 500) {
      nodes { title { id startYear } } } } }`,
    rows: (data: { person: { credits: { nodes: { title: { id: string; startYear: number | null } }[] } } }) =>
      data.person.credits.nodes.map(({ title }) => [title.id, title.startYear]),
  },
  {
    question: 'titles_of_a_genre',
    values: { genre: 'Drama', rows: 50 },
    columns: [0, 2],
    query: `{ titles(filter: { genres: { any: [DRAMA] } }, first: 50) { nodes { id rating { average votes } } } }`,
    rows: (data: { titles: { nodes: Rated[] } }) =>
      data.titles.nodes.map(({ id, rating }) => [id, rating?.votes ?? null]),
  },
  {
    question: 'busiest_people',
    values: { category: 'actress', rows: 30 },
    columns: [0, 2, 3],
    query: `{ careers(category: ACTRESS, first: 30) { nodes { person { id } titles votes } } }`,
    rows: (data: { careers: { nodes: { person: { id: string }; titles: number; votes: number }[] } }) =>
      data.careers.nodes.map(({ person, titles, votes }) => [person.id, titles, votes]),
  },
  {
    question: 'series_by_episodes',
    values: { rows: 15 },
    columns: [0, 2],
    query: `{ titles(filter: { types: { any: [TV_SERIES, TV_MINI_SERIES] } }, orderBy: [{ field: EPISODES }], first: 15) {
      nodes { id ... on Series { episodes(first: 0) { totalCount } } } } }`,
    rows: (data: { titles: { nodes: { id: string; episodes: { totalCount: number } }[] } }) =>
      data.titles.nodes.map(({ id, episodes }) => [id, episodes.totalCount]),
  },
  {
    question: 'directors_by_rating',
    values: { films: 2, rows: 20 },
    columns: [0, 2, 3, 4],
    query: `{ careers(category: DIRECTOR, titleTypes: [MOVIE], minRatedTitles: 2, orderBy: MEAN_RATING, first: 20) {
      nodes { person { id } meanRating ratedTitles votes } } }`,
    rows: (data: {
      careers: { nodes: { person: { id: string }; meanRating: number; ratedTitles: number; votes: number }[] };
    }) =>
      data.careers.nodes.map(({ person, meanRating, ratedTitles, votes }) => [
        person.id,
        meanRating,
        ratedTitles,
        votes,
      ]),
  },
];

export interface QuestionTests {
  /** Runs a statement with its values, in the order of its parameters, and answers with the rows. */
  sql: (statement: string, values: (string | number)[]) => Promise<unknown[][]>;
  /** Exports the demo build of 0.001 into the engine, whole. */
  load: () => Promise<unknown>;
}

/** Tests that the statement of each common question answers in an engine what the graph does. */
export function questionTests(dialect: DialectName, { sql, load }: QuestionTests): void {
  let gateway: TestGateway | undefined;
  beforeAll(async () => {
    gateway = await openGateway((await demoBuild(0.001)).folders);
  });
  afterAll(() => gateway?.close());

  test.each(CASES)(
    'the $question of the engine are those of the graph',
    async ({ question, values, columns, query, rows }) => {
      await load();
      const asked = QUESTIONS.find(({ name }) => name === question) ?? expect.fail(`no question is named ${question}`);
      const { sql: statement, parameters } = questionSql(asked, dialect);
      const found = await sql(
        statement,
        parameters.map(({ name }) => values[name] ?? expect.fail(name)),
      );
      const answer = await gateway?.query(query);
      expect(answer?.errors).toBeUndefined();
      const wanted = rows(answer?.data as never);
      expect(wanted.length).toBeGreaterThan(1);
      const compared = found.map((row) =>
        columns.map((place) => {
          const value = row[place];
          return place === 0 || value === null ? value : Number(value);
        }),
      );
      expect(compared).toEqual(
        wanted.map((row) => row.map((value) => (typeof value === 'number' ? expect.closeTo(value, 8) : value))),
      );
    },
  );

  test('every question is compared with the graph', () => {
    expect(CASES.map(({ question }) => question)).toEqual(QUESTIONS.map(({ name }) => name));
  });
}
