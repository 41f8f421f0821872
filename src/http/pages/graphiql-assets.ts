import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import type { Asset } from './send-asset.ts';

/** Files that GraphiQL's page loads. */
export type AssetName =
  | 'graphiql.js'
  | 'graphiql.css'
  | 'open-graphiql.js'
  | 'editor-worker.js'
  | 'json-worker.js'
  | 'graphql-worker.js'
  | 'favicon.ico';

export type Assets = Record<AssetName, Asset>;

/**
 * Makes the assets in a thread: reading, hashing and compressing 9 MB of text takes half a second, which would block
 * the event loop.
 */
export async function makeGraphiqlAssets(): Promise<Assets> {
  const thread = new Worker(new URL('graphiql-assets-thread.ts', import.meta.url));
  try {
    const [assets] = (await once(thread, 'message')) as [Assets];
    return assets;
  } finally {
    await thread.terminate();
  }
}
