import { expect, test } from 'vitest';
import type { Manifest } from '../../src/dataset/builds/manifest.ts';
import { LICENCE } from '../../src/dataset/sources/imdb.ts';
import { ask, fakeLoaders } from './fake-loaders.ts';

const manifest: Manifest = {
  format: 1,
  buildId: '20261121T013000Z',
  version: 7,
  builtAt: '2026-11-21T01:40:00Z',
  tools: { marquee: '0.1.0', duckdb: '1.5', node: '24' },
  sources: [
    { name: 'title.basics', etag: '"a"', lastModified: null, bytes: 5_000_000_000, sha256: '', rows: 12_000_000 },
  ],
  tables: [
    {
      name: 'titles',
      file: 'tables/titles.parquet',
      bytes: 1,
      sha256: '',
      rows: 3_000_000_000,
      rejected: { rows: 4_000_000_000, samples: [] },
      nulled: { startYear: 5_000_000_000, endYear: 1 },
      kept: { genres: 9 },
    },
  ],
  lookups: [],
  measures: { dangling: {}, nulls: {}, unknown: {} },
};

test('dataset describes the build, with numbers greater than an Int', async () => {
  const { loaders } = fakeLoaders({ parts: { dataset: { manifest, version: 7 } } });
  const source =
    '{ dataset { buildId version builtAt licence sources { name etag lastModified bytes rows rejected nulled } tables { name rows } } }';
  expect(await ask(source, { loaders })).toEqual({
    data: {
      dataset: {
        buildId: '20261121T013000Z',
        version: 7,
        builtAt: '2026-11-21T01:40:00Z',
        licence: LICENCE,
        sources: [
          {
            name: 'title.basics',
            etag: '"a"',
            lastModified: null,
            bytes: 5_000_000_000,
            rows: 12_000_000,
            rejected: 4_000_000_000,
            nulled: 5_000_000_001,
          },
        ],
        tables: [{ name: 'titles', rows: 3_000_000_000 }],
      },
    },
  });
});
