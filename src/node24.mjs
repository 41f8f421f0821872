// Plain JavaScript, so that an older Node can read it: the product itself is TypeScript that Node 24 runs as it is.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve, sep } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const WANTED = 24;
const STRIPPING = [
  '--disable-warning=ExperimentalWarning',
  '--import',
  new URL('strip-types.mjs', import.meta.url).href,
];

/**
 * Runs a script on Node 24 or newer: in this process where it is one, else in a child on the Node that npm has
 * installed beside the packages. A script under node_modules has a child, too, whose flags threads and workers inherit.
 * The child gets the signals, and this process ends as the child does.
 * @param {string} script path of the script
 * @param {string[]} args
 */
export async function runOnNode24(script, args) {
  const here = Number.parseInt(process.versions.node, 10) >= WANTED;
  const flags = script.split(sep).includes('node_modules') ? STRIPPING : [];
  if (here && flags.length === 0) {
    process.argv.splice(1, process.argv.length - 1, script, ...args);
    await import(pathToFileURL(script).href);
    return;
  }
  const node = here ? process.execPath : installedNode();
  if (node === undefined) {
    process.stderr.write(
      `This needs Node ${WANTED}, here is ${process.versions.node}: install it, or on Linux run npm ci once more.\n`,
    );
    process.exit(1);
  }
  const child = spawn(node, [...flags, script, ...args], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => (signal === null ? process.exit(code) : end(signal)));
}

/** @returns {string | undefined} */
function installedNode() {
  try {
    const folder = dirname(
      createRequire(import.meta.url).resolve(`node-${process.platform}-${process.arch}/package.json`),
    );
    const path = join(folder, 'bin', 'node');
    return existsSync(path) ? path : undefined;
  } catch {
    return undefined;
  }
}

/** Ends by the signal that ended the child. */
function end(signal) {
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.removeAllListeners(name);
  process.kill(process.pid, signal);
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [, , script, ...args] = process.argv;
  if (script === undefined) {
    process.stderr.write(`usage: ${process.execPath} src/node24.mjs <script> [arguments]\n`);
    process.exit(2);
  }
  await runOnNode24(resolve(script), args);
}
