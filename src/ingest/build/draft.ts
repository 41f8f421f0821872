import type { LookupRecord, Manifest, SourceRecord, TableRecord } from '../../dataset/manifest.ts';

/** What a build step made, before anything was read back: the manifest without checksums and version. */
export interface Draft extends Pick<Manifest, 'format' | 'buildId' | 'measures'> {
  sources: SourceRecord[];
  tables: Pick<TableRecord, 'name' | 'rows' | 'rejected' | 'nulled'>[];
  lookups: Pick<LookupRecord, 'name' | 'rows'>[];
}

/** In the staging folder; it goes when the manifest comes. */
export const DRAFT_FILE = 'draft.json';
