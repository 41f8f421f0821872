import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

import {
  css,
  editorWorkerService,
  favicon,
  graphqlWorker,
  js,
  jsonWorker,
} from '@graphql-yoga/render-graphiql/graphiql';

import type { AssetName, Assets } from './graphiql-assets.ts';
import type { Asset } from './send-asset.ts';

/**
 * At these levels GraphiQL's 9 MB become 2.4 and 2.1 MB. Higher levels save a fortieth of that and take three times as
 * long.
 */
const GZIP_LEVEL = 6;
const BROTLI_QUALITY = 6;
const HASH_CHARACTERS = 16;

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
};

const CONTENTS: Record<AssetName, Buffer> = {
  'graphiql.js': Buffer.from(js),
  'graphiql.css': Buffer.from(css),
  'open-graphiql.js': readFileSync(new URL('open-graphiql.js', import.meta.url)),
  'editor-worker.js': Buffer.from(editorWorkerService),
  'json-worker.js': Buffer.from(jsonWorker),
  'graphql-worker.js': Buffer.from(graphqlWorker),
  // The package exports it as a data URL.
  'favicon.ico': Buffer.from(favicon.slice(favicon.indexOf(',') + 1), 'base64'),
};

function makeAsset([name, content]: [string, Buffer]): [string, Asset] {
  const extension = extname(name);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, HASH_CHARACTERS);
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  const brotli = { params: { [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [BROTLI_PARAM_SIZE_HINT]: content.length } };
  const asset: Asset = {
    fileName: `${name.slice(0, -extension.length)}-${hash}${extension}`,
    mediaType: MEDIA_TYPES[extension] ?? '',
    // Copies of exactly this length, whose buffers can be transferred.
    encoded: {
      gzip: new Uint8Array(gzipSync(content, { level: GZIP_LEVEL })),
      br: new Uint8Array(brotliCompressSync(content, brotli)),
    },
  };
  return [name, asset];
}

const assets = Object.fromEntries(Object.entries(CONTENTS).map(makeAsset)) as Assets;
const buffers = Object.values(assets).flatMap(({ encoded }) => Object.values(encoded).map(({ buffer }) => buffer));
parentPort?.postMessage(assets, buffers);
