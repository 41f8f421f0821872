import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { ADMINISTERED } from '../../support/administrator.ts';

const MARQUEE = fileURLToPath(new URL('../../../src/marquee.mjs', import.meta.url));
const SCALE = '0.01';

/** Calls with the address of a marquee: that of `MARQUEE_URL`, or of a demo that is there as long as the call lasts. */
export async function withMarquee(call: (url: string) => Promise<void>): Promise<void> {
  const given = process.env['MARQUEE_URL'];
  if (given !== undefined) {
    await call(given.replace(/\/$/, ''));
    return;
  }
  const folder = await mkdtemp(join(tmpdir(), 'marquee-web-'));
  const args = [MARQUEE, 'demo', '--scale', SCALE, '--data-dir', folder, '--port', '0'];
  const demo = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    cwd: folder,
    env: { ...process.env, ...ADMINISTERED },
  });
  try {
    let url = '';
    for await (const line of createInterface({ input: demo.stdout })) {
      url = /"event":"listening","url":"([^"]+)"/.exec(line)?.[1] ?? url;
      if (url !== '' && (await fetch(`${url}/readyz`)).status === 200) break;
    }
    demo.stdout.resume();
    if (url === '') throw new Error('the demo ended before it listened');
    await call(url);
  } finally {
    demo.kill();
    if (demo.exitCode === null) await once(demo, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
}
