import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Folders } from '../../src/dataset/builds/paths.ts';
import { demoBuild } from '../support/demo-build.ts';
import { openGateway } from '../support/gateway.ts';
import type { SeenBatch } from '../support/gateway.ts';
import { nm, openTables, tt } from './tables.ts';
import type { Tables } from './tables.ts';

const MANY = 50;

let folders: Folders;
let tables: Tables;
/** The most voted titles, series with most episodes, and people whose credits are no more than a batch. */
let titles: number[];
let series: number[];
let people: number[];

beforeAll(async () => {
  ({ folders } = await demoBuild(0.01));
  tables = await openTables(folders);
  titles = await keys('SELECT tconst AS key FROM titles JOIN ratings USING (tconst) ORDER BY numVotes DESC, tconst');
  series = await keys(
    `SELECT parentTconst AS key FROM episodes JOIN titles ON parentTconst = titles.tconst
     WHERE titleType IN ('tvSeries', 'tvMiniSeries') GROUP BY ALL ORDER BY count(*) DESC, key`,
  );
  people = await keys(
    'SELECT nconst AS key FROM principals JOIN names USING (nconst) GROUP BY ALL HAVING count(*) BETWEEN 5 AND 9 ORDER BY key',
  );
});

afterAll(() => tables.close());

async function keys(sql: string): Promise<number[]> {
  const found = (await tables.rows<{ key: number }>(`${sql} LIMIT ${MANY}`)).map(({ key }) => key);
  expect(found).toHaveLength(MANY);
  return found;
}

async function count(sql: string): Promise<number> {
  return Number((await tables.rows<{ n: number }>(`SELECT count(*) AS n FROM (${sql})`))[0]?.n);
}

const ids = (list: readonly string[]): string => JSON.stringify(list);

