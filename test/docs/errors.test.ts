import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { CLIENT_ERROR_STATUS } from '../../src/errors.ts';
import { tableOf } from '../support/docs.ts';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));

test('deploy/PROMISES.md lists each error code that is sent, with its HTTP status', () => {
  const listed = tableOf('deploy/PROMISES.md', 'code').flatMap(([codes = '', status = '']) =>
    [...codes.matchAll(/`(\w+)`/g)].map(([, code = '']) => [code, Number(status)]),
  );
  // The web app names codes that it gets.
  const source = globSync(`${SOURCE}**/*.ts`, { exclude: [`${SOURCE}web/**`] })
    .filter((path) => !path.endsWith('/src/errors.ts'))
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n');
  const sent = Object.entries(CLIENT_ERROR_STATUS).filter(
    ([code]) => new RegExp(`\\b${code}\\b`).test(source) || code.startsWith('GRAPHQL_'),
  );
  expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(sent));
});
