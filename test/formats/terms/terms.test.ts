import { closeSync, openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { beforeAll, expect, onTestFinished, test } from 'vitest';

import { formHashes } from '../../../src/dataset/words/spellings.ts';
import { writingKey } from '../../../src/dataset/words/writing-keys.ts';
import { DamagedPages } from '../../../src/formats/paged-file.ts';
import { decodeFooter, footerBytes, pagedSections } from '../../../src/formats/paged-layout.ts';
import { checkTerms } from '../../../src/formats/terms/check-terms.ts';
import { sectionsOf, TERMS_FORMAT } from '../../../src/formats/terms/layout.ts';
import { TermsWriter } from '../../../src/formats/terms/terms-writer.ts';
import { openTerms } from '../../../src/formats/terms/terms.ts';
import type { Terms } from '../../../src/formats/terms/terms.ts';
import { newFolder } from '../../support/folders.ts';

interface Term {
  text: string;
  texts: number;
  lettersOut: 0 | 1 | 2;
}

const SYLLABLES = ['an', 'ba', 'na', 'é', 'сто', '千尋', '𝒳', 'ob', 'ri'];

/** Made-up words of one to four syllables in several scripts, in the order of their bytes. */
const TERMS: readonly Term[] = wordsUpTo(4)
  .map((text) => ({ text, bytes: Buffer.from(text) }))
  .toSorted((one, other) => one.bytes.compare(other.bytes))
  .map(({ text }, term) => {
    const length = Array.from(text).length;
    return { text, texts: 1 + ((term * 7919) % 50), lettersOut: length < 4 ? 0 : term % 3 === 0 ? 2 : 1 };
  });

function wordsUpTo(syllables: number): string[] {
  if (syllables === 0) return [];
  const shorter = wordsUpTo(syllables - 1);
  return [...new Set([...SYLLABLES, ...shorter.flatMap((word) => SYLLABLES.map((syllable) => word + syllable))])];
}

/** In their order: what is behind so many letters, of at least three. */
const ENDS = TERMS.flatMap(({ text }, term) => {
  const letters = Array.from(text);
  return letters
    .slice(0, -2)
    .map((_, before) => ({ term, before, bytes: Buffer.from(letters.slice(before).join('')) }));
}).toSorted((one, other) => one.bytes.compare(other.bytes) || one.term - other.term || one.before - other.before);

function write(path: string, { terms = TERMS, ends = ENDS, textBytes = bytesOf(TERMS) } = {}): void {
  const file = openSync(path, 'w+');
  try {
    const writer = new TermsWriter({ terms: TERMS.length, textBytes, ends: ENDS.length });
    for (const { text, texts, lettersOut } of terms) writer.add(text, texts, lettersOut);
    for (const { term, before } of ends) writer.addEnd(term, before);
    writer.end(file);
  } finally {
    closeSync(file);
  }
}

function bytesOf(terms: readonly Term[]): number {
  return terms.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0);
}

let bytes: Buffer;

beforeAll(async () => {
  const path = join(newFolder('terms'), 'terms');
  write(path);
  bytes = await readFile(path);
  expect(checkTerms({ path })).toBe(TERMS.length);
});

async function harmed(harm: (copy: Buffer) => void): Promise<string> {
  const copy = Buffer.from(bytes);
  harm(copy);
  const path = join(newFolder('terms'), 'terms');
  await writeFile(path, copy);
  return path;
}

async function openHarmed(harm: (copy: Buffer) => void): Promise<{ terms: Terms; damages: readonly unknown[] }> {
  const damages: unknown[] = [];
  const terms = openTerms(await harmed(harm), { bytes: bytes.length, onDamage: (error) => damages.push(error) });
  onTestFinished(() => terms.close());
  return { terms, damages };
}

test('openTerms reads the terms that were written, by number, by text and by how they begin', async () => {
  const { terms, damages } = await openHarmed(() => undefined);
  expect(TERMS.length).toBeGreaterThan(5000);
  for (const [term, { text, texts }] of TERMS.entries())
    expect([terms.wordAt(term), terms.numberOf(text), terms.textsOf(term, term)]).toEqual([text, term, texts]);
  const [first = -1, last = -1] = terms.beginningWith('ba') ?? [];
  expect(TERMS.flatMap(({ text }, term) => (text.startsWith('ba') ? [term] : []))).toEqual(
    Array.from({ length: last - first + 1 }, (_, at) => first + at),
  );
  expect([terms.numberOf('nobody'), terms.beginningWith('zz'), damages]).toEqual([null, null, []]);
});

test.each(['anan', 'ana', 'стоб', 'banaé', '千尋𝒳', '千尋千', 'obribana', 'nan', 'zzz'])(
  'containing finds the terms that %s stands in, the commonest first, each once',
  async (part) => {
    const { terms } = await openHarmed(() => undefined);
    const wanted = TERMS.map(({ text, texts }, term) => ({ text, texts, term }))
      .filter(({ text }) => text.includes(part))
      .toSorted((one, other) => other.texts - one.texts || one.term - other.term)
      .map(({ term }) => term);
    expect(terms.containing(part, 100_000)).toEqual(wanted);
    expect(terms.containing(part, 7)).toEqual(wanted.slice(0, 7));
  },
);

