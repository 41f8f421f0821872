import { expect, test } from 'vitest';

import {
  BUILD_FORMAT,
  changedAt,
  isManifest,
  isPointer,
  OLDEST_SERVED_FORMAT,
  refusalOf,
} from '../../../src/dataset/builds/manifest.ts';
import { sealed } from '../../../src/dataset/builds/seal.ts';

const POINTER = {
  buildId: '20261121T013000Z',
  version: 3,
  promotedAt: '2026-11-21T01:31:00.000Z',
  manifestSha256: 'ab',
};

test('isPointer accepts a pointer, also with fields of later programs', () => {
  expect(isPointer(POINTER)).toBe(true);
  expect(isPointer({ ...POINTER, buildId: '20261121T013000Z-2', more: 1 })).toBe(true);
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['a text', '20261121T013000Z'],
  ['a list', [POINTER]],
  ['no build', { ...POINTER, buildId: undefined }],
  ['a path out of the folder', { ...POINTER, buildId: '../20261121T013000Z' }],
  ['a staging folder', { ...POINTER, buildId: '.tmp-20261121T013000Z' }],
  ['a version as text', { ...POINTER, version: '3' }],
  ['no checksum', { ...POINTER, manifestSha256: null }],
])('isPointer refuses %s', (_what, value) => {
  expect(isPointer(value)).toBe(false);
});

const MANIFEST = {
  format: BUILD_FORMAT,
  buildId: '20261121T013000Z',
  version: 3,
  builtAt: '2026-11-21T01:30:00.000Z',
  tools: { marquee: '1', duckdb: '1', node: '24' },
  sources: [],
  tables: [],
  lookups: [],
  measures: { dangling: {}, nulls: {}, unknown: {} },
};

test('isManifest accepts a manifest of this format, and of older ones whose tables can be read', () => {
  expect(isManifest(sealed(MANIFEST))).toBe(true);
  expect(isManifest({ ...MANIFEST, format: OLDEST_SERVED_FORMAT })).toBe(true);
});

/** A JSON text in which one byte is another. */
function withByte(text: string, at: number): unknown {
  const bytes = Buffer.from(text);
  bytes[at] = 255 - (bytes[at] ?? 0);
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return undefined;
  }
}

test('isManifest and isPointer refuse what has any other byte than was written, but between the values', () => {
  const pointer = { ...POINTER, previousBuildId: '20261120T013000Z' };
  for (const [value, is] of [
    [MANIFEST, isManifest],
    [pointer, isPointer],
  ] as const) {
    const text = JSON.stringify(sealed(value), null, 2);
    expect(is(JSON.parse(text))).toBe(true);
    for (let at = 0; at < text.length; at += 1) {
      const read = withByte(text, at);
      if (!is(read)) continue;
      // The seal of a pointer may be missing: older programs wrote none.
      const { seal: _, ...rest } = read as unknown as Record<string, unknown>;
      expect([at, rest]).toEqual([at, expect.objectContaining(value)]);
    }
  }
});

test('refusalOf names the format, those that are read, and what to do', () => {
  expect(refusalOf({ format: BUILD_FORMAT + 1 })).toBe(
    `of format ${BUILD_FORMAT + 1}, newer than this program reads (${OLDEST_SERVED_FORMAT} to ${BUILD_FORMAT}), so that it needs the newer program or an ingest`,
  );
  expect(refusalOf({ format: OLDEST_SERVED_FORMAT - 1 })).toMatch(/older than this program reads .* needs an ingest$/);
  expect([OLDEST_SERVED_FORMAT, BUILD_FORMAT].map((format) => refusalOf({ format }))).toEqual([undefined, undefined]);
});

test.each([
  [[null, null], MANIFEST.builtAt],
  [['Fri, 20 Nov 2026 10:00:00 GMT', null, 'Fri, 20 Nov 2026 12:00:00 GMT'], '2026-11-20T12:00:00.000Z'],
  [['yesterday'], MANIFEST.builtAt],
  [['Fri, 25 Dec 2026 12:00:00 GMT'], MANIFEST.builtAt],
])('changedAt of files of %j is %s', (times, expected) => {
  const record = { name: 'title.crew' as const, etag: null, bytes: 1, sha256: '', rows: 1 };
  const sources = times.map((lastModified) => ({ ...record, lastModified }));
  expect(changedAt({ ...MANIFEST, sources })).toBe(expected);
});

test.each([
  ['nothing', undefined],
  ['null', null],
  ['no seal', MANIFEST],
  ['the seal of something else', { ...sealed(MANIFEST), version: 4 }],
  ['too old a format', { ...MANIFEST, format: OLDEST_SERVED_FORMAT - 1 }],
  ['a newer format', sealed({ ...MANIFEST, format: BUILD_FORMAT + 1 })],
  ['no format', sealed({ ...MANIFEST, format: undefined })],
  ['no tables', sealed({ ...MANIFEST, tables: undefined })],
  ['lookups that are no list', sealed({ ...MANIFEST, lookups: {} })],
])('isManifest refuses %s', (_what, value) => {
  expect(isManifest(value)).toBe(false);
});
