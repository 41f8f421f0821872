import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { documentFiles, readOperations } from '../../src/client/operations.ts';
import type { Operation } from '../../src/client/operations.ts';
import { SAMPLE_VARIABLES } from '../../src/client/sample-variables.ts';
import { ROOT } from '../support/docs.ts';
import { newFolder } from '../support/folders.ts';

/** The operations of files with these texts, or the message of the error. */
function read(texts: readonly string[], samples = {}): Operation[] {
  const folder = newFolder('documents');
  const paths = texts.map((text, at) => {
    const path = join(folder, `${at}.graphql`);
    writeFileSync(path, text);
    return path;
  });
  return readOperations(paths, samples);
}

test('readOperations gives each operation its title, its values to try, and the fragments it needs, from any file', () => {
  const texts = [
    '# A film\nquery Film($id: ID!) { title(id: $id) { ...Card } }',
    'fragment Card on Title { ...Line } fragment Other on Title { id }',
    'fragment Line on Title { id primaryTitle ...Line2 } fragment Line2 on Title { startYear }',
  ];
  const [one, ...others] = read(texts, { Film: { id: 'tt0900001', of: 'another' } });
  expect(others).toEqual([]);
  expect(one).toMatchObject({ name: 'Film', title: 'A film', variables: { id: 'tt0900001' } });
  expect(one?.text.match(/fragment \w+/g)).toEqual(['fragment Card', 'fragment Line', 'fragment Line2']);
});

test('readOperations takes the name for a title where the file begins with none', () => {
  const [one, two] = read(['query A { __typename } query B { dataset { version } }']);
  expect([one?.title, two?.title, two?.text]).toEqual(['A', 'B', 'query B {\n  dataset {\n    version\n  }\n}']);
});

test('documentFiles has no operation of administrators, which a run of all requests would send too', () => {
  const texts = readOperations(documentFiles(ROOT)).map(({ text }) => text);
  expect(texts.filter((text) => /^(mutation|subscription)\b|\b(ingestStatus|auditLog|datasets)\b/.test(text))).toEqual(
    [],
  );
});

test('every sample of variables belongs to an operation', () => {
  const names = new Set(readOperations(documentFiles(ROOT)).map(({ name }) => name));
  expect(Object.keys(SAMPLE_VARIABLES).filter((name) => !names.has(name))).toEqual([]);
});

test.each([
  ['query ($id: ID) { node(id: $id) { id } }', 'an operation without a name'],
  ['query A { titles { nodes { ...Card } } }', 'needs the fragment Card, which is in no file'],
  ['query A($id: ID!) { node(id: $id) { id } }', 'a value to try $id with, in sample-variables.ts: A: { id: … }'],
])('readOperations refuses %s', (text, message) => {
  expect(() => read([text])).toThrow(message);
});
