import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { markdownFiles, readDoc } from '../support/docs.ts';

const ROOT = new URL('../../', import.meta.url);

/** The text of a Markdown file without its code, in which nothing is a link or a heading. */
function proseOf(text: string): string {
  return text.replaceAll(/^```.*?^```$/gms, '').replaceAll(/`[^`\n]+`/g, (code) => code.replaceAll(/[[\]()]/g, ''));
}

/** The anchors of a file's headings, as GitHub makes them. */
function anchorsOf(path: string): string[] {
  const seen = new Map<string, number>();
  return [...proseOf(readDoc(path)).matchAll(/^#{1,6} +(.+)$/gm)].map(([, heading = '']) => {
    const anchor = heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-');
    const count = seen.get(anchor) ?? 0;
    seen.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  });
}

/** Targets of links inside this repository, `[text](target)` and `[name]: target`. */
function linksOf(text: string): string[] {
  const found = [...proseOf(text).matchAll(/\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$/gm)];
  return found.map(([, inline, named]) => inline ?? named ?? '').filter((target) => !/^[a-z]+:/.test(target));
}

/** What is wrong with a link of a file; undefined where it leads somewhere. */
function problemOf(path: string, link: string): string | undefined {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? path : join(path, '..', file);
  if (!existsSync(new URL(target, ROOT))) return `${path}: ${link} has no file`;
  if (anchor === undefined || anchorsOf(target).includes(anchor)) return undefined;
  return `${path}: ${link} has no heading`;
}

test('every relative link and anchor of every Markdown file leads somewhere', () => {
  const links = markdownFiles().flatMap((path) => linksOf(readDoc(path)).map((link) => ({ path, link })));
  expect(links.length).toBeGreaterThan(30);
  expect(links.map(({ path, link }) => problemOf(path, link)).filter((problem) => problem !== undefined)).toEqual([]);
});

test('a link to no file and one to no heading are found', () => {
  expect(linksOf('[a](no.md) `[b](no.md)` [c](https://c.example)\n[d]: #no')).toEqual(['no.md', '#no']);
  expect(problemOf('README.md', 'src/no.md')).toBe('README.md: src/no.md has no file');
  expect(problemOf('README.md', '#no-such-heading')).toBe('README.md: #no-such-heading has no heading');
});

test('every document is reached by links from README', () => {
  const reached = new Set<string>();
  const waiting = ['README.md'];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    const targets = linksOf(readDoc(path)).map((link) => join(path, '..', link.split('#', 1).join('')));
    // A link to a folder shows its README.
    const documents = new Set(targets.flatMap((target) => [target, join(target, 'README.md')]));
    waiting.push(...markdownFiles().filter((file) => documents.has(file)));
  }
  expect(markdownFiles().filter((path) => !reached.has(path))).toEqual([]);
});
