import { BUILD_ID } from './paths.ts';
import type { IndexName } from '../indexes/sorted-table.ts';
import { isSealed } from './seal.ts';
import type { SourceName } from '../sources/imdb.ts';
import type { SnapshotFile } from '../sources/tmdb-snapshot.ts';
import type { TableName } from '../tables/table-names.ts';

/**
 * Format of the builds that this program makes. It grows whenever the meaning of their files changes; builds of older
 * formats are then made anew from the same downloads.
 */
export const BUILD_FORMAT = 11;

/** First format whose manifests have a seal. */
const FIRST_SEALED_FORMAT = 9;

/**
 * Oldest format that is served until a new build is made. Such builds are served from their Parquet tables, which the
 * current views must be able to read; their indexes are not opened. No build was ever published with format 2.
 */
export const OLDEST_SERVED_FORMAT = 2;

/** The fields that manifests of all formats share: enough to refuse a build by its format. */
export interface BuildStamp {
  format: number;
  buildId: string;
  version: number;
}

/** `manifest.json` of a build: its files and their sources. Written once, before the promotion. */
export interface Manifest extends BuildStamp {
  /** Version intended for its promotion: one more than that of the previous build. */
  version: number;
  /** ISO 8601, UTC. */
  builtAt: string;
  /** Versions of the programs that made the build. */
  tools: { marquee: string; duckdb: string; node: string };
  sources: SourceRecord[];
  /** Where TMDB's tables come from; undefined where the build was made by a program without them. */
  tmdb?: TmdbRecord;
  tables: TableRecord[];
  lookups: IndexRecord[];
  measures: Measures;
  /** See seal.ts; builds before format 9 have none. */
  seal?: string;
}

/** Measures that the next build is compared with. Shares are from 0 to 1. */
export interface Measures {
  /** Share of dangling rows by reference, such as `episodes.parentTconst`. */
  dangling: Record<string, number>;
  /** Share of nulls by column, such as `titles.startYear`. */
  nulls: Record<string, number>;
  /** Words of IMDb that are not in the vocabulary, by column, with their numbers of rows. */
  unknown: Record<string, Record<string, number>>;
}

/** A source file as the build read it. */
export interface SourceRecord {
  name: SourceName;
  /** ETag of the response that was kept; null for local files. `lastModified` likewise. */
  etag: string | null;
  lastModified: string | null;
  /** Compressed size in bytes. */
  bytes: number;
  sha256: string;
  /** Number of lines after the header. */
  rows: number;
}

/** What a build has of TMDB's data. */
export interface TmdbRecord {
  /** SHA-256 of the snapshot's `snapshot.json` that was there; null if none was. */
  snapshotSha256: string | null;
  /** The files of the snapshot that the tables hold the rows of; empty in a build without TMDB's data. */
  sources: SnapshotFile[];
  /** Why the snapshot that was there was not taken: its tables are those of an earlier build, or the build has none. */
  problem?: string;
  /** Whether it has lists of similar titles that are made of TMDB's texts too, which titles are then compared by. */
  similarity?: boolean;
}

export interface FileRecord {
  /** Path inside the build's folder, with forward slashes. */
  file: string;
  bytes: number;
  sha256: string;
}

/** A table: one file, or its parts by ranges of the key. */
export type TableRecord = TableFacts & (FileRecord | { parts: readonly PartRecord[] });

/** A part of a table that is sorted by an integer key. The parts stand in the order of the key. */
export interface PartRecord extends FileRecord {
  /** The first key of the part. It may also be the last one of the part before. */
  from: number;
}

/** What is said of a table besides its files. */
export interface TableFacts {
  name: TableName;
  rows: number;
  /** Number of source lines that were left out as invalid, with the first of them as samples. */
  rejected?: { rows: number; samples: RejectedLine[] };
  /** Number of values that did not fit their column and became null, or lists that lost an element, by column. */
  nulled?: Record<string, number>;
  /** Number of values that did not fit their column and are kept as text, by column. */
  kept?: Record<string, number>;
  /** One of these values, as in the file. */
  sample?: OddValue;
  /** Of TMDB's tables: rows that were left out, as older than TMDB's terms allow, or without what each has. */
  leftOut?: { tooOld: number; unfit: number };
  /** When the oldest and the newest of its rows were asked of TMDB, in ISO 8601, UTC; null without rows. */
  oldestFetchedAt?: string | null;
  newestFetchedAt?: string | null;
  /** For tables of similar titles: the votes that a title needed to be in it. */
  minVotes?: number;
  /** Of the table of changes: the earlier builds that its rows compare with, newest first. */
  since?: readonly EarlierBuild[];
}

