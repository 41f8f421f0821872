import { createHash } from 'node:crypto';

import { makeGraphiqlAssets } from './graphiql-assets.ts';
import type { Assets } from './graphiql-assets.ts';
import { graphiqlPage } from './graphiql-page.ts';
import type { Example } from './graphiql-page.ts';
import type { Asset } from './send-asset.ts';

export interface Graphiql {
  page: string;
  /** Strong ETag of the page. */
  etag: string;
  /** Assets by file name. */
  assets: ReadonlyMap<string, Asset>;
}

export interface GraphiqlOptions {
  examples: readonly Example[];
  /** Path of the assets, relative to the page. */
  folder: string;
  /** Makes the assets; `makeGraphiqlAssets` by default. */
  make?: () => Promise<Assets>;
}

/** Makes the page and its assets once, on the first request. After a failure the next request tries again. */
export function createGraphiql(options: GraphiqlOptions): () => Promise<Graphiql> {
  let made: Promise<Graphiql> | undefined;
  return () => {
    made ??= makeGraphiql(options).catch((err: unknown) => {
      made = undefined;
      throw err;
    });
    return made;
  };
}

async function makeGraphiql({ examples, folder, make = makeGraphiqlAssets }: GraphiqlOptions): Promise<Graphiql> {
  const assets = await make();
  const page = graphiqlPage({ assets, examples, folder });
  return {
    page,
    etag: `"${createHash('sha256').update(page).digest('base64url').slice(0, 27)}"`,
    assets: new Map(Object.values(assets).map((asset) => [asset.fileName, asset])),
  };
}
