import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { expect, onTestFinished, test } from 'vitest';

import { HAS_CHROMIUM, launchChromium } from '../../support/chromium.ts';
import { openGateway } from '../../support/gateway.ts';
import { oddBuild } from './odd-build.ts';
import { visit } from './visit.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

test.skipIf(!HAS_CHROMIUM)('npm run web:dev shows the app over any marquee', async () => {
  const gateway = await openGateway(await oddBuild());
  onTestFinished(() => gateway.close());
  // The line of package.json. Another one may run on this machine, and any port will do.
  const args = ['node_modules/vite/bin/vite.js', '--config', 'src/web/vite.config.ts', '--port', '0'];
  const vite = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', MARQUEE_URL: gateway.url, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(async () => {
    vite.kill();
    if (vite.exitCode === null && vite.signalCode === null) await once(vite, 'exit');
  });
  let output = '';
  vite.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  await expect.poll(() => output, { timeout: 30_000 }).toMatch(/http:\/\/localhost:\d+/);
  const [url = ''] = /http:\/\/localhost:\d+/.exec(output) ?? [];
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  for (const [path, title] of [
    ['/', 'Films, series, people · marquee'],
    ['/title/tt0000001', 'The Film · marquee'],
  ] as const) {
    const { page, problems, leave } = await visit(browser, url + path);
    await expect.poll(() => page.title(), { timeout: 30_000 }).toBe(title);
    expect(problems).toEqual([]);
    await leave();
  }
});
