import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url));

/** What each room may import of ours: `types:` allows `import type` alone. */
const ROOMS: Record<string, readonly string[]> = {
  dataset: ['errors'],
  storage: ['dataset', 'errors'],
  ingest: ['dataset', 'storage', 'errors', 'types:logger'],
  store: ['dataset', 'storage', 'errors', 'turns', 'wait', 'types:logger'],
  loaders: ['store', 'dataset', 'errors', 'turns', 'wait'],
  graphql: ['dataset', 'errors', 'types:loaders', 'types:store'],
  http: ['graphql', 'loaders', 'dataset', 'errors', 'turns', 'wait', 'types:logger', 'types:store', 'types:ingest'],
  demo: ['dataset', 'errors'],
};

/** Packages that stay inside some rooms. */
const PACKAGES: Record<string, readonly string[]> = {
  '@duckdb/node-api': ['ingest', 'store'],
  croner: ['ingest'],
  'node:cluster': ['commands'],
  'node:sqlite': ['ingest'],
  'lru-cache': ['store', 'http'],
  'lz4-napi': ['ingest', 'store'],
  dataloader: ['loaders'],
  '@pothos/core': ['graphql'],
  '@pothos/plugin-relay': ['graphql'],
  graphql: ['graphql', 'http'],
  'graphql-yoga': ['http'],
  '@graphql-yoga/render-graphiql': ['http'],
  negotiator: ['http'],
  send: ['demo'],
  commander: ['commands'],
  'cli-progress': ['commands'],
};

interface Import {
  file: string;
  room: string;
  /** A room or a file of ours, or the name of a package. */
  target: string;
  ours: boolean;
  typeOnly: boolean;
}

test('imports stay inside the rooms that README draws', () => {
  const broken = imports().filter(({ room, target, ours, typeOnly }) => {
    if (ours) {
      const allowed = ROOMS[room];
      if (allowed === undefined || room === target) return false;
      return !(allowed.includes(target) || (typeOnly && allowed.includes(`types:${target}`)));
    }
    const rooms = PACKAGES[target];
    return rooms !== undefined && !rooms.includes(room);
  });
  expect(broken).toEqual([]);
});

test('nobody imports the composition root', () => {
  expect(imports().filter(({ target, room }) => target === 'main' || (target === 'commands' && ROOMS[room]))).toEqual(
    [],
  );
});

test('only the settings read the environment', () => {
  const readers = sourceFiles().filter((file) =>
    /process\.env|\benv\b.*node:process|loadEnvFile/.test(readFileSync(join(SOURCE, file), 'utf8')),
  );
  // main.ts sets one variable for libuv before anything else runs.
  expect(readers.sort()).toEqual(['config.ts', 'main.ts']);
});

function sourceFiles(): string[] {
  return globSync('**/*.ts', { cwd: SOURCE });
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
    return { file, room, target: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/'), ours: false, typeOnly };
  }
  const target = relative(SOURCE, join(SOURCE, dirname(file), specifier));
  return { file, room, target: roomOf(target), ours: true, typeOnly };
}

/** The folder of a file, or the file's name where it is in none. */
function roomOf(file: string): string {
  return file.includes('/') ? (file.split('/')[0] ?? '') : file.replace(/\.ts$/, '');
}
