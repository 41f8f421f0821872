import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { expect, test } from 'vitest';

import { filesOf } from '../../src/dataset/builds/manifest.ts';
import { buildFolder, isIndexFile, MANIFEST_FILE, pointerPath } from '../../src/dataset/builds/paths.ts';
import type { Folders } from '../../src/dataset/builds/paths.ts';
import { readBuilds } from '../../src/storage/builds/builds.ts';
import type { LookupMode } from '../../src/store/builds/open-indexes.ts';
import { openTables } from '../product/tables.ts';
import { foldersIn, newFolder } from '../support/folders.ts';
import { openGateway } from '../support/gateway.ts';
import type { TestGateway } from '../support/gateway.ts';
import { flip, PLACES } from './flip.ts';
import { askAll } from './golden.ts';
import type { Answers, Keys } from './golden.ts';
import { twoNights } from './two-nights.ts';

const POINTER_FILE = 'current.json';
/** What is kept in memory would hide what is read. */
const NOTHING_KEPT = { max: 1, ttlMs: 1 };
const CACHES = { titles: NOTHING_KEPT, people: NOTHING_KEPT, search: NOTHING_KEPT };

/**
 * Every file of a build, damaged at three places, before the start and while it is served: each answer is that of a whole
 * build, or a clear error, and health names the file.
 */
export async function testDamagedFiles(mode: LookupMode): Promise<void> {
  const { folders: whole } = await twoNights();
  const [newer, older] = await readBuilds(whole);
  if (newer === undefined || older === undefined) throw new Error('there should be two builds');
  const [newerId, olderId] = [newer.buildId, older.buildId];
  const files = [...filesOf(newer).map(({ file }) => file), MANIFEST_FILE];
  const pathOf = (folders: Folders, file: string): string =>
    file === POINTER_FILE ? pointerPath(folders) : join(buildFolder(folders, newerId), file);
  const keys = await keysOf(whole);

  /** A copy of both builds, whose files are the same but for one of the newer. */
  function copyFor(file: string): Folders {
    const folders = foldersIn(newFolder('case'));
    for (const buildId of [newerId, olderId]) {
      for (const path of files) {
        const [from, to] = [whole, folders].map((all) => join(buildFolder(all, buildId), path)) as [string, string];
        mkdirSync(dirname(to), { recursive: true });
        if (buildId === newerId && path === file) writeFileSync(to, readFileSync(from));
        else linkSync(from, to);
      }
    }
    writeFileSync(join(folders.meta, 'current.json'), readFileSync(join(whole.meta, 'current.json')));
    return folders;
  }

  const open = (folders: Folders, lookup = mode): Promise<TestGateway> =>
    openGateway(folders, { lookup, caches: CACHES, compare: false });

  /** What whole builds answer, by build: the same in both modes. */
  async function goldenAnswers(): Promise<Map<string, Answers>> {
    const golden = new Map<string, Answers>();
    for (const buildId of [newerId, olderId]) {
      const folders = copyFor(MANIFEST_FILE);
      if (buildId === olderId) rmSync(buildFolder(folders, newerId), { recursive: true });
      const inModes: Answers[] = [];
      for (const lookup of ['index', 'parquet'] as const) {
        const gateway = await open(folders, lookup);
        inModes.push(await askAll(gateway, { keys }));
        await gateway.close();
      }
      expect(inModes[0]).toEqual(inModes[1]);
      golden.set(buildId, inModes[0] ?? {});
    }
    return golden;
  }

  const golden = await goldenAnswers();

  /** Answers with how many questions were refused. */
  function expectRightOrRefused(answers: Answers, what: string): number {
    let refused = 0;
    for (const [question, answer] of Object.entries(answers)) {
      if ('codes' in answer) {
        expect([what, question, new Set(answer.codes)]).toEqual([what, question, new Set(['DATASET_UNAVAILABLE'])]);
        refused += 1;
      } else {
        expect([what, question, answer]).toEqual([what, question, golden.get(answer.build)?.[question]]);
      }
    }
    return refused;
  }

  async function expectGoneRound(
    gateway: TestGateway,
    { file, place }: { file: string; place: string },
  ): Promise<void> {
    const what = `${file} ${place}`;
    expectRightOrRefused(await askAll(gateway, { keys, file }), what);
    await gateway.store.refresh();
    if (!(await warningsOf(gateway)).includes(file)) await gateway.store.scrub();
    expect([what, await warningsOf(gateway)]).toEqual([what, expect.stringContaining(file) as string]);
    if (place !== 'middle') return;
    // Where the server goes back it has done so now, and there is a way for all of it.
    await gateway.store.refresh();
    expect([what, expectRightOrRefused(await askAll(gateway, { keys, file }), what)]).toEqual([what, 0]);
  }

  // Nobody reads an index that is not wanted.
  const damaged = [...files.filter((file) => mode === 'index' || !isIndexFile(file)), POINTER_FILE];
  const places = damaged.flatMap((file) => Object.entries(PLACES).map(([place, share]) => ({ file, place, share })));
  test.each(places)('$file damaged at its $place before the start is gone round', async ({ file, place, share }) => {
    const folders = copyFor(file);
    flip(pathOf(folders, file), share);
    const gateway = await open(folders);
    await expectGoneRound(gateway, { file, place });
    await gateway.close();
  });

  test.each(places)('$file damaged at its $place while it is served is gone round', async ({ file, place, share }) => {
    const folders = copyFor(file);
    const gateway = await open(folders);
    // What was read before is in memory here and there.
    if (place === 'middle') expect(expectRightOrRefused(await askAll(gateway, { keys, file }), file)).toBe(0);
    flip(pathOf(folders, file), share);
    await expectGoneRound(gateway, { file, place });
    await gateway.close();
  });
}

async function keysOf(folders: Folders): Promise<Keys> {
  const tables = await openTables(folders);
  const keys = async (sql: string) => (await tables.rows<{ key: number }>(sql)).map(({ key }) => key);
  const found = {
    tconst: await keys('SELECT tconst AS key FROM titles ORDER BY key'),
    nconst: await keys('SELECT nconst AS key FROM names ORDER BY key'),
  };
  tables.close();
  return found;
}

async function warningsOf(gateway: TestGateway): Promise<string> {
  const health = (await (await gateway.fetch('/health')).json()) as { warnings: string[] };
  return health.warnings.join('\n');
}
