import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { codeBlocks, readDoc, tableOf } from '../support/docs.ts';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));

/** Folders and files of the drawing in src/README.md, by their indentation of two spaces for each level. */
function drawn(): string[] {
  const tree = [...readDoc('src/README.md').matchAll(/^```\n(.*?)^```$/gms)]
    .map(([, text = '']) => text)
    .find((text) => text.startsWith('main.ts'));
  const way: string[] = [];
  return (tree ?? '').split('\n').flatMap((line) => {
    const [, indent = '', name] = /^( *)(\S+) +\S/.exec(line) ?? [];
    if (name === undefined) return [];
    way.splice(indent.length / 2, Infinity, name.replace(/\/$/, ''));
    return [way.join('/')];
  });
}

test('the drawing in src/README.md has one line for each folder of src, and for no other', () => {
  const folders = globSync('**/', { cwd: SOURCE })
    .filter((path) => statSync(join(SOURCE, path)).isDirectory() && path !== '.')
    .sort();
  expect(folders.length).toBeGreaterThan(40);
  expect(
    drawn()
      .filter((path) => !path.endsWith('.ts'))
      .sort(),
  ).toEqual(folders);
});

test('the table of imports in src/README.md has the rules of the import test', () => {
  const rules = readFileSync(new URL('../import-rules.test.ts', import.meta.url), 'utf8');
  const rooms = /const ROOMS[^{]*\{(.*?)^\};/ms.exec(rules)?.[1] ?? '';
  const written = [...rooms.matchAll(/^ {2}(\w+): \[(.*?)\]/gms)].map(([, room, list = '']) => [
    room,
    [...list.matchAll(/'([^']+)'/g)].map(([, name]) => name),
  ]);
  const told = tableOf('src/README.md', 'room').map(([room = '', list = '']) => [
    room.replaceAll('`', ''),
    [...list.matchAll(/(types of )?`([^`]+)`/g)].map(([, types, name]) =>
      types === undefined ? name : `types:${name}`,
    ),
  ]);
  expect(written.length).toBeGreaterThan(10);
  expect(told).toEqual(written);
});

test('the files that src/README.md names exist', () => {
  const text = readDoc('src/README.md');
  const named = [...text.matchAll(/`((?:[a-z-]+\/)+[a-z-]+\.ts)`/g)].map(([, path = '']) => path);
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((path) => !existsSync(join(SOURCE, path)) && !existsSync(join(SOURCE, '..', path)))).toEqual([]);
});

test('the code blocks of the documents are closed', () => {
  for (const path of ['README.md', 'src/README.md', 'src/graphql/README.md', 'deploy/OPERATIONS.md']) {
    expect((readDoc(path).match(/^```/gm) ?? []).length % 2, path).toBe(0);
  }
  expect(codeBlocks('src/graphql/README.md', 'graphql').length).toBeGreaterThan(7);
});
