import { startTmdbOrigin } from '../../../src/demo/tmdb/tmdb-origin.ts';
import { demoBuild } from '../../support/demo-build.ts';
import { foldersIn, newFolder } from '../../support/folders.ts';
import { ingestInto } from '../../support/ingest.ts';
import { writeTmdbSnapshot } from '../../support/tmdb-snapshot.ts';
import { openSite } from './site.ts';
import type { Site } from './site.ts';
import { TMDB_ROWS } from './tmdb-site-rows.ts';

const SCALE = 0.001;
export interface TmdbSite extends Site {
  /** Origin of the pictures. */
  pictures: string;
  /** How often each request has reached that host. */
  reached: ReadonlyMap<string, number>;
}

/** The app over the demo's titles with data of TMDB's, whose pictures are of another host. */
export async function openTmdbSite({ allowsPictures = true } = {}): Promise<TmdbSite> {
  const { files } = await demoBuild(SCALE);
  const origin = await startTmdbOrigin({ scale: SCALE, seed: 1 });
  const folders = foldersIn(newFolder('tmdb-web'));
  await writeTmdbSnapshot(folders, TMDB_ROWS);
  const outcome = await ingestInto(folders, { from: files, threads: 2 });
  if (outcome.status !== 'promoted') throw new Error(`not promoted: ${JSON.stringify(outcome)}`);
  const site = await openSite(folders, {
    prefix: '/films',
    tmdbImageUrl: origin.imageUrl,
    ...(allowsPictures && { pictures: origin.url }),
  });
  return {
    ...site,
    pictures: origin.url,
    reached: origin.log.asked,
    async close() {
      await site.close();
      await origin.close();
    },
  };
}
