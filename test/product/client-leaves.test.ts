import { beforeAll, expect, onTestFinished, test } from 'vitest';

import { foldersIn, newFolder } from '../support/folders.ts';
import { startServing } from '../support/serving.ts';
import type { TestServing } from '../support/serving.ts';
import { addBuild } from './source-files.ts';

/** DuckDB looks for an interrupt once in 2,048 rows. */
const TITLES = 40_000;
/** With as many texts of this length, in which no run of letters comes twice, the expression takes half a minute. */
const LENGTH = 200;
const QUERY = 'query ($matches: String!) { titles(filter: { primaryTitle: { matches: $matches } }) { totalCount } }';

let seed = 7;
function randomLetters(count: number): string {
  return Array.from({ length: count }, () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return 'abcdefghijklmnopqrst'.charAt(Math.floor((seed / 2 ** 32) * 20));
  }).join('');
}

function slow(nth: number): string {
  return `[a-q][^u-z]{${70 + nth}}x`;
}

const folder = newFolder('client-leaves');

beforeAll(async () => {
  const lines = Array.from({ length: TITLES }, (_, at) => {
    const title = `abc${randomLetters(LENGTH)}`;
    return [`tt${String(at + 1).padStart(7, '0')}`, 'movie', title, title, '0', '2000', '\\N', '90', 'Drama'].join(
      '\t',
    );
  });
  await addBuild(foldersIn(folder), {
    'title.basics': lines,
    'title.principals': ['tt0000001\t1\tnm0000001\tactor\t\\N\t\\N'],
    'name.basics': ['nm0000001\tSomebody\t1963\t\\N\tactor\ttt0000001'],
  });
});

async function serving(settings: Record<string, string>): Promise<TestServing> {
  const server = await startServing({ DATA_DIR: folder, SCHEDULE: 'off', QUERY_TIMEOUT: '3600', ...settings });
  onTestFinished(async () => void (await server.stop()));
  return server;
}

async function ask({ url }: TestServing, matches: string, signal?: AbortSignal): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: QUERY, variables: { matches } }),
    ...(signal && { signal }),
  });
  return response.json();
}

test.each([
  ['the gateway', { FAST_LANE: 'false' }],
  ['the fast lane', { FAST_LANE: 'true' }],
])(
  'a slow list is stopped when the client leaves %s',
  async (_lane, settings) => {
    const server = await serving(settings);
    // The third time a document is compiled, where that is not off.
    for (const matches of ['^b', '^c', '^d', '^e']) {
      expect(await ask(server, matches)).toMatchObject({ data: { titles: { totalCount: 0 } } });
    }
    const before = server.lines.filter(({ event }) => event === 'request').length;
    // More than there are connections, so that some wait for one.
    const leaving = [1, 2, 3].map(async (nth) => {
      const gone = new AbortController();
      const answer = ask(server, slow(nth), gone.signal).catch((error: unknown) => (error as Error).name);
      setTimeout(() => gone.abort(), 300);
      return answer;
    });
    expect(await Promise.all(leaving)).toEqual(['AbortError', 'AbortError', 'AbortError']);
    // Both connections would be busy for minutes.
    expect(await ask(server, '^abc')).toMatchObject({ data: { titles: { totalCount: TITLES } } });
    const requests = server.lines.filter(({ event }) => event === 'request').slice(before);
    expect(requests.filter(({ aborted }) => aborted === true)).toHaveLength(3);
    expect(server.lines.filter(({ event }) => event === 'unexpected error')).toEqual([]);
  },
  30_000,
);
