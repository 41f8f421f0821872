import type { Manifest } from './manifest.ts';

/** What a build step made, before anything was read back: the manifest without version and time. */
export type Draft = Pick<Manifest, 'format' | 'buildId' | 'sources' | 'tables' | 'lookups' | 'measures'>;

/** In the staging folder; it goes when the manifest comes. */
export const DRAFT_FILE = 'draft.json';
