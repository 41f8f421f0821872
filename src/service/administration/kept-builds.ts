import type { Folders } from '../../dataset/builds/paths.ts';
import { filesOf, filesOfTable } from '../../dataset/builds/manifest.ts';
import type { Manifest } from '../../dataset/builds/manifest.ts';
import type {
  BuildComparison,
  KeptBuild,
  TableComparison,
} from '../../graphql/administration/interface/build-administration.ts';
import { readBuilds, readPointer, readStamps } from '../../storage/builds/builds.ts';
import { findBuilds } from '../../storage/builds/find-builds.ts';
import { damageMarks } from '../../storage/damage/damage-marks.ts';

/** All builds of a data folder, newest first, with what is known to be wrong with them. */
export async function readKeptBuilds(folders: Folders): Promise<KeptBuild[]> {
  const [stamps, found, pointer, marks] = await Promise.all([
    readStamps(folders),
    findBuilds(folders),
    readPointer(folders),
    damageMarks(folders.meta).read(),
  ]);
  return stamps.map(({ buildId, version, format }) => {
    const { manifest, bad, refusal } = found.find((one) => one.buildId === buildId) ?? {};
    const damages = [
      ...(bad === undefined ? [] : [`${bad.file} ${bad.reason}`]),
      ...(refusal === undefined ? [] : [refusal.replace(/^which /, 'the build ')]),
      ...marks.filter((mark) => mark.buildId === buildId).map(({ file, reason }) => `${file} ${reason}`),
    ];
    const isServed = pointer?.buildId === buildId;
    const stamp = { buildId, version, format, isServed, damages: [...new Set(damages)] };
    return Object.assign(stamp, sizesOf(manifest));
  });
}

/** Two builds beside each other; undefined if one of them is not there, or its manifest cannot be read. */
export async function compareKeptBuilds(
  folders: Folders,
  { from, to }: { from: string; to: string },
): Promise<BuildComparison | undefined> {
  const [manifests, kept] = await Promise.all([readBuilds(folders), readKeptBuilds(folders)]);
  const [before, after] = [from, to].map((id) => manifests.find(({ buildId }) => buildId === id));
  const [one, other] = [from, to].map((id) => kept.find(({ buildId }) => buildId === id));
  if (before === undefined || after === undefined || one === undefined || other === undefined) return undefined;
  const names = new Set([...before.tables, ...after.tables].map(({ name }) => name));
  return { from: one, to: other, tables: [...names].map((name) => compareTable(name, [before, after])) };
}

function compareTable(name: string, [before, after]: [Manifest, Manifest]): TableComparison {
  const [one, other] = [before, after].map((manifest) => {
    const table = manifest.tables.find((candidate) => candidate.name === name);
    if (table === undefined) return { rows: null, bytes: null, files: null, sums: 'none' };
    const files = filesOfTable(table);
    const sums = files.map(({ sha256 }) => sha256).join();
    return { rows: table.rows, bytes: sumOf(files.map(({ bytes }) => bytes)), files: files.length, sums };
  }) as [Side, Side];
  return {
    name,
    rowsFrom: one.rows,
    rowsTo: other.rows,
    bytesFrom: one.bytes,
    bytesTo: other.bytes,
    filesFrom: one.files,
    filesTo: other.files,
    isSame: one.sums === other.sums,
  };
}

interface Side {
  rows: number | null;
  bytes: number | null;
  files: number | null;
  /** Checksums of its files. */
  sums: string;
}

function sizesOf(manifest: Manifest | undefined): Pick<KeptBuild, 'builtAt' | 'bytes' | 'rows'> {
  if (manifest === undefined) return {};
  const { builtAt, tables } = manifest;
  return {
    builtAt,
    bytes: sumOf(filesOf(manifest).map(({ bytes }) => bytes)),
    rows: sumOf(tables.map(({ rows }) => rows)),
  };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
