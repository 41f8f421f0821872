import { appendFile, cp, readdir, readFile, stat, symlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { expect, test } from 'vitest';

import { createLogger } from '../../src/process/logger.ts';
import { buildWebApp, makeWebApp } from '../../src/service/web-app.ts';
import { newFolder } from '../support/folders.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A copy of the app's sources, with the libraries of this one. */
async function ownSources(): Promise<string> {
  const root = newFolder('app');
  await cp(join(ROOT, 'src/web'), join(root, 'src/web'), { recursive: true });
  await cp(join(ROOT, 'src/pictures'), join(root, 'src/pictures'), { recursive: true });
  for (const file of ['package.json', 'tsconfig.json']) await cp(join(ROOT, file), join(root, file));
  await symlink(join(ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}

const filesOf = async (root: string): Promise<string[]> => (await readdir(join(root, 'dist'))).sort();
const pageOf = (root: string): Promise<string> => readFile(join(root, 'dist/web/index.html'), 'utf8');

test('buildWebApp builds when there is no bundle or an older one, and not otherwise', async () => {
  const root = await ownSources();
  // Two at once, as of several processes that start together.
  expect(await Promise.all([buildWebApp({ root }), buildWebApp({ root })])).toContain(true);
  expect(await filesOf(root)).toEqual(['web']);
  expect(await readdir(join(root, 'dist/web'))).toEqual(
    expect.arrayContaining(['assets', 'index.html', 'index.html.br', 'index.html.gz', 'service-worker.js']),
  );
  const scripts = (await readdir(join(root, 'dist/web/assets'))).filter((name) => name.endsWith('.js'));
  const texts = await Promise.all(scripts.map((name) => readFile(join(root, 'dist/web/assets', name), 'utf8')));
  // Not in an app that is made for tests or development.
  expect(texts.some((text) => text.includes('serviceWorker'))).toBe(true);
  expect(await buildWebApp({ root })).toBe(false);

  const before = await stat(join(root, 'dist/web/index.html'));
  const source = join(root, 'src/web/style.css');
  await appendFile(source, '\n.brand { color: red; }\n');
  await utimes(source, new Date(), new Date(before.mtimeMs + 1000));
  expect(await buildWebApp({ root })).toBe(true);
  expect((await stat(join(root, 'dist/web/index.html'))).mtimeMs).toBeGreaterThan(before.mtimeMs);
});

test('makeWebApp says in the log that it was built, or what Vite says, and leaves the bundle before', async () => {
  const root = await ownSources();
  const lines: Record<string, unknown>[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) };
  const log = createLogger({ level: 'info', pretty: false, destination });
  await makeWebApp(log, { root });
  expect(lines).toMatchObject([{ event: 'web app built', durationMs: expect.any(Number) }]);
  const page = await pageOf(root);

  const source = join(root, 'src/web/app.tsx');
  await appendFile(source, '\nthis is not TypeScript\n');
  await utimes(source, new Date(), new Date(Date.now() + 60_000));
  await makeWebApp(log, { root });
  expect(lines[1]).toMatchObject({ event: 'web app not built', level: 'error' });
  expect(JSON.stringify(lines[1])).toContain('app.tsx');
  expect(await pageOf(root)).toBe(page);
  expect(await filesOf(root)).toEqual(['web']);
});
