import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

import { preact } from '@preact/preset-vite';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, loadEnv } from 'vite';
import type { Plugin } from 'vite';

const FOLDER = fileURLToPath(new URL('.', import.meta.url));
const OUTPUT = fileURLToPath(new URL('../../dist/web/', import.meta.url));

/** Where `npm run web:dev` gets its answers, unless `MARQUEE_URL` names another server. */
const LOCAL_SERVER = 'http://localhost:4000';

/**
 * The bundle of the app, in `dist/web`, and the development server, which passes GraphQL on to a running marquee. Paths
 * are relative: a proxy may serve the app below a prefix.
 */
export default defineConfig(({ mode, command }) => {
  const { MARQUEE_URL: target = LOCAL_SERVER } = loadEnv(mode, FOLDER, 'MARQUEE_');
  return {
    root: FOLDER,
    base: command === 'build' ? './' : '/',
    plugins: [preact(), tailwindcss(), rootOfPages(), releaseOfWorker(), encodedFiles()],
    build: {
      outDir: OUTPUT,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      // Data URLs would need a weaker content policy.
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { main: join(FOLDER, 'index.html'), 'service-worker': join(FOLDER, 'service-worker.ts') },
        output: {
          // One file for what the first page needs: several compress worse. The service worker is whole by itself.
          codeSplitting: { groups: [{ name: 'first', tags: ['$initial'], test: /^(?!.*service-worker)/ }] },
          entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
        },
      },
    },
    server: {
      // What the app shares with the server: src/pictures.
      fs: { allow: ['..'] },
      proxy: Object.fromEntries(['/graphql', '/health'].map((path) => [path, { target, changeOrigin: true }])),
    },
  };
});

/** The base of pages in development, where no server writes it. */
function rootOfPages(): Plugin {
  return {
    name: 'root-of-pages',
    apply: 'serve',
    transformIndexHtml: (html) => html.replace('<base href="./" />', '<base href="/" />'),
  };
}

/**
 * Writes into the service worker which files it keeps, and a name that another release has not: browsers fetch the app
 * anew when the text of its service worker differs.
 */
function releaseOfWorker(): Plugin {
  return {
    name: 'release-of-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const worker = bundle['service-worker.js'];
      const page = bundle['index.html'];
      if (worker?.type !== 'chunk' || page?.type !== 'asset') throw new Error('a release has a page and a worker');
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      const hash = createHash('sha256').update(page.source).update(files.sort().join('\n')).digest('hex');
      const release = JSON.stringify({ name: hash.slice(0, 16), files });
      if (!worker.code.includes('RELEASE_OF_BUILD')) throw new Error('the service worker has no place for the release');
      worker.code = worker.code.replaceAll('RELEASE_OF_BUILD', release);
    },
  };
}

/** Writes each file in the encodings that the server sends, beside the file. */
function encodedFiles(): Plugin {
  return {
    name: 'encoded-files',
    apply: 'build',
    async writeBundle({ dir = OUTPUT }, bundle) {
      const names = [...Object.keys(bundle), ...(await readdir(join(FOLDER, 'public')))];
      await Promise.all(
        names.map(async (name) => {
          const content = await readFile(join(dir, name));
          await writeFile(join(dir, `${name}.br`), await promisify(brotliCompress)(content));
          await writeFile(join(dir, `${name}.gz`), await promisify(gzip)(content, { level: 9 }));
        }),
      );
    },
  };
}
