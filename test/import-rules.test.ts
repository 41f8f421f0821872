import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));

/** What each room may import of ours: `types:` allows `import type` alone. */
const ROOMS: Record<string, readonly string[]> = {
  process: ['errors'],
  dataset: ['errors'],
  duckdb: ['errors'],
  formats: ['dataset', 'errors'],
  storage: ['dataset', 'errors'],
  ingest: ['dataset', 'duckdb', 'formats', 'storage', 'errors', 'types:process'],
  store: ['dataset', 'duckdb', 'formats', 'storage', 'process', 'errors'],
  loaders: ['store', 'dataset', 'process', 'errors'],
  graphql: ['dataset', 'errors', 'types:loaders', 'types:store'],
  http: ['graphql', 'loaders', 'dataset', 'process', 'errors', 'types:store', 'types:ingest'],
  client: ['graphql', 'dataset'],
  export: ['dataset', 'duckdb', 'formats', 'storage', 'errors'],
  pictures: [],
  demo: ['dataset', 'pictures', 'errors'],
  web: ['pictures'],
  service: [
    'config',
    'export',
    'graphql',
    'http',
    'ingest',
    'loaders',
    'process',
    'storage',
    'store',
    'dataset',
    'errors',
  ],
  commands: [
    'config',
    'settings',
    'demo',
    'export',
    'ingest',
    'process',
    'service',
    'storage',
    'store',
    'dataset',
    'errors',
  ],
  errors: [],
  settings: ['dataset', 'errors', 'http'],
  config: ['settings', 'dataset', 'errors'],
};

/** Packages that stay inside some rooms. */
const PACKAGES: Record<string, readonly string[]> = {
  '@duckdb/node-api': ['duckdb', 'export', 'ingest', 'store'],
  pg: ['export'],
  'pg-copy-streams': ['export'],
  mysql2: ['export'],
  tedious: ['export'],
  croner: ['ingest'],
  'node:cluster': ['commands', 'service'],
  'node:sqlite': ['export', 'ingest', 'storage'],
  'lru-cache': ['store', 'http'],
  'rate-limiter-flexible': ['http', 'service'],
  'sql-template-tag': ['store'],
  'lz4-napi': ['formats'],
  'any-ascii': ['dataset'],
  wanakana: ['dataset'],
  'opencc-js': ['dataset'],
  dataloader: ['loaders'],
  '@pothos/core': ['graphql'],
  '@pothos/plugin-relay': ['graphql'],
  graphql: ['graphql', 'http', 'client'],
  '@graphql-codegen/cli': ['client'],
  'graphql-yoga': ['http'],
  '@graphql-yoga/render-graphiql': ['http'],
  fresh: ['http'],
  negotiator: ['http'],
  jose: ['http'],
  send: ['demo'],
  preact: ['web'],
  'preact-iso': ['web'],
  vite: ['web'],
  tailwindcss: ['web'],
  commander: ['commands'],
  'cli-progress': ['commands'],
};

interface Import {
  file: string;
  folder: string;
  /** Of what is imported, where it is ours. */
  targetFolder: string;
  room: string;
  /** A room or a file of ours, or the name of a package. */
  target: string;
  ours: boolean;
  typeOnly: boolean;
}

test('imports stay inside the rooms that src/README.md draws', () => {
  const broken = imports().filter(({ room, target, ours, typeOnly }) => {
    if (ours) {
      const allowed = ROOMS[room] ?? [];
      if (room === 'main' || room === target) return false;
      return !(allowed.includes(target) || (typeOnly && allowed.includes(`types:${target}`)));
    }
    const rooms = PACKAGES[target];
    return rooms !== undefined && !rooms.includes(room);
  });
  expect(broken).toEqual([]);
});

test('every room has its rule', () => {
  const rooms = new Set(imports().map(({ room }) => room));
  expect([...rooms].filter((room) => room !== 'main' && !(room in ROOMS))).toEqual([]);
});

test('no folder imports one that imports it, however far the way is', () => {
  const edges = new Map<string, Set<string>>();
  for (const { folder, targetFolder, ours } of imports()) {
    if (ours && folder !== targetFolder) edges.set(folder, (edges.get(folder) ?? new Set()).add(targetFolder));
  }
  expect(circleIn(edges)).toEqual([]);
  expect(circleIn(new Map([...edges, ['formats', new Set(['store/search'])]]))).not.toEqual([]);
});

test('nobody imports the composition root', () => {
  expect(
    imports().filter(
      ({ target, room }) => target === 'main' || (target === 'commands' && room !== 'main' && room !== 'commands'),
    ),
  ).toEqual([]);
});

test('only the settings read the environment', () => {
  const readers = sourceFiles().filter((file) =>
    /process\.env|\benv\b.*node:process|loadEnvFile/.test(readFileSync(join(SOURCE, file), 'utf8')),
  );
  // main.ts sets one variable for libuv before anything else runs.
  expect(readers.sort()).toEqual(['config.ts', 'main.ts']);
});

function sourceFiles(): string[] {
  return globSync('**/*.{ts,tsx}', { cwd: SOURCE });
}

function imports(): Import[] {
  const all = sourceFiles().flatMap((file) => {
    const text = readFileSync(join(SOURCE, file), 'utf8');
    const lines = text.matchAll(
      /^(?:import|export) (type )?[^;]*?from '([^']+)'|^import '([^']+)'|import\('([^']+)'\)/gms,
    );
    return [...lines].map(([, type, from, bare, dynamic]) =>
      describeImport(file, from ?? bare ?? dynamic ?? '', type !== undefined),
    );
  });
  // The pattern above must go on finding them, or nothing would be held.
  expect(all.length).toBeGreaterThan(300);
  return all;
}

function describeImport(file: string, specifier: string, typeOnly: boolean): Import {
  const room = roomOf(file);
  if (!specifier.startsWith('.')) {
    const parts = specifier.split('/');
    const target = parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
    return { file, folder: folderOf(file), targetFolder: '', room, target, ours: false, typeOnly };
  }
  const target = relative(SOURCE, join(SOURCE, dirname(file), specifier));
  const [folder, targetFolder] = [folderOf(file), folderOf(target)];
  return { file, folder, targetFolder, room, target: roomOf(target), ours: true, typeOnly };
}

/** The folder of a file, or the file's name where it is in none. */
function roomOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.ts$/, '');
}

/** The folder that a file is in; a file in none stands for itself. */
function folderOf(file: string): string {
  const folder = dirname(file);
  return folder === '.' ? roomOf(file) : folder;
}

/** Folders that import each other in turn, the first again at the end; none where there is no circle. */
function circleIn(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const done = new Set<string>();
  function walk(folder: string, way: readonly string[]): string[] {
    if (way.includes(folder)) return [...way.slice(way.indexOf(folder)), folder];
    if (done.has(folder)) return [];
    for (const next of edges.get(folder) ?? []) {
      const circle = walk(next, [...way, folder]);
      if (circle.length > 0) return circle;
    }
    done.add(folder);
    return [];
  }
  for (const folder of edges.keys()) {
    const circle = walk(folder, []);
    if (circle.length > 0) return circle;
  }
  return [];
}
