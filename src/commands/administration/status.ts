import type { Config } from '../../config.ts';
import { describeOddInput, isClean, oddInputOf } from '../../dataset/builds/odd-input.ts';
import { SOURCES } from '../../dataset/sources/imdb.ts';
import { isOwnFormat, refusalOf } from '../../dataset/builds/manifest.ts';
import type { BuildStamp } from '../../dataset/builds/manifest.ts';
import { readBuilds, readPointer, readStaged, readStamps } from '../../storage/builds/builds.ts';
import { createDownloadState, isAsRecorded } from '../../ingest/sources/imdb/download-state.ts';
import type { Download } from '../../ingest/sources/imdb/download-state.ts';
import { readLastRepair, readLastRun, startOfNightly } from '../../ingest/last-run.ts';
import type { LastRun } from '../../ingest/last-run.ts';
import { nextRunAfter } from '../../ingest/schedule.ts';
import { LEAST_NIGHTS } from '../../ingest/update-time/learn-time.ts';
import type { LearnedTime } from '../../ingest/update-time/learn-time.ts';
import { runTimeOf } from '../../ingest/update-time/run-time.ts';
import { readLearnedTime } from '../../ingest/update-time/update-times.ts';
import { damageMarks } from '../../storage/damage/damage-marks.ts';
import { makesBuild } from './no-build.ts';

/** `marquee status`: completed steps, and builds with their versions and ages. */
export async function status(config: Config, { now = new Date() } = {}): Promise<string> {
  const { folders } = config;
  const [downloads, staged, builds, stamps, pointer, lastRun, lastRepair, learned, damages] = await Promise.all([
    createDownloadState(folders).read(),
    readStaged(folders),
    readBuilds(folders),
    readStamps(folders),
    readPointer(folders),
    readLastRun(folders.meta),
    readLastRepair(folders.meta),
    readLearnedTime(folders.meta),
    damageMarks(folders.meta).read(),
  ]);
  const files = await Promise.all(
    SOURCES.map(async ({ name }) => {
      const leftOut = name === 'title.akas' && !config.ingest.akas;
      return `  ${name.padEnd(18)} ${leftOut ? 'left out' : await fileState(downloads[name])}`.trimEnd();
    }),
  );
  const making = staged.map(({ buildId, state }) => `  ${buildId}  ${state}`);
  const promoted = stamps.map((stamp) => {
    const { buildId, version } = stamp;
    const builtAt = builds.find((build) => build.buildId === buildId)?.builtAt;
    const served = buildId === pointer?.buildId && builtAt !== undefined;
    const mark = served ? `served as version ${pointer.version}` : `version ${version}`;
    const built = builtAt === undefined ? '' : `built ${age(builtAt, now)} ago  `;
    return `  ${buildId}  ${built}${mark}${formatOf(stamp)}`;
  });
  const current = builds.find(({ buildId }) => buildId === pointer?.buildId);
  const odd = (current === undefined ? [] : oddInputOf(current))
    .filter((input) => !isClean(input))
    .map((input) => `  ${input.source.padEnd(18)} ${describeOddInput(input)}`);
  const damaged = damages.map(({ buildId, file, reason }) => `  ${buildId}  ${file} ${reason}`);
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
    ...orNone(promoted, `no build yet: ${makesBuild(folders, 'status')}`),
    ...(odd.length === 0 ? [] : ['', 'odd input of the served build', ...odd]),
    '',
    ...(damaged.length === 0 ? [] : ['damaged, as far as is known', ...damaged, '']),
    'nightly',
    `  next run  ${nextRun(config.schedule, { learned, lastRun, now })}`,
    `  learned   ${learnedText(learned)}`,
    `  last run  ${lastRun === undefined ? 'none yet' : endOf(lastRun, now)}`,
    ...(lastRepair === undefined ? [] : [`  repaired  ${endOf(lastRepair, now)}`]),
  ].join('\n');
}

/** Note on the format of a build that another version of the program made; empty for this version's format. */
function formatOf(stamp: BuildStamp): string {
  if (isOwnFormat(stamp)) return '';
  return `  ${refusalOf(stamp) ?? `of the older format ${stamp.format}, which the next run makes anew`}`;
}

function nextRun(
  { off, ...settings }: Config['schedule'],
  { learned, lastRun, now }: { learned: LearnedTime; lastRun: LastRun | undefined; now: Date },
): string {
  if (off) return 'left to others (SCHEDULE=off)';
  const at = runTimeOf(settings, learned);
  const next = nextRunAfter(now, { at, lastNightly: startOfNightly(lastRun) });
  if (next === null) return 'never';
  const why = settings.auto ? ', UPDATE_TIME=auto' : '';
  return `${next.toISOString()} (${at.time} ${at.timeZone}${why}), by a process that serves`;
}

function learnedText({ time, nights }: LearnedTime): string {
  const known = `${nights} ${nights === 1 ? 'night' : 'nights'}`;
  if (time === undefined) return `nothing yet of when the files are published: ${known} known, ${LEAST_NIGHTS} needed`;
  return `the files are published by ${time} UTC, as the last ${known} say`;
}

function endOf({ startedAt, status: end, kind, reason }: LastRun, now: Date): string {
  return `${startedAt}, ${age(startedAt, now)} ago${kind === undefined ? '' : `, ${kind}`}: ${end}${reason === undefined ? '' : `: ${reason}`}`;
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
