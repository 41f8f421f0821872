import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { readOperations } from '../../src/client/operations.ts';
import type { Operation } from '../../src/client/operations.ts';
import { newFolder } from '../support/folders.ts';

/** The operations of files with these texts, or the message of the error. */
function read(...texts: readonly string[]): Operation[] {
  const folder = newFolder('documents');
  const paths = texts.map((text, at) => {
    const path = join(folder, `${at}.graphql`);
    writeFileSync(path, text);
    return path;
  });
  return readOperations(paths);
}

test('readOperations gives each operation its title, its values to try, and the fragments it needs, from any file', () => {
  const [one, ...others] = read(
    '# A film\n# variables: {"id": "tt0900001", "of": "another"}\nquery Film($id: ID!) { title(id: $id) { ...Card } }',
    'fragment Card on Title { ...Line } fragment Other on Title { id }',
    'fragment Line on Title { id primaryTitle ...Line2 } fragment Line2 on Title { startYear }',
  );
  expect(others).toEqual([]);
  expect(one).toMatchObject({ name: 'Film', title: 'A film', variables: { id: 'tt0900001' } });
  expect(one?.text.match(/fragment \w+/g)).toEqual(['fragment Card', 'fragment Line', 'fragment Line2']);
});

test('readOperations takes the name for a title where the first line has none', () => {
  const [one, two] = read(
    '# variables: {"id": 1}\nquery A($id: ID!) { node(id: $id) { id } } query B { dataset { version } }',
  );
  expect([one?.title, two?.title, two?.text]).toEqual(['A', 'B', 'query B {\n  dataset {\n    version\n  }\n}']);
});

test.each([
  ['query ($id: ID) { node(id: $id) { id } }', 'an operation without a name'],
  ['query A { titles { nodes { ...Card } } }', 'needs the fragment Card, which is in no file'],
  ['query A($id: ID!) { node(id: $id) { id } }', 'a value to try $id with: a comment "# variables: {"id": …}"'],
  ['# variables: {id}\nquery A { dataset { version } }', 'variables that are not JSON: {id}'],
])('readOperations refuses %s', (text, message) => {
  expect(() => read(text)).toThrow(message);
});
