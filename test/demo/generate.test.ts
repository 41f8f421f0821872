import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SOURCES, sourceFile, type SourceName } from '../../src/dataset/sources/imdb.ts';
import { IDS } from '../../src/demo/fixed/fixed-entities.ts';
import { generateDemo } from '../../src/demo/generate.ts';
import { FIRST_SHORTENED, SHORTENED_TITLES } from '../../src/demo/fixed/shortened-titles.ts';
import { MOST_DIRECTORS, MOST_WRITERS, ODDITIES } from '../../src/demo/fixed/oddities.ts';
import { hasDemo, STAMP_FILE, type DemoStamp } from '../../src/demo/stamp.ts';
import { UsageError } from '../../src/errors.ts';

const SCALE = 0.001;
const NULL = '\\N';

let root: string;
let stamp: DemoStamp;
let tables: Record<SourceName, string[][]>;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'marquee-demo-'));
  stamp = await generateDemo({ folder: join(root, 'a'), scale: SCALE, seed: 7 });
  const read = SOURCES.map(async ({ name }) => [name, await readRows(join(root, 'a'), name)] as const);
  tables = Object.fromEntries(await Promise.all(read)) as Record<SourceName, string[][]>;
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function readRows(folder: string, name: SourceName): Promise<string[][]> {
  const text = gunzipSync(await readFile(join(folder, sourceFile(name)))).toString('utf8');
  const lines = text.slice(0, -1).split('\n');
  const source = SOURCES.find((candidate) => candidate.name === name);
  expect(lines[0]).toBe(source?.columns.join('\t'));
  return lines.slice(1).map((line) => line.split('\t'));
}

async function hashes(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).sort();
  return Promise.all(
    files.map(
      async (file) =>
        `${file} ${createHash('sha256')
          .update(await readFile(join(folder, file)))
          .digest('hex')}`,
    ),
  );
}

function rowsOf(name: SourceName, id: string): string[][] {
  return tables[name].filter((row) => row[0] === id);
}

function ids(name: SourceName, column = 0): Set<string> {
  return new Set(tables[name].map((row) => row[column] ?? ''));
}

/** Season and number. */
function place(id: string): string[] | undefined {
  return rowsOf('title.episode', id)[0]?.slice(2);
}

test('generateDemo writes the right number of columns in every row', () => {
  for (const { name, columns } of SOURCES) {
    expect(tables[name].filter((row) => row.length !== columns.length)).toEqual([]);
  }
});

test('generateDemo sorts every file by the bytes of the id', () => {
  for (const { name } of SOURCES) {
    const keys = tables[name].map((row) => row[0] ?? '');
    expect(keys.findIndex((key, nth) => nth > 0 && key < (keys[nth - 1] ?? ''))).toBe(-1);
  }
});

test('generateDemo promises one row for an id, and for an ordering of a title', () => {
  for (const name of ['title.basics', 'title.crew', 'title.episode', 'title.ratings', 'name.basics'] as const) {
    expect(ids(name).size).toBe(tables[name].length);
  }
  for (const name of ['title.principals', 'title.akas'] as const) {
    expect(new Set(tables[name].map((row) => `${row[0]} ${row[1]}`)).size).toBe(tables[name].length);
  }
});

test('generateDemo gives the same bytes for the same seed and others for another', async () => {
  await generateDemo({ folder: join(root, 'b'), scale: SCALE, seed: 7 });
  await generateDemo({ folder: join(root, 'c'), scale: SCALE, seed: 8 });
  const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((name) => hashes(join(root, name))));
  expect(b).toEqual(a);
  expect(c).not.toEqual(a);
});

test('generateDemo leaves the seven files and the stamp, nothing else', async () => {
  const files = [...SOURCES.map(({ name }) => sourceFile(name)), STAMP_FILE].sort();
  expect((await readdir(join(root, 'a'))).sort()).toEqual(files);
});

test('generateDemo keeps the proportions of the real files', () => {
  const expected: Record<SourceName, number> = {
    'title.basics': 12_323_467,
    'title.akas': 55_294_765,
    'title.crew': 12_325_801,
    'title.episode': 9_514_619,
    'title.principals': 98_073_271,
    'title.ratings': 1_641_397,
    'name.basics': 15_122_182,
  };
  for (const { name } of SOURCES) {
    expect(stamp.counts[name]).toBe(tables[name].length);
    const ratio = tables[name].length / (expected[name] * SCALE);
    expect(ratio, name).toBeGreaterThan(0.9);
    expect(ratio, name).toBeLessThan(1.12);
  }
});

test('generateDemo writes ids of seven and of eight digits', () => {
  for (const name of ['title.basics', 'name.basics'] as const) {
    const lengths = tables[name].map((row) => row[0]?.length);
    expect(new Set(lengths)).toEqual(new Set([9, 10]));
  }
});

