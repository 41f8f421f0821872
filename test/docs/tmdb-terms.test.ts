import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { TMDB_ATTRIBUTION, TMDB_NOTICE } from '../../src/dataset/sources/tmdb-terms.ts';

const SENTENCE = TMDB_ATTRIBUTION.replace(/\.$/, '');
const read = (path: string): string => readFileSync(path, 'utf8');

test('the sentence that TMDB requires stands in one file of the program', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(tsx?|mjs|html)$/.test(name),
  );
  const having = files.filter((name) => !name.includes('generated') && /not endorsed/i.test(read(join('src', name))));
  expect(having).toEqual([join('dataset', 'sources', 'tmdb-terms.ts')]);
  expect(TMDB_NOTICE).toContain(SENTENCE);
});

test('the manual quotes both forms of the sentence, and README the terms, with their dates', () => {
  const manual = read('deploy/TMDB.md').replaceAll(/\s+/g, ' ');
  expect(manual).toContain(`"${SENTENCE}"`);
  expect(manual).toMatch(
    /in 2026 .*"This product uses TMDB and the TMDB APIs but is not endorsed, certified, or otherwise approved by TMDB"/,
  );
  const readme = read('README.md').replaceAll(/\s+/g, ' ');
  const free = /"(free to use for non-commercial purposes as long as you attribute TMDB)" \(November 2026\)/.exec(
    readme,
  )?.[1];
  expect(manual).toContain(free);
  expect(readme).toContain('six months at most (14 November 2026)');
  expect(manual).toMatch(/six months at most .* 14 November 2026/);
});
