import { closeSync, openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeAll, expect, onTestFinished, test } from 'vitest';

import { checkPostings } from '../../../src/formats/postings/check-postings.ts';
import {
  hasArticle,
  isAdult,
  isOnly,
  PAGE_POSTINGS,
  POSTINGS_FORMAT,
  regionOf,
  sectionsOf,
  textOf,
  typeOf,
} from '../../../src/formats/postings/layout.ts';
import { DamagedPages } from '../../../src/formats/paged-file.ts';
import { decodeFooter, footerBytes, pagedSections } from '../../../src/formats/paged-layout.ts';
import { openPostings } from '../../../src/formats/postings/postings.ts';
import type { Postings } from '../../../src/formats/postings/postings.ts';
import { fitsAt, listsOf } from '../../../src/formats/postings/posting-lists.ts';
import { PostingsWriter } from '../../../src/formats/postings/postings-writer.ts';
import { newFolder } from '../../support/folders.ts';

const TERMS = 600;
const TIERS = 2;
const DOCUMENTS = 30_000;
const REGIONS = ['DE', 'US', 'XWW'];

interface Posting {
  tier: number;
  term: number;
  position: number;
  fieldLength: number;
  docId: number;
  attributes: number;
}

/** In the order of the file: term 0 has lists of many pages, others few postings, and some none. */
const POSTINGS: readonly Posting[] = Array.from({ length: TIERS }, (_, tier) => tier).flatMap((tier) =>
  Array.from({ length: TERMS - 1 }, (_, term) => term).flatMap((term) =>
    [0, 1, 7].flatMap((position) =>
      Array.from({ length: term === 0 ? 3000 : (term * 7 + position) % 5 }, (_, at): Posting => {
        const docId = tier * 15_000 + at * 4 + position;
        return { tier, term, position, fieldLength: position + 2, docId, attributes: attributesOf(docId, position) };
      }),
    ),
  ),
);

function attributesOf(docId: number, position: number): number {
  return (
    position * 65_536 +
    (docId % 5) * 8192 +
    (docId % 2) * 4096 +
    (docId % 3 === 0 ? 2048 : 0) +
    (docId % 7 === 0 ? 1024 : 0) +
    (docId % 4)
  );
}

const keyOf = (docId: number): number => 900_000_000 - docId;
const yearOf = (docId: number): number | null => (docId % 3 === 0 ? null : 1870 + (docId % 200));

function write(path: string, { postings = POSTINGS, documents = DOCUMENTS } = {}): void {
  const file = openSync(path, 'w+');
  try {
    const writer = new PostingsWriter(file, {
      postings: POSTINGS.length,
      documents: DOCUMENTS,
      terms: TERMS,
      tiers: TIERS,
    });
    for (let docId = 0; docId < documents; docId += 1) writer.addDocument(keyOf(docId), yearOf(docId));
    for (const { tier, term, position, fieldLength, docId, attributes } of postings)
      writer.add((tier * TERMS + term) * 65_536 + position * 256 + fieldLength, docId, attributes);
    writer.end(REGIONS);
  } finally {
    closeSync(file);
  }
}

let bytes: Buffer;

beforeAll(async () => {
  const path = join(newFolder('postings'), 'lists');
  write(path);
  bytes = await readFile(path);
  expect(checkPostings({ path })).toBe(POSTINGS.length);
});

/** A copy of the file, with some of it overwritten. */
async function harmed(harm: (copy: Buffer) => void): Promise<string> {
  const copy = Buffer.from(bytes);
  harm(copy);
  const path = join(newFolder('postings'), 'lists');
  await writeFile(path, copy);
  return path;
}

async function openHarmed(harm: (copy: Buffer) => void): Promise<{ postings: Postings; damages: readonly unknown[] }> {
  const damages: unknown[] = [];
  const postings = openPostings(await harmed(harm), { bytes: bytes.length, onDamage: (error) => damages.push(error) });
  onTestFinished(() => postings.close());
  return { postings, damages };
}

/** All that a file holds, read list by list. */
function readAll(postings: Postings): Posting[] {
  const all: Posting[] = [];
  for (let tier = 0; tier < postings.tiers; tier += 1) {
    for (let term = 0; term < TERMS; term += 1) {
      postings.arena.clear();
      const span = postings.span(tier, [term, term]);
      for (let position = 0; position < 9; position += 1) {
        for (const list of listsOf(span, (at) => at === position)) {
          const set = postings.read(list);
          for (let at = 0; at < set.length; at += 2) {
            const [docId = -1, attributes = -1] = [set[at], set[at + 1]];
            expect(fitsAt(list.from + at / 2, span, (where) => where === position)).toBe(true);
            all.push({ tier, term, position, fieldLength: list.fieldLength, docId, attributes });
          }
        }
      }
    }
  }
  return all;
}

test('openPostings reads what was written', async () => {
  const { postings, damages } = await openHarmed(() => undefined);
  expect(readAll(postings)).toEqual(POSTINGS);
  for (let docId = 0; docId < DOCUMENTS; docId += 1)
    expect([docId, postings.keyOf(docId), postings.yearOf(docId)]).toEqual([docId, keyOf(docId), yearOf(docId)]);
  expect(REGIONS.map((name) => postings.regionCode(name))).toEqual([1, 2, 3]);
  expect(postings.regionCode('FR')).toBeUndefined();
  expect([postings.documents, damages]).toEqual([DOCUMENTS, []]);
});