test('generateDemo credits people in the titles they are known for', () => {
  const credits = new Set(tables['title.principals'].map((row) => `${row[2]} ${row[0]}`));
  const credited = ids('title.principals', 2);
  const people = tables['name.basics'].filter((row) => credited.has(row[0] ?? ''));
  const wrong = people.filter(
    (row) => row[5] !== NULL && row[5]?.split(',').some((title) => !credits.has(`${row[0]} ${title}`)),
  );
  // The oddity that is known for a title which does not exist has no credits; fixed people are credited, all.
  expect(wrong).toEqual([]);
  expect(people.length / tables['name.basics'].length).toBeGreaterThan(0.4);
  expect(people.length / tables['name.basics'].length).toBeLessThan(0.6);
});

test('generateDemo gives most people one credit and Marguerite Vallon hundreds', () => {
  const counts = new Map<string, number>();
  for (const row of tables['title.principals']) counts.set(row[2] ?? '', (counts.get(row[2] ?? '') ?? 0) + 1);
  const single = [...counts.values()].filter((count) => count === 1).length;
  expect(single / counts.size).toBeGreaterThan(0.5);
  expect(counts.get(IDS.vallon)).toBeGreaterThan(300);
});

test('generateDemo names the directors and writers of the principals in the crew', () => {
  const crew = new Map(tables['title.crew'].map((row) => [row[0], row]));
  for (const [tconst, , nconst, category] of tables['title.principals']) {
    if (category !== 'director' || tconst?.startsWith('tt0900')) continue;
    expect(crew.get(tconst)?.[1]?.split(',')).toContain(nconst);
  }
});

test('generateDemo writes characters as JSON arrays of strings', () => {
  for (const row of tables['title.principals']) {
    if (row[5] === NULL) continue;
    const characters = JSON.parse(row[5] ?? '') as unknown[];
    expect(characters.every((one) => typeof one === 'string')).toBe(true);
  }
});

test('fixedEntityRows has the films, the series and their people', () => {
  expect(rowsOf('title.basics', IDS.orpheum)).toEqual([
    [
      IDS.orpheum,
      'movie',
      'Midnight at the Orpheum',
      'Midnight at the Orpheum',
      '0',
      '1994',
      NULL,
      '112',
      'Drama,Mystery',
    ],
  ]);
  expect(rowsOf('title.ratings', IDS.orpheum)).toEqual([[IDS.orpheum, '8.4', '184203']]);
  expect(rowsOf('title.principals', IDS.orpheum).length).toBeGreaterThanOrEqual(12);
  expect(rowsOf('title.akas', IDS.orpheum).map((row) => row[3])).toEqual(
    expect.arrayContaining(['FR', 'DE', 'JP', 'ES', 'US']),
  );
  expect(rowsOf('title.basics', IDS.orpheumRemake)[0]?.slice(2, 6)).toEqual([
    'Midnight at the Orpheum',
    'Midnight at the Orpheum',
    '0',
    '2016',
  ]);
  const episodes = tables['title.episode'].filter((row) => row[1] === IDS.lighthouse);
  expect(episodes).toHaveLength(51);
  expect(episodes[0]).toEqual([IDS.firstEpisode, IDS.lighthouse, '1', '1']);
  expect(episodes[49]).toEqual([IDS.lastEpisode, IDS.lighthouse, '5', '10']);
  expect(episodes[50]).toEqual([IDS.lostReel, IDS.lighthouse, NULL, NULL]);
  expect(rowsOf('name.basics', IDS.vallon)[0]?.slice(1, 4)).toEqual(['Marguerite Vallon', '1961', NULL]);
  expect(rowsOf('name.basics', IDS.albrecht)[0]?.slice(1, 4)).toEqual(['Tomás Albrecht', '1948', '2019']);
});

test('shortenedRows has a title for each of its texts', () => {
  const titles = new Map(tables['title.basics'].map((row) => [row[0], row[2]]));
  expect(SHORTENED_TITLES.map((_, at) => titles.get(`tt0${FIRST_SHORTENED + at}`))).toEqual(SHORTENED_TITLES);
});

test('oddityRows has every oddity at its id', () => {
  const missing = new Set<string>([ODDITIES.missingTitle.id, ODDITIES.missingPerson.id]);
  const known = new Set([...ids('title.basics'), ...ids('name.basics')]);
  for (const { id, odd } of Object.values(ODDITIES)) expect(known.has(id), odd).toBe(!missing.has(id));
});

