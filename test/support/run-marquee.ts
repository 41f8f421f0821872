import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const MARQUEE = fileURLToPath(new URL('../../src/marquee.mjs', import.meta.url));

/** Runs the real command line to its end, in a data folder that is its working folder too, without a .env file. */
export async function runMarquee(
  args: readonly string[],
  { dataFolder, settings = {} }: { dataFolder: string; settings?: Record<string, string> },
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [MARQUEE, ...args], {
    cwd: dataFolder,
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: dataFolder, LOG_LEVEL: 'silent', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 30_000,
  });
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}
