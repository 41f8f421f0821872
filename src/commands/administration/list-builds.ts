import type { Config } from '../../config.ts';
import { noSuchBuild } from '../../ingest/promote/go-back.ts';
import { compareKeptBuilds, readKeptBuilds } from '../../service/administration/kept-builds.ts';
import type { Verdict } from './builds.ts';

type KeptBuild = Awaited<ReturnType<typeof readKeptBuilds>>[number];
type TableComparison = NonNullable<Awaited<ReturnType<typeof compareKeptBuilds>>>['tables'][number];

const MEBIBYTE = 1 << 20;

/** `marquee builds list`: the builds that are kept, newest first, with what is known to be wrong with them. */
export async function listBuilds({ folders }: Config): Promise<string> {
  const builds = await readKeptBuilds(folders);
  return builds.length === 0 ? 'no build yet' : builds.flatMap(describe).join('\n');
}

/** `marquee builds compare <from> <to>`: rows, sizes and files of each table in two builds. */
export async function compareBuilds({ folders }: Config, { from, to }: { from: string; to: string }): Promise<Verdict> {
  const compared = await compareKeptBuilds(folders, { from, to });
  if (compared !== undefined) {
    return { line: [`${from} to ${to}`, ...compared.tables.map(describeTable)].join('\n'), exitCode: 0 };
  }
  const readable = (await readKeptBuilds(folders)).filter(({ builtAt }) => builtAt !== undefined);
  const missing = [from, to].find((id) => !readable.some(({ buildId }) => buildId === id)) ?? from;
  return { line: `failed: ${await noSuchBuild(folders, missing)}`, exitCode: 1 };
}

function describe({ buildId, version, format, isServed, builtAt, bytes, rows, damages }: KeptBuild): string[] {
  const size = bytes === undefined ? '' : `  ${(bytes / MEBIBYTE).toFixed(1)} MiB  ${rows} rows`;
  const built = builtAt === undefined ? '' : `  built ${builtAt}`;
  const line = `${buildId}  version ${version}  format ${format}${built}${size}${isServed ? '  served' : ''}`;
  return [line, ...damages.map((damage) => `  ${damage}`)];
}

function describeTable(table: TableComparison): string {
  const { name, isSame, rowsFrom, rowsTo, bytesFrom, bytesTo, filesFrom, filesTo } = table;
  if (isSame) return `  ${name.padEnd(22)} same, ${rowsTo} rows`;
  const sides = [
    [rowsFrom, rowsTo, 'rows'],
    [bytesFrom, bytesTo, 'bytes'],
    [filesFrom, filesTo, 'files'],
  ].map(([from, to, what]) => `${from ?? 'no'} to ${to ?? 'no'} ${what}`);
  return `  ${name.padEnd(22)} ${sides.join(', ')}`;
}