test('oddityRows has odd titles', () => {
  const title = (id: string): string | undefined => rowsOf('title.basics', id)[0]?.[2];
  expect(title(ODDITIES.quotedTitle.id)).toBe('"Giliap"');
  expect(title(ODDITIES.quotedStart.id)).toBe('"Foo" and bar');
  expect(title(ODDITIES.loneQuote.id)?.split('"')).toHaveLength(2);
  expect(title(ODDITIES.backslashes.id)).toContain('\\n');
  expect(title(ODDITIES.noneTitle.id)).toBe('None');
  expect(title(ODDITIES.nullWordTitle.id)).toBe('NULL');
  expect(title(ODDITIES.longTitle.id)?.length).toBe(480);
  expect(rowsOf('title.basics', ODDITIES.nullTitle.id)[0]?.slice(2)).toEqual(Array.from({ length: 7 }, () => NULL));
  expect(rowsOf('title.basics', ODDITIES.shiftedAdult.id)[0]?.[4]).toBe('1987');
  expect(rowsOf('title.akas', ODDITIES.withoutAka.id)).toEqual([]);
  expect(rowsOf('title.akas', ODDITIES.akaJoined.id)[1]?.slice(5, 7)).toEqual([
    'imdbDisplay\u0002tv',
    'informal title\u0002literal title',
  ]);
});

test('oddityRows has every type, and one that is not known', () => {
  const types = new Set(tables['title.basics'].map((row) => row[1]));
  expect(types.size).toBe(12);
  expect(types.has('podcastSeries')).toBe(true);
  expect(tables['title.principals'].some((row) => row[3] === 'stunt_double')).toBe(true);
});

test('oddityRows has odd episodes', () => {
  expect(place(ODDITIES.yearSeason.id)).toEqual(['2003', '4']);
  expect(place(ODDITIES.hugeEpisode.id)).toEqual(['1', '12652']);
  expect(place(ODDITIES.zeroEpisode.id)).toEqual(['1', '0']);
  expect(place(ODDITIES.noSeason.id)).toEqual([NULL, NULL]);
  expect(place(ODDITIES.seasonOnly.id)).toEqual(['3', NULL]);
  expect(place(ODDITIES.episodeWithoutRow.id)).toBeUndefined();
});

test('oddityRows has long crew lists and credits out of order', () => {
  expect(rowsOf('title.crew', ODDITIES.manyDirectors.id)[0]?.[1]?.split(',')).toHaveLength(MOST_DIRECTORS);
  expect(rowsOf('title.crew', ODDITIES.manyWriters.id)[0]?.[2]?.split(',')).toHaveLength(MOST_WRITERS);
  const orderings = rowsOf('title.principals', ODDITIES.unorderedCredits.id).map((row) => Number(row[1]));
  expect(Math.max(...orderings)).toBe(75);
  expect(orderings).not.toEqual(orderings.toSorted((a, b) => a - b));
  expect(rowsOf('title.principals', ODDITIES.repeatedPerson.id).map((row) => row[2])).toEqual([
    IDS.okafor,
    IDS.okafor,
    IDS.okafor,
  ]);
});

test('oddityRows dangles both ways', () => {
  const titles = ids('title.basics');
  for (const name of ['title.akas', 'title.crew', 'title.episode', 'title.principals', 'title.ratings'] as const) {
    expect(
      tables[name].some((row) => !titles.has(row[0] ?? '')),
      name,
    ).toBe(true);
  }
  expect(tables['title.crew'].filter((row) => !titles.has(row[0] ?? '')).length).toBeGreaterThan(1);
  expect(titles.has(rowsOf('title.episode', ODDITIES.episodeWithoutParent.id)[0]?.[1] ?? '')).toBe(false);
  expect(rowsOf('name.basics', ODDITIES.emptyProfession.id)[0]?.[4]).toBe('');
});

test('hasDemo knows data of the same scale and seed only', async () => {
  const folder = join(root, 'a');
  expect(await hasDemo({ folder, scale: SCALE, seed: 7 })).toBe(true);
  expect(await hasDemo({ folder, scale: SCALE, seed: 8 })).toBe(false);
  expect(await hasDemo({ folder, scale: 0.002, seed: 7 })).toBe(false);
  expect(await hasDemo({ folder: join(root, 'none'), scale: SCALE, seed: 7 })).toBe(false);
});

test('generateDemo refuses a scale or seed out of range', async () => {
  const folder = join(root, 'd');
  await expect(generateDemo({ folder, scale: 0.0001, seed: 1 })).rejects.toThrow(UsageError);
  await expect(generateDemo({ folder, scale: 2, seed: 1 })).rejects.toThrow(UsageError);
  await expect(generateDemo({ folder, scale: 0.001, seed: 0.5 })).rejects.toThrow(UsageError);
});
