import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the tools of clients are installed, by a lock of their own. */
export const CLIENTS_FOLDER = fileURLToPath(new URL('../clients/', import.meta.url));

/** Whether they are installed; an error where all has to run. */
export function hasClientTools(): boolean {
  const present = existsSync(join(CLIENTS_FOLDER, 'node_modules'));
  if (!present && process.env['REQUIRE_ALL'] === '1') {
    throw new Error('no packages in test/clients: npm ci --prefix test/clients installs them');
  }
  return present;
}

/** Runs a tool of clients in a folder, by the Node that runs this test. */
export async function runClientTool(
  name: string,
  args: readonly string[],
  folder: string,
): Promise<{ code: number | null; output: string }> {
  const path = `${dirname(process.execPath)}${delimiter}${process.env['PATH'] ?? ''}`;
  const program = join(CLIENTS_FOLDER, 'node_modules/.bin', name);
  const child = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output };
}
