import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { beforeAll, beforeEach, expect, test } from 'vitest';

import { programVersion } from '../../src/process/program-version.ts';
import { createIngestLock } from '../../src/storage/files/lock.ts';
import { newFolder } from '../support/folders.ts';
import { writeSources } from '../support/imdb-files.ts';
import { runMarquee } from '../support/run-marquee.ts';

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;

let files: string;
let dataFolder: string;

beforeAll(async () => {
  files = await writeSources(newFolder('files'));
});

beforeEach(() => {
  dataFolder = newFolder('data');
});

/** The real command line, in a folder without a .env file. */
async function marquee(args: readonly string[], settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: dataFolder,
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: dataFolder, LOG_LEVEL: 'silent', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'exit');
  const [stdout, stderr] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  const [code] = (await ended) as [number | null];
  return { code, stdout, stderr };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

test('ingest ends with 0 and says whether it promoted a build or found the sources unchanged', async () => {
  const first = await marquee(['ingest', '--from', files]);
  expect(first).toEqual({
    code: 0,
    stdout: '',
    stderr: expect.stringMatching(/^promoted: build \S+ is version 1\n$/) as string,
  });
  const again = await marquee(['ingest'], { IMDB_BASE_URL: pathToFileURL(files).href });
  expect(again).toEqual({
    code: 0,
    stdout: '',
    stderr: expect.stringMatching(/^unchanged: the sources are those of build \S+\n$/) as string,
  });
  const forced = await marquee(['ingest', '--force', '--from', files], { ENABLE_AKAS: 'false', LOG_LEVEL: 'info' });
  expect([forced.code, forced.stderr]).toEqual([0, expect.stringMatching(/^promoted: build \S+ is version 2\n$/)]);
  const events = forced.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(events.find(({ table }) => table === 'akas')).toMatchObject({ event: 'table written', rows: 0 });
});

test('ingest ends with 75 while another one is running', async () => {
  const release = createIngestLock(join(dataFolder, 'ingest.lock')).acquire();
  try {
    expect(await marquee(['ingest', '--from', files])).toEqual({
      code: 75,
      stdout: '',
      stderr: 'busy: another ingest is running on this data folder\n',
    });
  } finally {
    release?.();
  }
});

test('ingest ends with 1 and one line where a file is missing, refused or memory too little', async () => {
  const bad = await writeSources(newFolder(), { text: { 'title.crew': 'tconst\tdirectors\n' } });
  expect(await marquee(['ingest', '--from', bad])).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'rejected in step download: title.crew.tsv.gz: the header line is "tconst\\tdirectors", expected the columns "tconst\\tdirectors\\twriters" separated by tabs\n',
  });
  await rm(join(bad, 'title.crew.tsv.gz'));
  expect(await marquee(['ingest', '--from', bad])).toMatchObject({
    code: 1,
    stderr: `failed in step download: ${join(bad, 'title.crew.tsv.gz')}: no such file\n`,
  });
  // Two files are read at a time, of which either may be the first that has too little.
  const small = await marquee(['ingest', '--from', files], { DUCKDB_MEMORY_LIMIT: '4MiB' });
  expect(small).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^failed in step build: [a-z.]+\.tsv\.gz: Out of Memory[^\n]*\n$/) as string,
  });
});

test('ingest runs its steps one by one, and status shows which are done', async () => {
  const early = await marquee(['ingest', '--only', 'promote']);
  expect([early.code, early.stderr]).toEqual([
    1,
    'failed in step promote: no build is verified: run `DATA_DIR=… npx marquee ingest --only build` first\n',
  ]);
  const lines: string[] = [];
  for (const step of ['download', 'build', 'verify', 'promote']) {
    const { code, stderr } = await marquee(['ingest', '--from', files, '--only', step]);
    const { stdout } = await marquee(['status']);
    lines.push(`${code} ${stderr}`.trim(), ...stdout.split('\n').filter((line) => /Z {2}|no build/.test(line)));
  }
  const shown = lines
    .join('\n')
    .replaceAll(/\d{8}T\d{6}Z/g, '<id>')
    .replaceAll(/\d+ seconds?/g, '<age>');
  expect(shown).toMatchInlineSnapshot(`
    "0 done: 7 files are whole
      no build in the making
      no build yet: run \`DATA_DIR=… npx marquee ingest\`
    0 done: build <id> is made
      <id>  made
      no build yet: run \`DATA_DIR=… npx marquee ingest\`
    0 done: build <id> is verified
      <id>  verified
      no build yet: run \`DATA_DIR=… npx marquee ingest\`
    0 promoted: build <id> is version 1
      no build in the making
      <id>  built <age> ago  served as version 1"
  `);
});