test('attributes of a posting decode to those that were packed', () => {
  for (const { docId, position, attributes } of POSTINGS.slice(0, 500)) {
    const read = [textOf, typeOf, isAdult, isOnly, hasArticle, regionOf].map((part) => part(attributes));
    expect(read).toEqual([position, docId % 5, docId % 2 === 1, docId % 3 === 0, docId % 7 === 0, docId % 4]);
  }
});

test('span of several terms has the lists of each', async () => {
  const { postings } = await openHarmed(() => undefined);
  const spans = Array.from({ length: TERMS }, (_, term) => postings.span(1, [term, term]));
  const all = postings.span(1, [0, TERMS + 5]);
  expect([all.from, all.to]).toEqual([spans[0]?.from, spans.at(-2)?.to]);
  expect(all.lists).toBe(spans.reduce((sum, { lists }) => sum + lists, 0));
  expect(postings.span(1, [TERMS, TERMS])).toMatchObject({ from: 0, to: 0, lists: 0 });
});

test.each([
  [0, 40],
  [3000, 9000],
  [11_998, 12_500],
  [14_000, 15_000],
])('read within documents %i to %i omits all others', async (from, to) => {
  const { postings } = await openHarmed(() => undefined);
  for (const list of listsOf(postings.span(0, [0, 0]), () => true)) {
    const whole = [...postings.read(list)];
    const wanted = whole.filter((_, at) => {
      const docId = whole[at - (at % 2)] ?? 0;
      return docId >= from && docId < to;
    });
    expect([...postings.read(list, { from, to })]).toEqual(wanted);
  }
});

test('around reads the parts of a list that may hold the documents', async () => {
  const { postings } = await openHarmed(() => undefined);
  const [list = expect.fail()] = listsOf(postings.span(1, [0, 0]), () => true);
  const whole = postings.read(list).slice();
  const wanted = whole.filter((_, at) => at % 2 === 0).filter((_, at) => at % 700 === 3);
  const set = Uint32Array.from([...wanted].flatMap((docId) => [docId, 0]));
  const parts = postings.around(list, set);
  const read = new Set(parts.flatMap((part) => [...part].filter((_, at) => at % 2 === 0)));
  expect(wanted.every((docId) => read.has(docId))).toBe(true);
  expect(read.size).toBeLessThanOrEqual(wanted.length * 2 * PAGE_POSTINGS);
});

function sections() {
  const footer = bytes.subarray(-footerBytes(POSTINGS_FORMAT));
  const counts = decodeFooter(POSTINGS_FORMAT, { footer, size: bytes.length });
  if (counts === undefined) expect.fail('the file has no footer');
  return { ...pagedSections(POSTINGS_FORMAT, counts), ...sectionsOf(counts) };
}

test.each(['postings', 'keys', 'years', 'lists', 'heads'] as const)(
  'damaged %s are refused and reported when they are read, and by countPostings',
  async (section) => {
    const harm = (copy: Buffer): void => {
      const at = sections()[section];
      copy[at] = 255 - (copy[at] ?? 0);
    };
    const { postings, damages } = await openHarmed(harm);
    const read = (): void => {
      readAll(postings);
      postings.keyOf(0);
      postings.yearOf(0);
    };
    expect(read).toThrow(DamagedPages);
    expect(damages).toHaveLength(1);
    const path = await harmed(harm);
    expect(() => checkPostings({ path })).toThrow(/page \d+ is damaged$/);
  },
);

test.each(['skips', 'regions', 'sums'] as const)(
  'openPostings refuses a file with damage in its %s',
  async (section) => {
    const harm = (copy: Buffer): void => {
      const at = sections()[section];
      copy[at] = 255 - (copy[at] ?? 0);
    };
    await expect(openHarmed(harm)).rejects.toThrow('damaged');
  },
);

test.each([
  ['cut', -1],
  ['longer', 1],
])('openPostings refuses a file that is %s', async (_what, more) => {
  const path = join(newFolder('postings'), 'lists');
  await writeFile(path, Buffer.concat([bytes, Buffer.alloc(1)]).subarray(0, bytes.length + more));
  const open = (size: number) => openPostings(path, { bytes: size, onDamage: () => undefined });
  expect(() => open(bytes.length)).toThrow(/bytes, not the/);
  expect(() => open(bytes.length + more)).toThrow('does not end as a file of postings does');
});

test('PostingsWriter refuses postings out of order, and fewer than announced', () => {
  const path = join(newFolder('postings'), 'lists');
  const [first = expect.fail(), second = expect.fail(), ...others] = POSTINGS;
  expect(() => write(path, { postings: [second, first, ...others] })).toThrow('posting 1 is not in its order');
  expect(() => write(path, { postings: [...POSTINGS.slice(3000), ...POSTINGS.slice(0, 3000)] })).toThrow(
    'not in their order',
  );
  expect(() => write(path, { postings: others })).toThrow(/postings and \d+ documents of/);
  expect(() => write(path, { documents: DOCUMENTS - 1 })).toThrow(/postings and \d+ documents of/);
});
