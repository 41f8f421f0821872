import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

import type { Encoding } from '../request/answers/accepted-forms.ts';

/** The parts of GraphiQL's page. */
export type AssetName =
  | 'graphiql.js'
  | 'graphiql.css'
  | 'open-graphiql.js'
  | 'editor-worker.js'
  | 'json-worker.js'
  | 'graphql-worker.js'
  | 'favicon.ico';

/** A file that never changes: its name has a hash of what is in it. Only its encoded forms are kept in memory. */
export interface Asset {
  /** `graphiql-1f2e3d4c5b6a7988.js` */
  fileName: string;
  mediaType: string;
  encoded: Record<Encoding, Uint8Array<ArrayBuffer>>;
}

export type Assets = Record<AssetName, Asset>;

/**
 * Makes the parts of the page in a thread of their own: reading, hashing and compressing 9 MB of text takes half a second,
 * in which this one goes on answering.
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
