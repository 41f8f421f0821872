import { closeSync, openSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { AdjacencyWriter } from '../../../src/formats/adjacency/adjacency-writer.ts';
import { openAdjacency } from '../../../src/formats/adjacency/adjacency.ts';
import { checkAdjacency } from '../../../src/formats/adjacency/check-adjacency.ts';
import { KeySet } from '../../../src/formats/adjacency/key-set.ts';
import type { KeyPage } from '../../../src/formats/adjacency/key-set.ts';
import { ADJACENCY_FORMAT, categoryOf, sectionsOf, targetOf } from '../../../src/formats/adjacency/layout.ts';
import { DamagedPages } from '../../../src/formats/paged-file.ts';
import { pagedSections } from '../../../src/formats/paged-layout.ts';
import { newFolder } from '../../support/folders.ts';

type Edge = readonly [from: number, to: number, category: number];

/** Few people and many titles, with ids far apart: some have long lists, some short ones, and some edges come twice. */
const BY_PERSON: readonly Edge[] = Array.from({ length: 6000 }, (_, at): Edge => {
  const person = at % 3 === 0 ? 7 : 1 + 65_537 * ((at * 31) % 97);
  return [person, 1 + 40_009 * ((at * 17) % 1999), at % 14];
}).toSorted(([one], [other]) => one - other);
const BY_TITLE = BY_PERSON.map(([person, title, category]): Edge => [title, person, category]).toSorted(
  ([one], [other]) => one - other,
);

function keySet(keys: readonly number[]): KeySet {
  const pages = new Map<number, Uint8Array>();
  for (const key of keys) {
    const bits = pages.get(key >>> 16) ?? new Uint8Array(8192);
    const at = (key & 0xffff) >> 3;
    bits[at] = (bits[at] ?? 0) | (0x80 >> (key & 7));
    pages.set(key >>> 16, bits);
  }
  return new KeySet([...pages] as KeyPage[]);
}

const people = keySet(BY_PERSON.map(([person]) => person));
const titles = keySet(BY_TITLE.map(([title]) => title));

function write(path: string, { byPerson = BY_PERSON, byTitle = BY_TITLE } = {}): number {
  const file = openSync(path, 'w+');
  try {
    const writer = new AdjacencyWriter(file, { people, titles });
    const addOfPerson = writer.beginPeople();
    for (const edge of byPerson) addOfPerson(...edge);
    const addOfTitle = writer.beginTitles();
    for (const edge of byTitle) addOfTitle(...edge);
    return writer.end();
  } finally {
    closeSync(file);
  }
}

function newPath(): string {
  return join(newFolder('adjacency'), 'graph');
}

const textsOf = (edges: readonly Edge[]): Set<string> => new Set(edges.map(String));

async function open(path: string, onDamage: (error: unknown) => void = () => undefined) {
  const graph = openAdjacency(path, { bytes: (await readFile(path)).length, onDamage });
  onTestFinished(() => graph.close());
  return graph;
}

test('AdjacencyWriter writes what openAdjacency reads, both ways, each edge once and in order', async () => {
  const path = newPath();
  const edges = write(path);
  expect(edges).toBe(textsOf(BY_PERSON).size);
  expect(checkAdjacency({ path })).toBe(edges);
  const graph = await open(path);
  for (const [kind, other, all] of [
    ['people', 'titles', BY_PERSON],
    ['titles', 'people', BY_TITLE],
  ] as const) {
    for (const ahead of [false, true]) {
      const found = Array.from(graph[kind].ids).flatMap((id, node) => {
        const list = Array.from(graph[kind].of(node, ahead));
        expect(list).toEqual([...new Set(list)].sort((one, two) => one - two));
        expect([graph[kind].indexOf(id), graph[kind].lengthOf(node)]).toEqual([node, list.length]);
        return list.map((edge): Edge => [id, graph[other].ids[targetOf(edge)] ?? -1, categoryOf(edge)]);
      });
      expect(new Set(found.map(String))).toEqual(textsOf(all));
      expect(found.length).toBe(edges);
    }
    expect(graph[kind].indexOf(2)).toBe(-1);
  }
});

test('AdjacencyWriter refuses what is not in its order, and two ways that differ', () => {
  expect(() => write(newPath(), { byPerson: BY_PERSON.toReversed() })).toThrow('is not in its order');
  expect(() => write(newPath(), { byPerson: BY_PERSON.slice(0, 6) })).toThrow(/^\d+ lists of \d+ were added$/);
  const last = BY_TITLE.at(-1)?.[0] ?? 0;
  const more = [...BY_TITLE, ...Array.from({ length: 14 }, (_, category): Edge => [last, 7, category])];
  expect(() => write(newPath(), { byTitle: more })).toThrow(/^people have \d+ edges, titles have \d+$/);
});

test('openAdjacency and checkAdjacency notice each damaged byte of a section, and a file that was cut', async () => {
  const path = newPath();
  const edges = write(path);
  const bytes = await readFile(path);
  const counts = { people: people.size, titles: titles.size, edges };
  const { end: _, ...sections } = sectionsOf(counts);
  const { sums, footer } = pagedSections(ADJACENCY_FORMAT, counts);
  for (const at of [...Object.values(sections), sums, footer, footer + 8, bytes.length - 12]) {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    const harmed = newPath();
    await writeFile(harmed, copy);
    expect(() => checkAdjacency({ path: harmed }), String(at)).toThrow(/is damaged|are damaged|does not end/);
  }
  const copy = Buffer.from(bytes);
  // The last page of edges alone: the graph opens, and a read fails.
  copy[sums - 4096] = (copy[sums - 4096] ?? 0) ^ 1;
  await writeFile(path, copy);
  const damages: unknown[] = [];
  const graph = await open(path, (error) => damages.push(error));
  const last = graph.titles.ids.length - 1;
  expect(graph.guarded(() => graph.people.of(0).length)).toBeGreaterThan(0);
  expect(() => graph.guarded(() => graph.titles.of(last).length)).toThrow(DamagedPages);
  expect(damages).toHaveLength(1);
  await writeFile(path, bytes.subarray(0, -8));
  expect(() => openAdjacency(path, { bytes: bytes.length, onDamage: () => undefined })).toThrow(/bytes, not the/);
});
