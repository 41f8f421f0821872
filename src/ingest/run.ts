import { commandOver } from '../dataset/builds/paths.ts';
import type { Folders } from '../dataset/builds/paths.ts';
import { isOwnFormat } from '../dataset/builds/manifest.ts';
import type { Manifest } from '../dataset/builds/manifest.ts';
import type { SourceName } from '../dataset/sources/imdb.ts';
import type { Logger } from '../process/logger.ts';
import { build, sourceRecords } from './build.ts';
import type { BuildOptions } from './jobs/build-options.ts';
import {
  newBuildId,
  nextVersion,
  readComparable,
  readCurrent,
  readEarlier,
  readStaged,
} from '../storage/builds/builds.ts';
import { damagesIn, knownDamages } from '../storage/damage/check-build.ts';
import { download, keptFiles, refuseDamaged } from './sources/imdb/download.ts';
import type { CompleteFiles } from './sources/imdb/download.ts';
import type { Patience } from './sources/imdb/fetch-file.ts';
import type { GuardOptions } from './verify/guards.ts';
import type { HttpRequest } from './sources/http/http-request.ts';
import type { IngestLock } from '../storage/files/lock.ts';
import { writeLastRun } from './last-run.ts';
import { Failed, STEPS } from './outcomes/outcome.ts';
import type { Outcome, Step } from './outcomes/outcome.ts';
import type { Progress } from './outcomes/progress.ts';
import { promote } from './promote/promote.ts';
import { clearStaging, pruneBuilds } from './promote/prune.ts';
import type { CurrentRun } from './runs/current-run.ts';
import { runRecorded } from './runs/run-recorded.ts';
import type { RunKind } from './runs/run-records.ts';
import type { RunRecorder } from './runs/run-recorder.ts';
import { isOfSnapshot } from './tmdb/is-of-snapshot.ts';
import { verify } from './verify/verify.ts';

/** What an ingest needs of its surroundings. */
export interface IngestOptions {
  folders: Folders;
  baseUrl: string;
  downloadConcurrency: number;
  patience: Patience;
  /** How the network is asked; without proxies by default. */
  request?: HttpRequest | undefined;
  /** Sources to leave out: their tables are made without rows. */
  without: readonly SourceName[];
  memoryLimit: string;
  threads: number | undefined;
  /** Votes that a title needs to be in lists of similar titles, and to have one; USUAL_MIN_VOTES if not given. */
  similarMinVotes?: number | undefined;
  /** Whether what TMDB says of titles counts for how similar they are; not if not given. */
  tmdbSimilarity?: boolean | undefined;
  /** The share of its rows that a table may lose from one build to the next. */
  maxShrink: number;
  /** Builds kept: the one that is served and those before it. */
  keepBuilds: number;
  /** A build that was replaced less than this ago is not pruned: other processes may still read it. */
  pruneGraceMs: number;
  /** Version of this program. */
  marquee: string;
  lock: IngestLock;
  log: Logger;
  progress: Progress;
  /** Whether the files have odd lines and words on purpose, so that these are no warnings. */
  isMadeUp?: boolean | undefined;
  now: () => Date;
  /** Ends the run early: it fails, and leaves nothing half done. */
  signal?: AbortSignal | undefined;
  /** Whether somebody in this process reads the build: such a build is not pruned. */
  inUse: (buildId: string) => boolean;
  /** Told after the pointer was replaced. */
  onPromoted: (buildId: string) => Promise<void>;
}

export interface RunOptions {
  /** Some steps alone, with what those before them have left; all by default. */
  steps?: readonly Step[] | undefined;
  /** Make a build although the sources have not changed. */
  force?: boolean | undefined;
  /** With the files that are kept, asking nobody: to make the build anew after an upgrade of the program. */
  offline?: boolean | undefined;
  /** Begun by the schedule, and not by a person. */
  nightly?: boolean | undefined;
  /** Reads every file of the build that is served, and makes a build only where one is damaged. */
  repair?: boolean | undefined;
  /** Name of a token, `command line` by default, `schedule` or `service`. */
  startedBy?: string | undefined;
  /** Told once the run holds the lock. */
  onBegun?: ((run: CurrentRun) => void) | undefined;
}

