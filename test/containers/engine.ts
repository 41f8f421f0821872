import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

/** A container engine of this machine, and the compose that speaks to it. */
interface Engine {
  program: 'docker' | 'podman';
  compose: readonly string[];
  /** Podman has commands that Docker has not; `docker` may be podman under another name. */
  isPodman: boolean;
}

const CANDIDATES = [
  ['docker', ['docker', 'compose']],
  // A wrapper of docker-compose, which starts podman's service for it.
  ['podman', ['compose']],
  ['podman', ['podman', 'compose']],
] as const;

/** Podman's own lines where no systemd is, which would run its checks of health. */
const NO_SYSTEMD = /^time=.*unable to get systemd connection .*\n/gm;

const run = promisify(execFile);

let found: Engine | null | undefined;

/** The first engine that answers, with a compose that does. Undefined where there is none. */
export function containerEngine(): Engine | undefined {
  found ??= findEngine() ?? null;
  return found ?? undefined;
}

function findEngine(): Engine | undefined {
  for (const [program, withCompose] of CANDIDATES) {
    const [name, ...args] = withCompose;
    if (spawnSync(program, ['info']).status !== 0 || spawnSync(name, [...args, 'version']).status !== 0) continue;
    const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
    return { program, compose: withCompose, isPodman: /podman/i.test(stdout) };
  }
  return undefined;
}

/**
 * Why tests of containers are left out here; undefined where they run.
 * @throws Error where all tests are required, unless somebody has said that there is no engine.
 */
export function whyWithout(): string | undefined {
  if (containerEngine() !== undefined) return undefined;
  const why = 'neither Docker nor Podman with compose answers here';
  const { REQUIRE_ALL, NO_CONTAINER_ENGINE } = process.env;
  if (REQUIRE_ALL === '1' && NO_CONTAINER_ENGINE !== '1') throw new Error(why);
  return why;
}

/** Runs a command of the engine to its end, and answers with its output. @throws Error with what it says. */
export async function engine(...args: string[]): Promise<string> {
  const { program = '' } = containerEngine() ?? {};
  return (await run(program, args, { maxBuffer: Infinity })).stdout.trim();
}

/** The exit code of a command that may fail, and all that it says. */
export async function tryEngine(...args: string[]): Promise<{ code: number; text: string }> {
  try {
    return { code: 0, text: await engine(...args) };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, text: `${stdout}${stderr.replaceAll(NO_SYSTEMD, '')}` };
  }
}

/** Runs compose in the folder of a project. @throws Error with what it says. */
export async function compose(folder: string, ...args: string[]): Promise<string> {
  const { compose: [program = '', ...first] = [], isPodman } = containerEngine() ?? {};
  const { PATH, HOME, DOCKER_HOST, XDG_RUNTIME_DIR } = process.env;
  // No settings but those of the project. BuildKit would ask for an image of its own, which podman does not have.
  const env = { PATH, HOME, DOCKER_HOST, XDG_RUNTIME_DIR, ...(isPodman && { DOCKER_BUILDKIT: '0' }) };
  return (await run(program, [...first, ...args], { cwd: folder, env, maxBuffer: Infinity })).stdout.trim();
}
