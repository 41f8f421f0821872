import type { Config } from '../config.ts';
import { SOURCES } from '../dataset/sources.ts';
import { readBuilds, readPointer, readStaged } from '../ingest/builds.ts';
import { createDownloadState, isAsRecorded } from '../ingest/download-state.ts';
import type { Download } from '../ingest/download-state.ts';

/** `marquee status`: which steps are done, and the builds with their versions and ages. */
export async function status(config: Config, { now = new Date() } = {}): Promise<string> {
  const { folders } = config;
  const [downloads, staged, builds, pointer] = await Promise.all([
    createDownloadState(folders.meta).read(),
    readStaged(folders),
    readBuilds(folders),
    readPointer(folders),
  ]);
  const files = await Promise.all(
    SOURCES.map(async ({ name }) => {
      const leftOut = name === 'title.akas' && !config.ingest.akas;
      return `  ${name.padEnd(18)} ${leftOut ? 'left out' : await fileState(downloads[name])}`.trimEnd();
    }),
  );
  const making = staged.map(({ buildId, state }) => `  ${buildId}  ${state}`);
  const promoted = builds.map(({ buildId, builtAt, version }) => {
    const served = buildId === pointer?.buildId;
    const mark = served ? `served as version ${pointer.version}` : `version ${version}`;
    return `  ${buildId}  built ${age(builtAt, now)} ago  ${mark}`;
  });
  return [
    `data     ${folders.meta}`,
    '',
    'download',
    ...files,
    '',
    'build, verify',
    ...orNone(making, 'no build in the making'),
    '',
    'promote',
    ...orNone(promoted, 'no build yet: run `npm run ingest`'),
  ].join('\n');
}

async function fileState(file: Download | undefined): Promise<string> {
  if (file === undefined) return 'missing';
  if (!(await isAsRecorded(file))) return 'missing, or changed since it was found whole';
  return `whole  ${String(file.rows).padStart(11)} rows  ${file.lastModified ?? ''}`;
}

function orNone(lines: readonly string[], none: string): readonly string[] {
  return lines.length === 0 ? [`  ${none}`] : lines;
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

function age(since: string, now: Date): string {
  const seconds = Math.max(0, Math.round((now.getTime() - Date.parse(since)) / 1000));
  const [unit, size] = UNITS.find(([, length]) => seconds >= length) ?? (['second', 1] as const);
  const number = Math.floor(seconds / size);
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}