test('alike finds the terms that share a form, and hardly any other', async () => {
  const { terms } = await openHarmed(() => undefined);
  const formsOf = TERMS.map(({ text, lettersOut }) => (lettersOut === 0 ? new Set() : formHashes(text, lettersOut)));
  for (const typed of ['banana', 'bnana', 'obrian', 'сторосто', 'стоио', '千尋尋千', 'baé', 'xyz', 'ananannn']) {
    for (const letters of [1, 2] as const) {
      const hashes = [...formHashes(typed, letters)];
      const wanted = formsOf.flatMap((forms, term) => (hashes.some((hash) => forms.has(hash)) ? [term] : []));
      const found = terms.alike(typed, letters).toSorted((one, other) => one - other);
      expect([typed, letters, found]).toEqual([typed, letters, wanted]);
    }
  }
});

test('writtenAs finds the terms of other scripts that have a key, each in its order', async () => {
  const { terms } = await openHarmed(() => undefined);
  for (const key of ['lsto', 'lstosto', 'lqianxun', 'lbanae', 'k', 'lbana', 'nobody']) {
    const wanted = TERMS.flatMap(({ text }, term) => (writingKey(text) === key ? [term] : []));
    expect([key, terms.writtenAs(key)]).toEqual([key, wanted]);
  }
  expect(terms.writtenAs('lsto')).toHaveLength(1);
  expect(terms.writtenAs('lqianxun')).toHaveLength(1);
});

test('a dictionary may have no terms', () => {
  const path = join(newFolder('terms'), 'none');
  const file = openSync(path, 'w+');
  new TermsWriter({ terms: 0, textBytes: 0, ends: 0 }).end(file);
  closeSync(file);
  const terms = openTerms(path, { bytes: 4096 + 4 + 32, onDamage: () => undefined });
  expect([terms.numberOf('a'), terms.beginningWith(''), terms.alike('word', 2), terms.containing('wor', 5)]).toEqual([
    null,
    null,
    [],
    [],
  ]);
  terms.close();
});

function sections() {
  const footer = bytes.subarray(-footerBytes(TERMS_FORMAT));
  const counts = decodeFooter(TERMS_FORMAT, { footer, size: bytes.length });
  if (counts === undefined) expect.fail('the file has no footer');
  return { ...pagedSections(TERMS_FORMAT, counts), ...sectionsOf(counts) };
}

function harmAt(section: keyof ReturnType<typeof sections>, copy: Buffer, behind = 0): void {
  const at = sections()[section] + behind;
  copy[at] = 255 - (copy[at] ?? 0);
}

test.each(['common', 'buckets', 'spellings', 'ends'] as const)(
  'damaged %s are refused and told when they are read, and when all is counted',
  async (section) => {
    // A page may begin in the section before.
    const harm = (copy: Buffer): void => harmAt(section, copy, 5000);
    const { terms, damages } = await openHarmed(harm);
    const read = (): void => {
      for (const { text } of TERMS) {
        terms.alike(text, 1);
        terms.containing(text, TERMS.length);
      }
    };
    expect(read).toThrow(DamagedPages);
    expect(damages).toHaveLength(1);
    const path = await harmed(harm);
    expect(() => checkTerms({ path })).toThrow(/page \d+ is damaged$/);
  },
);

test.each(['begins', 'before', 'texts', 'sums', 'footer'] as const)(
  'openTerms refuses a file one of whose %s is damaged',
  async (section) => {
    await expect(openHarmed((copy) => harmAt(section, copy))).rejects.toThrow(/damaged|does not end/);
  },
);

test.each([
  ['cut', -1],
  ['longer', 1],
])('openTerms refuses a file that is %s', async (_what, more) => {
  const path = join(newFolder('terms'), 'terms');
  await writeFile(path, Buffer.concat([bytes, Buffer.alloc(1)]).subarray(0, bytes.length + more));
  const open = (size: number) => openTerms(path, { bytes: size, onDamage: () => undefined });
  expect(() => open(bytes.length)).toThrow(/bytes, not the/);
  expect(() => open(bytes.length + more)).toThrow('does not end as a term dictionary does');
});

test('TermsWriter refuses what is not in its order, and less than was said', () => {
  const path = join(newFolder('terms'), 'terms');
  const [first = expect.fail(), second = expect.fail(), ...others] = TERMS;
  expect(() => write(path, { terms: [second, first, ...others] })).toThrow('term 1 is not in its order');
  expect(() => write(path, { ends: ENDS.toReversed() })).toThrow('end 1 is not in its order');
  expect(() => write(path, { ends: ENDS.slice(1) })).toThrow('terms, bytes and ends of');
  expect(() => write(path, { textBytes: bytesOf(TERMS) + 1 })).toThrow('terms, bytes and ends of');
});
