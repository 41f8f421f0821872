import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { expect, onTestFinished, test, vi } from 'vitest';

import { buildFolder, MANIFEST_FILE, partFile, tableFile } from '../../../src/dataset/builds/paths.ts';
import type { Folders } from '../../../src/dataset/builds/paths.ts';
import { createLogger } from '../../../src/process/logger.ts';
import type { ScrubRate } from '../../../src/store/builds/scrub.ts';
import { flip } from '../../damage/flip.ts';
import { addBuild } from '../../product/source-files.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { openGateway } from '../../support/gateway.ts';
import { openFiles } from '../../support/open-files.ts';
import { linesOf, twoBuilds } from './builds.ts';

const FAST = { bytesPerSecond: 1e9, firstAfterMs: 10, everyMs: 10 };

async function open(scrub: ScrubRate) {
  const { folders, builds } = await twoBuilds();
  const paths = [buildFolder(folders, builds[0]), buildFolder(folders, builds[1])] as const;
  return { ...(await openOver(folders, scrub)), folders, builds, paths };
}

async function openOver(folders: Folders, scrub: ScrubRate) {
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  const log = createLogger({ level: 'info', pretty: false, destination });
  const gateway = await openGateway(folders, { log, scrub });
  onTestFinished(() => gateway.close());
  const passes = () => lines.filter(({ event }) => event === 'scrub done');
  return { gateway, lines, passes };
}

test('scrub begins by itself, reads again and again, and finds what nobody reads', async () => {
  const { gateway, builds, paths, passes } = await open(FAST);
  await vi.waitFor(() => expect(passes().length).toBeGreaterThan(1));
  expect(passes()[0]).toMatchObject({ damaged: 0, files: 74 });
  expect(gateway.store.state().problems).toEqual([]);
  flip(join(paths[0], tableFile('search_words')), 0.5);
  const file = tableFile('search_words');
  await vi.waitFor(() =>
    expect(gateway.store.state().problems).toEqual([
      `${file} of build ${builds[0]} has another checksum than the manifest: that build is not served, and would not do`,
    ]),
  );
  // Whoever is served is not led astray by a build that nobody reads.
  expect(gateway.store.state().build?.id).toBe(builds[1]);
  flip(join(paths[0], tableFile('search_words')), 0.5);
  await vi.waitFor(() => expect(gateway.store.state().problems).toEqual([]));
});

test('scrub reads a file that builds share once, and names it in each where it is damaged', async () => {
  const folders = foldersIn(newFolder('shared'));
  const lines = linesOf('One');
  const older = await addBuild(folders, lines);
  const newer = await addBuild(folders, { ...lines, 'title.ratings': ['tt0000001\t8.0\t60'] });
  const files = readdirSync(folders.builds, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== MANIFEST_FILE)
    .map((entry) => statSync(join(entry.parentPath, entry.name)));
  const distinct = new Map(files.map(({ ino, size }) => [ino, size]));
  const { gateway, passes } = await openOver(folders, { ...FAST, firstAfterMs: 3_600_000 });
  await gateway.store.scrub();
  expect(files.length).toBeGreaterThan(distinct.size);
  const bytes = [...distinct.values()].reduce((sum, size) => sum + size, 0);
  expect(passes()).toMatchObject([{ files: distinct.size, bytes, damaged: 0 }]);
  const file = partFile('principals', 0);
  flip(join(buildFolder(folders, newer), file), 0.5);
  await gateway.store.scrub();
  const said = gateway.store.state().problems.join();
  expect(said).toContain(`build ${newer}, whose ${file}`);
  expect(said).toContain(`${file} of build ${older} has another checksum`);
  expect(gateway.store.isNoneIntact()).toBe(true);
});

test('scrub does not hold up a stop, and leaves no file open', async () => {
  const { gateway, folders, passes } = await open({ bytesPerSecond: 1000, firstAfterMs: 1 });
  await vi.waitFor(() => expect(openFiles(folders.builds).some((path) => path.endsWith('.parquet'))).toBe(true));
  const started = performance.now();
  await gateway.close();
  expect(performance.now() - started).toBeLessThan(1000);
  expect(passes()).toEqual([]);
  expect(openFiles(folders.builds)).toEqual([]);
});

test('scrub takes a build that is pruned meanwhile for no damage', async () => {
  const { gateway, folders, paths, lines } = await open({ bytesPerSecond: 3e6, firstAfterMs: 1 });
  await vi.waitFor(() => expect(openFiles(paths[0]).length).toBeGreaterThan(0), { timeout: 20_000, interval: 1 });
  rmSync(paths[0], { recursive: true });
  await vi.waitFor(() => expect(openFiles(paths[0])).toEqual([]));
  await gateway.store.scrub();
  expect(gateway.store.state().problems).toEqual([]);
  expect(lines.filter(({ event }) => event === 'file damaged')).toEqual([]);
  expect(folders.builds.length).toBeGreaterThan(0);
});