/** Runs an ingest under the lock. Never rejects: every end is an outcome, logged once. */
export async function runIngest(options: IngestOptions, run: RunOptions = {}): Promise<Outcome> {
  const { startedBy = 'command line', onBegun } = run;
  const steps = stepsOf(run);
  const started = options.now();
  const before = performance.now();
  const outcome = await runRecorded(options, { kind: kindOf(run), startedBy, started, steps, onBegun }, (recorder) => {
    const { progress, signal } = recorder;
    const parts = { ...options, progress, signal };
    return steps.length === STEPS.length
      ? allSteps(parts, { ...run, recorder })
      : someSteps(parts, { ...run, recorder });
  });
  const durationMs = Math.round(performance.now() - before);
  const level = outcome.status === 'failed' || outcome.status === 'rejected' ? 'error' : 'info';
  const event = outcome.status === 'busy' ? 'ingest skipped' : `ingest ${outcome.status}`;
  options.log[level]({ event, ...outcome, durationMs });
  const counts = steps.length === STEPS.length && outcome.status !== 'busy';
  if (counts && options.signal?.aborted !== true) {
    await writeLastRun(options.folders.meta, { started, outcome, kind: kindOf(run) }).catch((error: unknown) => {
      options.log.error({ event: 'last run not recorded', err: error });
    });
  }
  return outcome;
}

function kindOf({ repair = false, offline = false, nightly = false }: RunOptions): RunKind {
  if (repair) return 'repair';
  if (offline) return 'rebuild';
  return nightly ? 'nightly' : 'by hand';
}

/** The steps of a run, each once and in their order. */
function stepsOf({ steps = STEPS }: RunOptions): readonly Step[] {
  return STEPS.filter((step) => steps.includes(step));
}

type Recorded = RunOptions & { recorder: RunRecorder };

async function allSteps(
  options: IngestOptions,
  { force = false, offline = false, repair = false, recorder }: Recorded,
): Promise<Outcome> {
  const { folders } = options;
  await clearStaging(folders, options.log);
  if (repair) {
    const served = await readCurrent(folders);
    if (served !== undefined && (await isIntact(options, { manifest: served, all: true }))) {
      return { status: 'unchanged', buildId: served.buildId };
    }
  }
  const files = offline ? await kept(options) : await download(downloadOptions(options));
  options.progress.stop();
  const current = await readCurrent(folders);
  const isCurrent =
    !force && current !== undefined && isMadeFrom(current, files) && (await isOfSnapshot(current, options));
  if (isCurrent && !repair && (await isIntact(options, { manifest: current }))) {
    return { status: 'unchanged', buildId: current.buildId };
  }
  try {
    recorder.begin('build');
    const buildId = await newBuildId(folders, options.now());
    await build({ ...options, buildId, files, force, ...(await buildsBefore(folders, force)) });
    recorder.begin('verify');
    const version = await nextVersion(options.folders);
    await verify({ ...options, buildId, version, guards: await guardsOf(options, force) });
    recorder.begin('promote');
    return await promoteStep(options, buildId);
  } catch (error) {
    await clearStaging(options.folders, options.log).catch((problem: unknown) => {
      options.log.error({ event: 'staging not cleared', err: problem });
    });
    throw error;
  }
}

/** Some of the steps, with what those before them have left. */
async function someSteps(options: IngestOptions, { recorder, ...run }: Recorded): Promise<Outcome> {
  const details: string[] = [];
  let outcome: Outcome | undefined;
  for (const step of stepsOf(run)) {
    recorder.begin(step);
    outcome = await oneStep(options, { step, force: run.force });
    if (outcome.status === 'done') details.push(outcome.detail);
  }
  if (outcome === undefined) throw new Failed('no step was asked for');
  return outcome.status === 'done' ? { ...outcome, detail: details.join(', ') } : outcome;
}