/** An earlier build, which may have been removed since. */
export interface EarlierBuild {
  buildId: string;
  /** ISO 8601, UTC. */
  builtAt: string;
}

export interface OddValue {
  column: string;
  text: string;
}

export interface RejectedLine {
  /** Line number from 1, including the header; null if unknown. */
  line: number | null;
  reason: string;
  /** Start of the line. */
  text: string;
}

/** An index: documents, a sorted table or posting lists. */
export interface IndexRecord extends FileRecord {
  name: IndexName;
  /** Number of rows; for documents, the number of keys. */
  rows: number;
}

/** `current.json`: names the served build. It is replaced by rename, as the last step of a promotion. */
export interface Pointer {
  buildId: string;
  /** Grows by one with every promotion. */
  version: number;
  /** ISO 8601, UTC. */
  promotedAt: string;
  /** SHA-256 of the build's `manifest.json`. */
  manifestSha256: string;
  /** The build that was served before, if any. */
  previousBuildId?: string | undefined;
  /** See seal.ts; pointers of older programs have none. */
  seal?: string;
}

/** Whether a build has TMDB's data. */
export function hasTmdb({ tmdb }: Pick<Manifest, 'tmdb'>): boolean {
  return tmdb !== undefined && tmdb.sources.length > 0;
}

/** Whether what TMDB says of titles counts for how similar they are in a build. */
export function comparesTmdb(manifest: Pick<Manifest, 'tmdb'>): boolean {
  return hasTmdb(manifest) && manifest.tmdb?.similarity === true;
}

/** The files of a table, in the order of its rows. */
export function filesOfTable(table: TableRecord): readonly (FileRecord | PartRecord)[] {
  return 'parts' in table ? table.parts : [table];
}

/** All files of a build, but for its manifest. */
export function filesOf({ tables, lookups }: Pick<Manifest, 'tables' | 'lookups'>): FileRecord[] {
  return [...tables.flatMap(filesOfTable), ...lookups];
}

/** Whether a parsed `current.json` is an undamaged pointer. */
export function isPointer(value: unknown): value is Pointer {
  return (
    hasTypes(value, { buildId: 'string', version: 'number', promotedAt: 'string', manifestSha256: 'string' }) &&
    BUILD_ID.test(String(value['buildId'])) &&
    (!('seal' in value) || isSealed(value))
  );
}

/** Whether a parsed `manifest.json` has a stamp, in any format. */
export function isStamp(value: unknown): value is BuildStamp {
  return hasTypes(value, { format: 'number', buildId: 'string', version: 'number' });
}

/** Whether a parsed `manifest.json` is an undamaged manifest in a format that this program reads. */
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
 * Time of the last change of IMDb's files that the build knows of, in ISO 8601: the Last-Modified of its newest file,
 * or the time of the build if no file has one or it is in the future.
 */
export function changedAt({ builtAt, sources }: Pick<Manifest, 'builtAt' | 'sources'>): string {
  const times = sources.map(({ lastModified }) => Date.parse(lastModified ?? '')).filter((time) => !Number.isNaN(time));
  return times.length === 0 ? builtAt : new Date(Math.min(Date.parse(builtAt), Math.max(...times))).toISOString();
}

/** Reason why this program cannot read a format, with the remedy; completes the sentence `build … is`. */
export function refusalOf({ format }: Pick<BuildStamp, 'format'>): string | undefined {
  const here = `than this program reads (${OLDEST_SERVED_FORMAT} to ${BUILD_FORMAT})`;
  if (format > BUILD_FORMAT)
    return `of format ${format}, newer ${here}, so that it needs the newer program or an ingest`;
  if (format < OLDEST_SERVED_FORMAT) return `of format ${format}, older ${here}, so that it needs an ingest`;
  return undefined;
}

/** Whether a build has this program's own format, so that its indexes can be opened and its files reused. */
export function isOwnFormat({ format }: Pick<BuildStamp, 'format'>): boolean {
  return format === BUILD_FORMAT;
}

function hasTypes(value: unknown, types: Record<string, string>): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const fields: Record<string, unknown> = { ...value };
  return Object.entries(types).every(([name, type]) => typeof fields[name] === type);
}
