import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

import { generateDemo } from '../../src/demo/generate.ts';
import { foldersIn } from '../../src/dataset/builds/paths.ts';
import { startTarget } from '../attack/target.ts';
import type { Target } from '../attack/target.ts';
import { ingestInto } from '../support/ingest.ts';
import type { Access } from './roles.ts';

const SOURCE = fileURLToPath(new URL('../../', import.meta.url));
/** Time limit of an answer, as by default: no request of a fuzz comes near it, on a machine with time for it. */
const ANSWER_SECONDS = 60;

/** The end of an ingest that a mutation has started, and that the stop of the server ends. */
const STOPPED = /"event":"ingest failed".*"reason":"stopped: the service is stopping"/;

export interface FuzzTarget extends Target {
  /** What no message may have. */
  places: string[];
  mostMs: number;
  /** Lines of the log of errors: what clients are not told. */
  errors: () => Promise<string[]>;
}

/** A data folder of made-up data that administrators may do everything with. */
export async function makeData(scale: number): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'marquee-fuzz-'));
  const files = join(folder, 'origin');
  await mkdir(files);
  await generateDemo({ folder: files, scale, seed: 1 });
  const outcome = await ingestInto(foldersIn(folder), { from: files });
  if (outcome.status !== 'promoted') throw new Error(`the build failed: ${JSON.stringify(outcome)}`);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** The real server over a data folder, with access as it is configured. */
export async function startFuzzTarget(folder: string, { settings }: Access): Promise<FuzzTarget> {
  const logs = await mkdtemp(join(folder, 'logs-'));
  const target = await startTarget(folder, {
    IMDB_BASE_URL: pathToFileURL(join(folder, 'origin')).href,
    EXTRACT_DIR: join(folder, 'extracted'),
    TRUSTED_PROXIES: '127.0.0.1',
    ANSWER_TIMEOUT: String(ANSWER_SECONDS),
    LOG_DIR: logs,
    ...settings,
  });
  return {
    ...target,
    places: [folder, SOURCE, tmpdir() + '/'],
    mostMs: ANSWER_SECONDS * 1000,
    async errors() {
      const texts = await Promise.all((await readdir(logs)).map((name) => readFile(join(logs, name), 'utf8')));
      return texts
        .flatMap((text) => text.split('\n'))
        .filter((line) => /"level":"(?:error|fatal)"/.test(line) && !STOPPED.test(line));
    },
  };
}