async function oneStep(
  options: IngestOptions,
  { step, force = false }: { step: Step; force?: boolean | undefined },
): Promise<Outcome> {
  const { folders } = options;
  if (step === 'download') {
    const files = await download(downloadOptions(options));
    return { status: 'done', step, detail: `${files.size} files are whole` };
  }
  if (step === 'build') {
    await clearStaging(folders, options.log);
    const files = await kept(options);
    const buildId = await newBuildId(folders, options.now());
    await build({ ...options, buildId, files, force, ...(await buildsBefore(folders, force)) });
    return { status: 'done', step, detail: `build ${buildId} is made` };
  }
  const buildId = await stagedBuild(folders, step === 'verify' ? 'made' : 'verified');
  if (step === 'promote') return promoteStep(options, buildId);
  const guards = await guardsOf(options, force);
  await verify({ ...options, buildId, version: await nextVersion(folders), guards });
  return { status: 'done', step, detail: `build ${buildId} is verified` };
}

/** Whether the build that is served is one of this program, of which no file is known to be damaged; or of all, none is. */
async function isIntact(
  { folders, log, signal }: IngestOptions,
  { manifest, all = false }: { manifest: Manifest; all?: boolean },
): Promise<boolean> {
  if (!isOwnFormat(manifest)) return false;
  const damages = await (all ? damagesIn : knownDamages)(folders, { manifest, signal });
  for (const damage of damages) log.warn({ event: 'file damaged', ...damage });
  return damages.length === 0;
}

/** Whose files may be taken: each is checked before. */
async function buildsBefore(folders: Folders, force: boolean): Promise<Pick<BuildOptions, 'before' | 'earlier'>> {
  return { before: force ? undefined : await readComparable(folders), earlier: await readEarlier(folders) };
}

async function promoteStep(options: IngestOptions, buildId: string): Promise<Outcome> {
  options.signal?.throwIfAborted();
  const { version } = await promote({ ...options, buildId });
  options.log.info({ event: 'version updated', buildId, version });
  await options.onPromoted(buildId);
  try {
    await pruneBuilds(options.folders, { ...options, graceMs: options.pruneGraceMs });
  } catch (error) {
    // The new build is served: an old one that stays is no failure of this run.
    options.log.error({ event: 'prune failed', err: error });
  }
  return { status: 'promoted', buildId, version };
}

async function guardsOf({ maxShrink, folders, log }: IngestOptions, force: boolean): Promise<GuardOptions | undefined> {
  if (force) return undefined;
  const before = await readComparable(folders);
  if (before === undefined) log.info({ event: 'nothing to compare with' });
  return { before, maxShrink };
}

function downloadOptions({ folders, downloadConcurrency, ...options }: IngestOptions) {
  return { ...options, folder: folders.downloads, metaFolder: folders.meta, concurrency: downloadConcurrency };
}

/** Nobody is asked for them again, so that they are read to their end. */
async function kept({ folders, without, signal }: IngestOptions): Promise<CompleteFiles> {
  const options = { folder: folders.downloads, metaFolder: folders.meta, setting: folders.setting, without };
  const files = await keptFiles(options);
  await refuseDamaged(files, { ...options, signal });
  return files;
}

function isMadeFrom(manifest: Manifest, files: CompleteFiles): boolean {
  const before = manifest.sources.map(({ name, sha256 }) => `${name} ${sha256}`);
  const now = sourceRecords(files).map(({ name, sha256 }) => `${name} ${sha256}`);
  return before.length === now.length && now.every((source) => before.includes(source));
}

async function stagedBuild(folders: Folders, state: 'made' | 'verified'): Promise<string> {
  const staged = await readStaged(folders);
  const found = staged.findLast((candidate) => candidate.state === state);
  if (found !== undefined) return found.buildId;
  const other = staged.at(-1);
  if (other?.state === 'verified') {
    throw new Failed(
      `build ${other.buildId} is verified already: run ${commandOver(folders, 'ingest --only promote')}`,
    );
  }
  const before = commandOver(folders, `ingest --only ${other?.state === 'made' ? 'verify' : 'build'}`);
  throw new Failed(`no build is ${state}: run ${before} first`);
}
