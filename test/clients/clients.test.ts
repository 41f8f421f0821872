import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { copyData } from '../support/copy-data.ts';
import { demoBuild } from '../support/demo-build.ts';
import { newFolder } from '../support/folders.ts';
import { startServing } from '../support/serving.ts';
import type { TestServing } from '../support/serving.ts';

const FOLDER = fileURLToPath(new URL('./', import.meta.url));
/** What every recipe shows: variables, a fragment, two pages of a list, the code of an error. */
const TOLD = [
  'Midnight at the Orpheum (1994)',
  '- Midnight at the Orpheum (1994)',
  '- The Lighthouse Keepers (2008)',
  '- Return to the Orpheum (1998)',
  '- The Scarlet Shepherd (2004)',
  '- Episode #1.171 (1954)',
  '- Vervel: The Star of the Child (2014)',
  'BAD_USER_INPUT: id: "no id" is not an IMDb id. An id is tt (title) or nm (person) and seven to nine digits, such as tt0111161; TMDB\'s is such as tmdb:movie:603 or tmdb:person:287.',
];

const present = existsSync(join(FOLDER, 'node_modules'));
if (!present) {
  const message = 'no packages in test/clients: the recipes in TypeScript are skipped; npm run test:clients runs them';
  if (process.env['REQUIRE_ALL'] === '1') throw new Error(message);
  console.warn(message);
}

let serving: TestServing;
let url: string;

beforeAll(async () => {
  const { meta } = await copyData((await demoBuild(0.001)).folders);
  serving = await startServing({ DATA_DIR: meta, SCHEDULE: 'off' });
  url = `${serving.url}/graphql`;
});

afterAll(() => serving.stop());

/** The output of a program, whose Node is the one that runs this test. */
async function run(program: string, args: readonly string[]): Promise<{ code: number | null; output: string }> {
  const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`;
  const env = { ...process.env, PATH: path, MARQUEE_URL: url, PYTHONUTF8: '1' };
  const child = spawn(program, args, { cwd: FOLDER, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}

async function linesOf(program: string, args: readonly string[]): Promise<string[]> {
  const { code, output } = await run(program, args);
  expect(code, output).toBe(0);
  return output.trimEnd().split('\n');
}

test('the recipe with Python tells what it should', async () => {
  expect(await linesOf('python3', ['python/main.py', url])).toEqual(TOLD);
});

test('the recipe with curl tells what it should', async () => {
  expect(await linesOf('sh', ['curl/main.sh', url])).toEqual(TOLD);
});

describe.skipIf(!present)('recipes in TypeScript', () => {
  beforeAll(async () => {
    for (const args of [
      ['run', 'generate'],
      ['run', 'client', '--prefix', '../..'],
    ]) {
      const { code, output } = await run('npm', args);
      expect(code, output).toBe(0);
    }
  }, 300_000);

  test.each(['client-preset', 'graphql-request', 'gql-tada'])('the recipe %s tells what it should', async (name) => {
    expect(await linesOf('node', [`${name}/main.ts`, url])).toEqual(TOLD);
  });

  test.each(['apollo', 'urql'])(
    'the recipe %s tells what it should, and sends texts once a hash is refused',
    async (name) => {
      const before = serving.lines.length;
      expect(await linesOf('node', [`${name}/main.ts`, url])).toEqual(TOLD);
      const requests = serving.lines.slice(before).filter(({ event }) => event === 'request');
      // The first has the hash alone, and the list is sent for two pages.
      expect(requests.map(({ operationName }) => operationName)).toEqual([null, 'Film', 'Dramas', 'Dramas', 'Film']);
    },
  );

  test('the recipe relay tells what it should, and fetches a node anew', async () => {
    const [film = '', ...rest] = TOLD;
    const told = [film, `again: ${film}`, ...rest.slice(0, -1), 'BAD_USER_INPUT'];
    expect(await linesOf('node', ['relay/compiled/main.js', url])).toEqual(told);
  });

  test('the recipe marquee-client keeps every answer as it was, without a warning of Apollo or urql', async () => {
    const told = ['Midnight at the Orpheum: Drama, Mystery', 'The Lighthouse Keepers, 2008'];
    expect(await linesOf('node', ['marquee-client/main.ts', url])).toEqual(told);
    const checked = await linesOf('node', ['marquee-client/check-caches.ts', url]);
    expect(checked.length).toBeGreaterThan(10);
    expect(checked.filter((line) => !/^\w+Document: the same, the same$/.test(line))).toEqual([]);
  });

  test('the recipes have no error of types', { timeout: 180_000 }, async () => {
    expect(await run('npm', ['run', '--silent', 'types'])).toEqual({ code: 0, output: '' });
  });

  test('a variable that the schema does not know is an error of types', async () => {
    const folder = newFolder('types');
    const [documents, request] = ['documents', 'request'].map((file) => join(FOLDER, `client-preset/${file}.ts`));
    await writeFile(
      join(folder, 'wrong.ts'),
      `import { Film } from '${documents}';\nimport { request } from '${request}';\n` +
        "await request('', { document: Film, variables: { ident: 'tt0900001' } });\n",
    );
    const config = { extends: join(FOLDER, 'tsconfig.json'), include: ['wrong.ts'], exclude: [] };
    const typeRoots = [join(FOLDER, 'node_modules/@types')];
    await writeFile(join(folder, 'package.json'), '{"type":"module"}');
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ ...config, compilerOptions: { typeRoots } }));
    const { code, output } = await run('npx', ['tsc', '-p', folder]);
    expect([code, output]).toEqual([2, expect.stringMatching(/^[^\n]*wrong\.ts\(3,[^\n]*'ident'[^\n]*\n/)]);
  });
});