test('status names the files that are whole, with their rows', async () => {
  await marquee(['ingest', '--only', 'download', '--from', files], { ENABLE_AKAS: 'false' });
  const { code, stdout } = await marquee(['status']);
  expect(code).toBe(0);
  expect(stdout).toMatch(/title\.basics +whole +3 rows/);
  expect(stdout).toMatch(/title\.akas +missing/);
});

test.each([
  ['an unknown flag', ['ingest', '--froce'], "error: unknown option '--froce'"],
  ['a bad step', ['ingest', '--only', 'prune'], "option '--only <step>' argument 'prune' is invalid"],
  ['a flag without its value', ['ingest', '--from'], "option '--from <folder>' argument missing"],
  ['an unknown command', ['ingets'], "error: unknown command 'ingets'"],
  ['an argument too many', ['ingest', 'all'], 'too many arguments'],
])('runCommandLine ends with 2 on %s', async (_what, args, message) => {
  const { code, stdout, stderr } = await marquee(args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});

test('runCommandLine explains flags that npm has kept, and takes those that it hands on', async () => {
  const lost = await marquee(['status'], { npm_config_data_dir: 'true', npm_lifecycle_event: 'status' });
  expect([lost.code, lost.stderr]).toEqual([
    2,
    'npm has taken --data-dir for a flag of its own. Put -- before the flags: npm run status -- --data-dir …\n',
  ]);
  const { code, stdout } = await marquee(['status'], { npm_config_data_dir: 'elsewhere' });
  expect([code, stdout]).toEqual([0, expect.stringContaining(`data     ${join(dataFolder, 'elsewhere')}`)]);
});

test('runCommandLine ends with 2 and lists every setting that is wrong', async () => {
  const { code, stderr } = await marquee(['ingest'], {
    DOWNLOAD_CONCURRENCY: '8',
    ENABLE_AKAS: 'perhaps',
    IMDB_BASE_URL: 'ftp://example.org',
    UPDATE_TIME: '25:00',
    DUCKDB_MEMORY_LIMIT: 'much',
  });
  expect(code).toBe(2);
  const [first, ...rest] = stderr.trimEnd().split('\n');
  expect(first).toBe('These settings are not usable:');
  expect(rest.map((line) => line.trim().split(':', 1).join()).sort()).toEqual([
    'DOWNLOAD_CONCURRENCY',
    'DUCKDB_MEMORY_LIMIT',
    'ENABLE_AKAS',
    'IMDB_BASE_URL',
    'UPDATE_TIME',
  ]);
});

test('runCommandLine reads a .env file, below the environment', async () => {
  await writeFile(join(dataFolder, '.env'), 'DOWNLOAD_CONCURRENCY=0\nUPDATE_TZ=Europe/Berlin\n');
  expect((await marquee(['config'])).code).toBe(2);
  const { code, stdout } = await marquee(['config'], { DOWNLOAD_CONCURRENCY: '7' });
  expect([code, JSON.parse(stdout)]).toMatchObject([0, { DOWNLOAD_CONCURRENCY: '7', UPDATE_TZ: 'Europe/Berlin' }]);
});

test('ingest says that the folder of --from is not there', async () => {
  const none = join(newFolder(), 'none');
  expect(await marquee(['ingest', '--from', none])).toMatchObject({
    code: 2,
    stderr: `--from ${none}: there is no such folder.\n`,
  });
});

test('runCommandLine says in one line which path the system refuses', async () => {
  const file = join(newFolder(), 'file');
  await writeFile(file, '');
  const { code, stderr } = await runMarquee(['status'], { dataFolder: dirname(file), settings: { DATA_DIR: file } });
  expect([code, stderr]).toEqual([1, `ENOTDIR: not a directory, open '${file}/downloads.json'\n`]);
});

test('a start reads the modules that the one before has compiled', async () => {
  await marquee(['--version']);
  const { code, stdout, stderr } = await marquee(['--version'], { NODE_DEBUG_NATIVE: 'COMPILE_CACHE' });
  expect([code, stdout]).toEqual([0, `${programVersion()}\n`]);
  const accepted = stderr.split('\n').filter((line) => /\/commands\/command-line\.ts was accepted/.test(line));
  expect(accepted).toHaveLength(1);
});

test('a start needs no folder for compiled modules', async () => {
  const { code, stderr } = await marquee(['--version'], { NODE_COMPILE_CACHE: '/dev/null/nowhere' });
  expect([code, stderr]).toEqual([0, '']);
});
