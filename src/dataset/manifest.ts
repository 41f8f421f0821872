import { BUILD_ID } from './layout.ts';
import type { LookupName } from './lookups.ts';
import type { SourceName } from './sources.ts';
import type { TableName } from './tables.ts';

/** Grows whenever the files of a build mean something else. A program reads builds of its own format only. */
export const BUILD_FORMAT = 1;

/** `manifest.json` of a build: what it holds and where that came from. Written once, before the promotion. */
export interface Manifest {
  format: number;
  buildId: string;
  /** The version it was made to become: one more than that of the build before it. */
  version: number;
  /** ISO 8601, UTC. */
  builtAt: string;
  /** Versions of what made it. */
  tools: { marquee: string; duckdb: string; node: string };
  sources: SourceRecord[];
  tables: TableRecord[];
  lookups: LookupRecord[];
  measures: Measures;
}

/** What the next build is compared with. Shares are from 0 to 1. */
export interface Measures {
  /** By reference, `episodes.parentTconst`: the share of rows that point to nothing. */
  dangling: Record<string, number>;
  /** By column, `titles.startYear`. */
  nulls: Record<string, number>;
  /** Words of IMDb that the vocabulary does not know, by column, with the number of their rows. */
  unknown: Record<string, Record<string, number>>;
}

/** A downloaded file as it was when the build read it. */
export interface SourceRecord {
  name: SourceName;
  /** Validators of the very response that was kept; null for files at hand. */
  etag: string | null;
  lastModified: string | null;
  /** Compressed size. */
  bytes: number;
  sha256: string;
  /** Lines after the header. */
  rows: number;
}

export interface FileRecord {
  /** Path inside the build's folder, with forward slashes. */
  file: string;
  bytes: number;
  sha256: string;
}

export interface TableRecord extends FileRecord {
  name: TableName;
  rows: number;
  /** Lines of the source that did not fit and were left out, with the first of them as samples. */
  rejected?: { rows: number; samples: RejectedLine[] };
  /** Values that did not fit their column's type and became null, by column. */
  nulled?: Record<string, number>;
}

export interface RejectedLine {
  /** Counted from 1, the header included; null where it is not known. */
  line: number | null;
  reason: string;
  /** The beginning of the line. */
  text: string;
}

export interface LookupRecord extends FileRecord {
  name: LookupName;
  /** Documents: keys, not rows. */
  rows: number;
}

/** `current.json`: the build that is served. Replaced by rename, the last act of a promotion. */
export interface Pointer {
  buildId: string;
  /** Grows by one with every promotion. */
  version: number;
  /** ISO 8601, UTC. */
  promotedAt: string;
  /** SHA-256 of the build's `manifest.json`. */
  manifestSha256: string;
  /** The build that was served before, if there was one. */
  previousBuildId?: string | undefined;
}

/** Whether a parsed `current.json` is a pointer. */
export function isPointer(value: unknown): value is Pointer {
  return (
    hasTypes(value, { buildId: 'string', version: 'number', promotedAt: 'string', manifestSha256: 'string' }) &&
    BUILD_ID.test(String(value['buildId']))
  );
}

/** Whether a parsed `manifest.json` is a manifest of this program's format. */
export function isManifest(value: unknown): value is Manifest {
  return (
    hasTypes(value, {
      format: 'number',
      buildId: 'string',
      version: 'number',
      builtAt: 'string',
      tools: 'object',
      measures: 'object',
    }) &&
    value['format'] === BUILD_FORMAT &&
    [value['sources'], value['tables'], value['lookups']].every(Array.isArray)
  );
}

function hasTypes(value: unknown, types: Record<string, string>): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  return Object.entries(types).every(([name, type]) => typeof fields[name] === type);
}
