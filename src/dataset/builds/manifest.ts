import { BUILD_ID } from './layout.ts';
import type { IndexName } from '../indexes/sorted-table.ts';
import { isSealed } from './seal.ts';
import type { SourceName } from '../sources/imdb.ts';
import type { TableName } from '../tables/tables.ts';

/**
 * The format of the builds that this program makes. Grows whenever the files of a build mean something else: then
 * builds of the older formats are made anew from the same downloads.
 */
export const BUILD_FORMAT = 10;

/** Manifests of this format and later ones have a seal. */
const FIRST_SEALED_FORMAT = 9;

/**
 * Builds from this format on are served meanwhile, from their Parquet tables: whatever these held then, the views of
 * today must read it. Their indexes are not opened. No build was ever published with format 2.
 */
export const OLDEST_SERVED_FORMAT = 2;

/** What a manifest of every format says: enough to refuse the build by its number. */
export interface BuildStamp {
  format: number;
  buildId: string;
  version: number;
}

/** `manifest.json` of a build: what it holds and where that came from. Written once, before the promotion. */
export interface Manifest extends BuildStamp {
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
  /** See seal.ts; builds before format 9 have none. */
  seal?: string;
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
  /** Values that did not fit their column and became null, or lists that lost a part of theirs, by column. */
  nulled?: Record<string, number>;
  /** Values that did not fit their column and are kept as the text they are, by column. */
  kept?: Record<string, number>;
  /** One of those, as it stands in the file. */
  sample?: OddValue;
}

export interface OddValue {
  column: string;
  text: string;
}

export interface RejectedLine {
  /** Counted from 1, the header included; null where it is not known. */
  line: number | null;
  reason: string;
  /** The beginning of the line. */
  text: string;
}

/** The index of a lookup or of a scan. */
export interface LookupRecord extends FileRecord {
  name: IndexName;
  /** Of a lookup: documents, which are keys and not rows. */
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
  /** See seal.ts; pointers of older programs have none. */
  seal?: string;
}

/** Whether a parsed `current.json` is a pointer, as it was written. */
export function isPointer(value: unknown): value is Pointer {
  return (
    hasTypes(value, { buildId: 'string', version: 'number', promotedAt: 'string', manifestSha256: 'string' }) &&
    BUILD_ID.test(String(value['buildId'])) &&
    (!('seal' in value) || isSealed(value))
  );
}

/** Whether a parsed `manifest.json` names its format, be it one that this program reads or not. */
export function isStamp(value: unknown): value is BuildStamp {
  return hasTypes(value, { format: 'number', buildId: 'string', version: 'number' });
}

/** Whether a parsed `manifest.json` is a manifest of a format that this program reads, as it was written. */
export function isManifest(value: unknown): value is Manifest {
  return (
    isStamp(value) &&
    refusalOf(value) === undefined &&
    hasTypes(value, { builtAt: 'string', tools: 'object', measures: 'object' }) &&
    [value['sources'], value['tables'], value['lookups']].every(Array.isArray) &&
    (isSealed(value) || (value.format < FIRST_SEALED_FORMAT && !('seal' in value)))
  );
}

/**
 * When what IMDb serves last changed, as far as the build knows, in ISO 8601: the time of its newest file, or that of
 * the build where no file has one or it lies in the future.
 */
export function changedAt({ builtAt, sources }: Pick<Manifest, 'builtAt' | 'sources'>): string {
  const times = sources.map(({ lastModified }) => Date.parse(lastModified ?? '')).filter((time) => !Number.isNaN(time));
  return times.length === 0 ? builtAt : new Date(Math.min(Date.parse(builtAt), Math.max(...times))).toISOString();
}

/** Why a build of this format cannot be read here, and what to do: ends the sentence `build … is`. */
export function refusalOf({ format }: Pick<BuildStamp, 'format'>): string | undefined {
  const here = `than this program reads (${OLDEST_SERVED_FORMAT} to ${BUILD_FORMAT})`;
  if (format > BUILD_FORMAT)
    return `of format ${format}, newer ${here}, so that it needs the newer program or an ingest`;
  if (format < OLDEST_SERVED_FORMAT) return `of format ${format}, older ${here}, so that it needs an ingest`;
  return undefined;
}

/** Whether all files of a build mean what this program's own would: its indexes can be read, its files taken over. */
export function isOwnFormat({ format }: Pick<BuildStamp, 'format'>): boolean {
  return format === BUILD_FORMAT;
}

function hasTypes(value: unknown, types: Record<string, string>): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  return Object.entries(types).every(([name, type]) => typeof fields[name] === type);
}
