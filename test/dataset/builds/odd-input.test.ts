import { expect, test } from 'vitest';

import type { Manifest, TableRecord } from '../../../src/dataset/builds/manifest.ts';
import { inputWarnings, oddInputOf } from '../../../src/dataset/builds/odd-input.ts';

const LINES = 100_000;

function build(table: Partial<TableRecord>): Pick<Manifest, 'sources' | 'tables'> {
  return {
    sources: [{ name: 'title.basics', etag: null, lastModified: null, bytes: 1, sha256: '', rows: LINES }],
    tables: [{ name: 'titles', file: '', bytes: 1, sha256: '', rows: LINES, ...table }],
  };
}

const LEFT_OUT = (rows: number): string =>
  `title.basics.tsv.gz: ${rows} of ${LINES} lines do not fit and are left out, see \`npx marquee status\``;
const VALUES = (values: number): string =>
  `title.basics.tsv.gz: ${values} values do not fit and are null or kept as text, see \`npx marquee status\``;

test.each<[string, Partial<TableRecord>, string[]]>([
  ['nothing', {}, []],
  ['ten lines', { rejected: { rows: 10, samples: [] } }, []],
  ['one line in ten thousand and one more', { rejected: { rows: 11, samples: [] } }, [LEFT_OUT(11)]],
  ['one value in a thousand', { nulled: { startYear: 100, endYear: 100 } }, []],
  ['one value in a thousand and one more', { nulled: { startYear: 101 }, kept: { genres: 4 } }, [VALUES(105)]],
  ['texts that were kept', { kept: { genres: 101 } }, [VALUES(101)]],
])('inputWarnings of a build with %s', (_what, table, warnings) => {
  expect(inputWarnings(build(table), '`npx marquee status`')).toEqual(warnings);
});

test('oddInputOf takes builds of older programs for clean', () => {
  expect(oddInputOf(build({}))).toEqual([
    { source: 'title.basics', lines: LINES, rejected: 0, samples: [], nulled: {}, kept: {}, sample: undefined },
  ]);
  expect(inputWarnings({ ...build({}), tables: [] }, '')).toEqual([]);
});
