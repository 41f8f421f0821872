import type { Config } from '../../config.ts';
import { TMDB_KINDS, TMDB_MOST_DAYS, tmdbThingName } from '../../dataset/sources/tmdb.ts';
import { durationOf, readTmdbStatus } from '../../ingest/sources/tmdb/runs/tmdb-status.ts';
import type { TmdbStatus } from '../../ingest/sources/tmdb/runs/tmdb-status.ts';
import { KIND_NAMES } from '../../ingest/sources/tmdb/stages/fetch-things.ts';

const STATES = ['HELD', 'WANTED', 'FAILED', 'GONE'] as const;
/** A run notes how far it is three times a minute. */
const RUNNING_MS = 60_000;

/** `marquee tmdb status`. */
export function tmdbStatus({ folders, tmdb }: Pick<Config, 'folders' | 'tmdb'>, now: Date): string {
  const folder = folders.tmdb ?? '';
  const status = readTmdbStatus(folder, { now, allowedANight: tmdb.nightlyRequests });
  const token = tmdb.token === undefined ? 'TMDB_TOKEN is not set: nothing is fetched' : 'TMDB_TOKEN is set';
  if (status === undefined) return `${token}. Nothing is mirrored in ${folder}.`;
  return [
    `${folder}: ${scopeWords(status)}. ${token}.`,
    '',
    ...tableOf(status),
    '',
    ...runWords(status, { now, perSecond: tmdb.requestsPerSecond }),
    ...ageWords(status, now),
    ...failedWords(status),
  ].join('\n');
}

function scopeWords({ scope }: TmdbStatus): string {
  if (scope === undefined) return 'no ids were read yet';
  return scope === 'ALL' ? 'all titles of TMDB' : 'the titles that were asked for';
}

function row(name: string, cells: readonly string[]): string {
  return `  ${name.padEnd(12)}${cells.map((cell) => cell.padStart(12)).join('')}`;
}

function tableOf({ counts }: TmdbStatus): string[] {
  const count = (kind: string, state: string): number =>
    counts.find((one) => one.kind === kind && one.state === state)?.things ?? 0;
  const kinds = TMDB_KINDS.filter((kind) => counts.some((one) => one.kind === kind));
  return [
    row(
      '',
      STATES.map((state) => state.toLowerCase()),
    ),
    ...kinds.map((kind) =>
      row(
        KIND_NAMES[kind],
        STATES.map((state) => count(kind, state).toLocaleString('en')),
      ),
    ),
  ];
}

function runWords({ run, lastRun, due }: TmdbStatus, { now, perSecond }: { now: Date; perSecond: number }): string[] {
  if (run !== undefined && now.getTime() - Date.parse(run.at) < RUNNING_MS) {
    const left = run.perSecond === 0 ? 'unknown' : durationOf(run.left / run.perSecond);
    return [
      `Running: ${run.stage} since ${run.startedAt}, ${run.done.toLocaleString('en')} done, ${run.left.toLocaleString('en')} left, ${run.perSecond} a second, ${left} remaining.`,
    ];
  }
  const last =
    lastRun === undefined
      ? []
      : [
          `Last run: ${lastRun.stage}, ${lastRun.status} at ${lastRun.endedAt}${lastRun.reason === undefined ? '' : `: ${lastRun.reason}`}.`,
        ];
  const cut =
    run === undefined
      ? []
      : [`A run of ${run.stage} that began at ${run.startedAt} was cut off: the next one goes on there.`];
  return [
    ...last,
    ...cut,
    `Due now: ${due.toLocaleString('en')} requests, some ${durationOf(due / perSecond)} at TMDB_RATE=${perSecond}.`,
  ];
}

function ageWords({ oldestAnswer, refresh, changesTo }: TmdbStatus, now: Date): string[] {
  if (oldestAnswer === undefined) return [];
  const days = Math.floor((now.getTime() - oldestAnswer.getTime()) / 86_400_000);
  const { neededANight, allowedANight } = refresh;
  const needs = `${neededANight.toLocaleString('en')} requests a night refresh everything within ${TMDB_MOST_DAYS} days, and changes come on top`;
  const has = `TMDB_NIGHTLY_REQUESTS=${allowedANight}`;
  return [
    `Oldest answer: ${oldestAnswer.toISOString()}, ${days} days old.`,
    allowedANight > neededANight
      ? `${needs}: ${has} is enough.`
      : `${needs}: ${has} is not enough, and answers of more than ${TMDB_MOST_DAYS} days are deleted.`,
    changesTo === undefined ? 'No changes were read yet.' : `Changes are read up to ${changesTo}.`,
  ];
}

function failedWords({ failed, counts }: TmdbStatus): string[] {
  const all = counts.reduce((sum, one) => (one.state === 'FAILED' ? sum + one.things : sum), 0);
  if (all === 0) return [];
  return [
    '',
    `Failed: ${all.toLocaleString('en')}; \`marquee tmdb failed\` asks again.`,
    ...failed.map(
      ({ thing, reason, tries, retryAt }) =>
        `  ${tmdbThingName(thing)}: ${reason} (${tries === 0 ? '' : `${tries} ${tries === 1 ? 'run' : 'runs'}, `}again ${retryAt.getTime() === 0 ? 'in the next run' : `from ${retryAt.toISOString()}`})`,
    ),
    ...(all > failed.length ? ['  …'] : []),
  ];
}
