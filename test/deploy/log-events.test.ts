import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { tableOf } from '../support/docs.ts';

const SOURCE = fileURLToPath(new URL('../../src/', import.meta.url));

test('OPERATIONS.md lists the log events that the source has, and no others', () => {
  const rows = tableOf('deploy/OPERATIONS.md', 'area');
  const listed = rows.flatMap(([, events = '']) => [...events.matchAll(/`([^`]+)`/g)].map(([, event]) => event));
  const source = globSync(`${SOURCE}**/*.ts`).map((path) => readFileSync(path, 'utf8'));
  const written = source.flatMap((text) => [...text.matchAll(/event: '([^']+)'/g)].map(([, event]) => event));
  // How an ingest ends is said by the name of its outcome.
  const outcomes = ['skipped', 'promoted', 'unchanged', 'done', 'rejected', 'failed', 'cancelled'].map(
    (end) => `ingest ${end}`,
  );
  expect(new Set(listed)).toEqual(new Set([...written, ...outcomes]));
});
