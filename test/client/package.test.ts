import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { beforeAll, expect, test } from 'vitest';

import { buildWebApp } from '../../src/service/web-app.ts';
import { newFolder } from '../support/folders.ts';
import { startMarquee } from '../support/start-marquee.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TSC = join(ROOT, 'node_modules/typescript/bin/tsc');
/** What is there in a fresh clone, and npm packs from. */
const SOURCES = ['package.json', 'README.md', 'LICENSE', '.env.example', 'schema.graphql', 'deploy', 'src', 'test'];

/** A project with the packed tarball under its node_modules, and beside it the packages that the entry takes types of. */
let project: string;
let marquee: string;

beforeAll(async () => {
  const clone = newFolder('clone');
  for (const path of SOURCES) {
    cpSync(join(ROOT, path), join(clone, path), {
      recursive: true,
      filter: (source) => !source.endsWith('node_modules'),
    });
  }
  symlinkSync(join(ROOT, 'node_modules'), join(clone, 'node_modules'));
  project = newFolder('project');
  marquee = join(project, 'node_modules/marquee');
  mkdirSync(marquee, { recursive: true });
  const node = `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;
  const env = { ...process.env, PATH: node };
  const npm = (...args: string[]): string => execFileSync('npm', args, { cwd: clone, env }).toString().trim();
  // The steps of prepack. Vite builds in this repository, not through a link to its packages.
  npm('run', '--silent', 'client');
  await buildWebApp();
  cpSync(join(ROOT, 'dist/web'), join(clone, 'dist/web'), { recursive: true });
  const tarball = npm('pack', '--silent', '--ignore-scripts', '--pack-destination', project);
  execFileSync('tar', ['xzf', join(project, tarball), '-C', marquee, '--strip-components=1']);
  for (const name of ['graphql', '@graphql-typed-document-node']) {
    symlinkSync(join(ROOT, 'node_modules', name), join(project, 'node_modules', name));
  }
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
});

function write(name: string, text: string): void {
  writeFileSync(join(project, name), text);
}

function run(args: readonly string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

function typesOf(file: string): { status: number | null; output: string } {
  return run([TSC, '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', '', file]);
}

/** A program that reads a field of the answer to an example. */
function program(field: string): string {
  return `import { labels, TitleWithCreditsDocument } from 'marquee/client';
import type { EnumValue, TitleWithCreditsQuery } from 'marquee/client';
export function show({ title }: TitleWithCreditsQuery): string | undefined {
  const genre: EnumValue<'Genre'> | undefined = title?.genres[0];
  return \`\${title?.${field}} \${genre === undefined ? '' : labels.Genre[genre]} \${TitleWithCreditsDocument.kind}\`;
}
`;
}

test('npm makes the client and the web app before it packs', () => {
  const { scripts } = JSON.parse(readFileSync(join(marquee, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const steps = scripts['prepack']?.split(' && ').map((step) => step.replace('npm run --silent ', ''));
  expect(steps).toEqual(['client', 'web:build']);
  expect(scripts).toMatchObject({ client: expect.any(String), 'web:build': expect.any(String) });
});

test('the tarball has the server, its documents and the client, and neither tests nor what makes the client', () => {
  const files = globSync('**/*', { cwd: marquee });
  for (const path of [
    'src/main.ts',
    'src/marquee.mjs',
    'schema.graphql',
    'deploy/OPERATIONS.md',
    'LICENSE',
    'dist/web/index.html',
  ]) {
    expect(files).toContain(path);
  }
  expect(files.filter((path) => /^test|^src\/(?:client|web)\/|\.test\.|^client\/.*(?<!\.d)\.ts$/.test(path))).toEqual(
    [],
  );
});

test('every file that package.json exports is in the tarball', () => {
  const { exports } = JSON.parse(readFileSync(join(marquee, 'package.json'), 'utf8')) as { exports: object };
  const paths = JSON.stringify(exports).match(/(?<=")\.\/[^"]+\.[a-z.]+(?=")/g) ?? [];
  expect(paths.length).toBeGreaterThan(6);
  expect(paths.filter((path) => !existsSync(join(marquee, path)))).toEqual([]);
});

test('marquee/client runs as plain JavaScript and has what its page tells', () => {
  write(
    'use.js',
    `import * as client from 'marquee/client';
import collection from 'marquee/client/postman.json' with { type: 'json' };
const { keys, labels, possibleTypes, resolvers, sdl, typePolicies, TitleWithCreditsDocument } = client;
console.log(JSON.stringify([
  possibleTypes.Title.includes('Movie'), keys.Rating(), 'Movie' in keys, resolvers('pages').Query.titles,
  typePolicies((keyArgs) => keyArgs).Query.fields.titles, labels.Genre.SCI_FI, labels.TitleType.TV_MINI_SERIES,
  sdl.includes('type Movie implements Node & Title'), TitleWithCreditsDocument.definitions[0].name.value,
  collection.item.length > 10,
]));
`,
  );
  const { status, output } = run(['--disable-warning=ExperimentalWarning', 'use.js']);
  expect(output).toBe(
    '[true,null,false,"pages",["filter","offset","orderBy","source"],"Sci-Fi","TV mini series",true,"TitleWithCredits",true]\n',
  );
  expect(status).toBe(0);
});

test('marquee/client has types, which refuse a field that the document does not ask for', () => {
  write('right.ts', program('primaryTitle'));
  write('wrong.ts', program('endYear'));
  expect(typesOf('right.ts')).toEqual({ status: 0, output: '' });
  expect(typesOf('wrong.ts').output).toContain("Property 'endYear' does not exist");
});

test('marquee runs under node_modules, with its threads and workers', { timeout: 180_000 }, async () => {
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    const link = join(project, 'node_modules', name);
    if (!existsSync(link)) symlinkSync(join(ROOT, 'node_modules', name), link);
  }
  const folder = newFolder('demo');
  const args = ['demo', '--scale', '0.0005', '--port', '0', '--data-dir', folder];
  const demo = startMarquee(args, { folder, settings: { WORKERS: '2' }, main: join(marquee, 'src/marquee.mjs') });
  const url = await demo.until(/"url":"([^"]+)"/);
  await demo.line('build opened', 2);
  const path = '{ path(from: "nm0900001", to: "nm0900010") { degrees } }';
  const answer = await fetch(`${url}/graphql?query=${encodeURIComponent(path)}`);
  expect(await answer.json()).toMatchObject({ data: { path: [{ degrees: 1 }] } });
  const page = await fetch(url, { headers: { accept: 'text/html' } });
  expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
  demo.child.kill('SIGTERM');
  expect(await once(demo.child, 'exit')).toEqual([0, null]);
  expect(demo.errors()).toBe('');
});