describe.each(['index', 'parquet'] as const)('lookup %s', (lookup) => {
  /** The batches of one request to a store that has cached nothing. */
  async function batchesOf(query: string): Promise<SeenBatch[]> {
    const gateway = await openGateway(folders, { lookup });
    try {
      const { data, errors } = await gateway.query(query);
      expect(errors).toBeUndefined();
      expect(JSON.stringify(data).length).toBeGreaterThan(200);
      return gateway.takeBatches();
    } finally {
      await gateway.close();
    }
  }

  test.each([1, MANY])('title to credits to person takes two batches for %i', async (parents) => {
    const list = titles.slice(0, parents);
    const batches = await batchesOf(`{ titlesByIds(ids: ${ids(list.map(tt))}) {
      id primaryTitle rating { average }
      credits(first: 500) { totalCount nodes { category title { id rating { votes } } person { id primaryName birthYear deathYear } } }
      cast(first: 5) { nodes { characters person { primaryName } } }
    } }`);
    expect(batches).toEqual([
      { lookup: 'title', keys: parents },
      { lookup: 'title_credits', keys: parents },
    ]);
  });

  test.each([1, MANY])(
    'title to credits to person to known titles takes one batch more a level for %i',
    async (parents) => {
      const list = titles.slice(0, parents);
      const of = `SELECT DISTINCT nconst FROM principals JOIN names USING (nconst) WHERE tconst IN (${list.join()})`;
      const known = `SELECT DISTINCT unnest(knownForTitles) AS tconst FROM names WHERE nconst IN (${of})`;
      const persons = await count(of);
      const titlesKnown = await count(`SELECT * FROM (${known}) WHERE tconst NOT IN (${list.join()})`);
      const batches = await batchesOf(`{ titlesByIds(ids: ${ids(list.map(tt))}) {
      id credits(first: 500) { nodes { person { id primaryProfessions knownFor { id primaryTitle rating { votes } } } } }
    } }`);
      expect(merged(batches)).toEqual({
        title: parents + titlesKnown,
        title_credits: parents,
        person: persons,
      });
      // One a level, also of the hundreds of keys of the last one.
      expect(batches).toHaveLength(4);
      expect(parents === 1 || titlesKnown > 500).toBe(true);
    },
  );

  test.each([1, MANY])('series to seasons to episodes to rating takes two batches for %i', async (parents) => {
    const list = series.slice(0, parents);
    const batches = await batchesOf(`{ titlesByIds(ids: ${ids(list.map(tt))}) { id ... on Series {
      seasonCount
      seasons { number episodes(first: 100) { totalCount nodes {
        id primaryTitle seasonNumber episodeNumber rating { average votes } previousEpisode { id } nextEpisode { id rating { votes } }
      } } }
      best: episodes(orderBy: [{ field: RATING, direction: DESC }], first: 3) { nodes { id rating { average } } }
    } } }`);
    expect(batches).toEqual([
      { lookup: 'title', keys: parents },
      { lookup: 'series_episodes', keys: parents },
    ]);
  });

  test('episode to series takes one batch for all of its episodes', async () => {
    const [first = 0] = series;
    const episodes = await tables.rows<{ tconst: number }>(
      `SELECT tconst FROM episodes JOIN titles USING (tconst) WHERE parentTconst = ${first} ORDER BY tconst LIMIT ${MANY}`,
    );
    const batches = await batchesOf(`{ titlesByIds(ids: ${ids(episodes.map(({ tconst }) => tt(tconst)))}) {
      id ... on Episode { series { id primaryTitle rating { votes } } }
    } }`);
    expect(batches).toEqual([
      { lookup: 'title', keys: episodes.length },
      { lookup: 'title', keys: 1 },
    ]);
  });

  test.each([1, MANY])('person to credits to title takes two batches for %i', async (parents) => {
    const batches = await batchesOf(`{ peopleByIds(ids: ${ids(people.slice(0, parents).map(nm))}) {
      id primaryName credits(first: 500) { totalCount nodes {
        category billingOrder person { id primaryProfessions } title { __typename id titleType startYear }
      } }
    } }`);
    expect(batches).toEqual([
      { lookup: 'person', keys: parents },
      { lookup: 'person_credits', keys: parents },
    ]);
  });

  test('job and characters of a person take one batch more, of the credits of their titles', async () => {
    const [one = 0] = people;
    const batches = await batchesOf(`{ person(id: "${nm(one)}") {
      id credits(first: 500) { totalCount nodes { category job characters billingOrder title { id titleType } } }
    } }`);
    expect(batches).toEqual([
      { lookup: 'person', keys: 1 },
      { lookup: 'person_credits', keys: 1 },
      { lookup: 'title_credits', keys: await count(`SELECT DISTINCT tconst FROM principals WHERE nconst = ${one}`) },
    ]);
  });

  test.each([1, MANY])('person to credits to name and rating takes one batch more for %i', async (parents) => {
    const list = people.slice(0, parents);
    // With the index of the list of titles, the names of those with a rating are in memory.
    const read = lookup === 'index' ? 'ANTI JOIN ratings USING (tconst)' : '';
    const unknown = await count(
      `SELECT DISTINCT tconst FROM principals JOIN titles USING (tconst) ${read} WHERE nconst IN (${list.join()})`,
    );
    expect(unknown).toBeGreaterThan(0);
    const batches = await batchesOf(`{ peopleByIds(ids: ${ids(list.map(nm))}) {
      id credits(first: 500) { nodes { title { id primaryTitle rating { average votes } } } }
    } }`);
    expect(batches).toEqual([
      { lookup: 'person', keys: parents },
      { lookup: 'person_credits', keys: parents },
      { lookup: 'title', keys: unknown },
    ]);
  });

  test('person credits by votes take one batch, of the titles on the page', async () => {
    const [person = 0] = people;
    const batches = await batchesOf(`{ person(id: "${nm(person)}") {
      top: credits(orderBy: [{ field: VOTES }], first: 1) { nodes { title { id primaryTitle genreNames imdbUrl rating { votes } } } }
      best: credits(orderBy: [{ field: VOTES }, { field: RATING }], first: 1) { nodes { title { id rating { average } } } }
    } }`);
    expect(batches).toEqual([
      { lookup: 'person', keys: 1 },
      { lookup: 'person_credits', keys: 1 },
      { lookup: 'title', keys: 1 },
    ]);
  });

  test('crew and akas take one batch each for many, and the people of the crew one', async () => {
    const crew = await count(
      `SELECT DISTINCT unnest(list_concat(directors, writers)) FROM crew WHERE tconst IN (${titles.join()})`,
    );
    const batches = await batchesOf(`{ titlesByIds(ids: ${ids(titles.map(tt))}) {
      id directors { totalCount nodes { id primaryName birthYear } } writers(first: 100) { nodes { id primaryName } }
      akas { totalCount nodes { title } } de: displayTitle(region: "DE") jp: displayTitle(language: "ja")
    } }`);
    expect(sorted(batches)).toEqual([
      { lookup: 'person', keys: crew },
      { lookup: 'title', keys: MANY },
      { lookup: 'title_akas', keys: MANY },
      { lookup: 'title_crew', keys: MANY },
    ]);
  });

  test('titles and people lists take one batch a page, search one of each kind', async () => {
    const browse = '{ titles(first: 100) { totalCount nodes { id primaryTitle rating { votes } } } }';
    expect(await batchesOf(browse)).toEqual([{ lookup: 'title', keys: 100 }]);
    const persons = '{ people(first: 100) { nodes { id primaryName primaryProfessions } } }';
    expect(await batchesOf(persons)).toEqual([{ lookup: 'person', keys: 100 }]);
    const search = await batchesOf('{ search(query: "ma", first: 100) { nodes { matchedText node { __typename } } } }');
    expect(sorted(search).map(({ lookup: name }) => name)).toEqual(['person', 'title']);
    expect(search.reduce((sum, { keys: asked }) => sum + asked, 0)).toBe(100);
  });

  test('counts and dataset alone take no batch', async () => {
    const gateway = await openGateway(folders, { lookup });
    try {
      await gateway.query(
        '{ titles { totalCount } people { totalCount } search(query: "a") { totalCount } dataset { version } }',
      );
      expect(gateway.takeBatches()).toEqual([]);
    } finally {
      await gateway.close();
    }
  });
});

/** Keys by lookup. */
function merged(batches: readonly SeenBatch[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { lookup, keys: asked } of batches) sums[lookup] = (sums[lookup] ?? 0) + asked;
  return sums;
}

function sorted(batches: readonly SeenBatch[]): SeenBatch[] {
  return batches.toSorted((a, b) => a.lookup.localeCompare(b.lookup));
}
