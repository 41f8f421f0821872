import type { Manifest } from './manifest.ts';

/** Result of the build step before verification: the manifest without version and time. */
export type Draft = Pick<Manifest, 'format' | 'buildId' | 'sources' | 'tmdb' | 'tables' | 'lookups' | 'measures'>;

/** File of the draft in the staging folder; the manifest replaces it. */
export const DRAFT_FILE = 'draft.json';
